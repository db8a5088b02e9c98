import { isoMoment } from '@quotebridge/command-line/terminal';
import type { HistoryEntry } from '@quotebridge/core';

/** A push as programs see it: moments are ISO 8601 in UTC. */
export type HistoryJson = Omit<HistoryEntry, 'startedAt' | 'endedAt' | 'lastAt'> & {
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly lastAt: string;
};

export function historyJson({ startedAt, endedAt, lastAt, ...entry }: HistoryEntry): HistoryJson {
  return {
    ...entry,
    startedAt: isoMoment(startedAt),
    ...(endedAt === undefined ? {} : { endedAt: isoMoment(endedAt) }),
    lastAt: isoMoment(lastAt),
  };
}
