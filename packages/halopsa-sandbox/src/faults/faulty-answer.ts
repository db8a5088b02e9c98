import type { SandboxState } from '../http/sandbox-state.js';
import { throttledAnswer, type RefusingAnswer } from '../http/throttled-answer.js';
import type { Fault } from './fault.js';

/** The answer in place of the real one; undefined for a fault that does not answer. */
export function faultyAnswer(fault: Fault['fault'], state: SandboxState): RefusingAnswer | undefined {
  switch (fault.type) {
    case 'rateLimit':
      return {
        ...(fault.text === undefined ? throttledAnswer(state) : { status: 429, body: fault.text }),
        headers: fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) },
      };
    case 'serverError':
      return { status: 500, body: { ClassName: 'System.Exception', Message: 'An error has occurred.' } };
    case 'htmlError':
      return page(500, 'Server Error');
    case 'badGateway':
      return page(502, '502 Bad Gateway');
    case 'redirect':
      return { status: fault.status ?? 302, body: '', headers: { location: fault.location ?? '/' } };
    default:
      return undefined;
  }
}

function page(status: number, title: string): RefusingAnswer {
  const body = `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
  return { status, body, contentType: 'text/html; charset=utf-8' };
}
