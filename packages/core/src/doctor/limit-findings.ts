import type { ContactManager } from '../contract/contact-manager.js';
import type { RequestPace } from '../http/request-budget.js';
import type { Diagnosis, DoctorFinding } from './doctor-report.js';

/** How many requests the PSA takes, what that means for the documents, and how large files may be. */
export function limitFindings(
  pace: RequestPace,
  { attachments }: Pick<ContactManager, 'attachments'>,
  diagnoses: readonly Diagnosis[],
): readonly DoctorFinding[] {
  const { requests, windowMilliseconds, wait } = pace;
  const window = durationText(windowMilliseconds);
  const needed = diagnoses.reduce(
    (sum, one) => sum + (one.requests?.read ?? 0) + (one.requests?.write ?? 0),
    0,
  );
  const minutes = Math.ceil((needed / requests) * (windowMilliseconds / 60_000));
  const documents =
    needed === 0
      ? ''
      : ` Pushing the documents takes about ${needed}${minutes > 1 ? `, some ${minutes} minutes` : ''}.`;
  const limit: DoctorFinding = {
    level: 'ok',
    topic: 'limits',
    message: `Up to ${requests} requests in ${window} are made.${documents}`,
  };
  const exhausted: DoctorFinding = {
    level: 'warning',
    topic: 'limits',
    message: `The ${requests} requests of ${window} are used up: the next one may go in ${Math.ceil(wait / 1_000)} s.${documents}`,
    next: 'Nothing: what is pushed waits by itself. Other programs that use the same application share this limit.',
  };
  const largest = attachments?.maximumBytes;
  return [
    wait > 0 ? exhausted : limit,
    ...(largest === undefined
      ? []
      : [
          {
            level: 'ok',
            topic: 'limits',
            message: `Attachments may have up to ${Math.floor(largest / 1_048_576)} MB.`,
          } as const,
        ]),
  ];
}

function durationText(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1_000);
  if (seconds % 60 !== 0) return `${seconds} seconds`;
  return seconds === 60 ? '1 minute' : `${seconds / 60} minutes`;
}
