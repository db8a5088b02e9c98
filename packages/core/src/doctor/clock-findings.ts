import type { ClockDifference } from '../http/server-time.js';
import type { DoctorFinding } from './doctor-report.js';

/** Less than this is what clocks on a network do. */
const unnoticed = 60_000;
/** Days of conversions and expiry dates become wrong. */
const harmful = 3_600_000;

/** What a clock that is wrong does to dates, waits and what is kept for a time. */
export function clockFindings(difference: ClockDifference | undefined): readonly DoctorFinding[] {
  if (difference === undefined) return [];
  const { aheadMilliseconds, withinMilliseconds } = difference;
  const certain = Math.abs(aheadMilliseconds) - withinMilliseconds;
  if (certain < unnoticed) {
    const message = 'The clocks of this machine and of the PSA agree.';
    return [{ level: 'ok', topic: 'clock', message }];
  }
  const how = aheadMilliseconds > 0 ? 'behind' : 'ahead of';
  const message = `The clock of this machine is ${durationText(Math.abs(aheadMilliseconds))} ${how} that of the PSA.`;
  return [
    {
      level: certain < harmful ? 'warning' : 'error',
      topic: 'clock',
      message: `${message} Dates of conversions and waits for the PSA would be wrong.`,
      next: 'Let the operating system set the time (network time synchronisation), then look again.',
    },
  ];
}

function durationText(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 120) return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
}
