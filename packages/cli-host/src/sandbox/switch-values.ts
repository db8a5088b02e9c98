import { QuotebridgeError } from '@quotebridge/core';
import type { Switches } from '@quotebridge/halopsa-sandbox';
import { parse } from 'yaml';

/** `name=value` pairs of `--switch`. Whether a switch exists and takes the value is for the sandbox to say. */
export function switchValues(pairs: readonly string[]): Partial<Switches> {
  const entries = pairs.map((pair) => {
    const end = pair.indexOf('=');
    if (end > 0) return [pair.slice(0, end), parse(pair.slice(end + 1)) as unknown] as const;
    throw new QuotebridgeError('usage', `The switch “${pair}” has no value.`, {
      faults: [{ at: '--switch', value: pair, expected: 'NAME=VALUE' }],
    });
  });
  return Object.fromEntries(entries);
}
