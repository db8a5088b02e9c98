import { RateLimit } from './rate-limit.js';
import type { SandboxState } from './sandbox-state.js';

/** An answer that is sent in place of the real one. A text is sent as it is, anything else as JSON. */
export interface RefusingAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A 429 in the wording of the switch `rateLimitText`, with the figures of the limit in force where it names any. */
export function throttledAnswer({ rateLimit, world }: SandboxState): RefusingAnswer {
  const { requests, windowMs } = rateLimit.figures;
  const quota = `API calls quota exceeded! maximum admitted ${requests} per ${RateLimit.shortPeriod(windowMs)}.`;
  switch (world.switches.get('rateLimitText')) {
    case 'quota':
      return { status: 429, body: quota };
    case 'words':
      return {
        status: 429,
        body: `API limit of ${requests} requests per ${RateLimit.periodInWords(windowMs)} exceeded.`,
      };
    case 'json':
      return { status: 429, body: { error: quota } };
    case 'bare':
      return { status: 429, body: 'Too Many Requests' };
    case 'empty':
      return { status: 429, body: '' };
  }
}
