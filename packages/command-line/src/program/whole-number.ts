import { InvalidArgumentError } from 'commander';

/** Parses the value of an option that counts something. */
export function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('Expected a whole number.');
  return Number(value);
}

/** The same where nothing is no choice. */
export function positiveNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value) || Number(value) === 0)
    throw new InvalidArgumentError('Expected a whole number above 0.');
  return Number(value);
}
