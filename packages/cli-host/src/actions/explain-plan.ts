import { readPlan } from '../documents/read-plan.js';
import { explanationView } from '../presentation/explanation-view.js';
import { explainValue, QuotebridgeError, verifyDigest } from '@quotebridge/core';
import type { Action } from '../command-line/late-action.js';

interface Options {
  readonly line?: string;
  readonly field?: string;
}

/** Asks no PSA: everything stands in the plan. */
export const explainPlan: Action<Options> = async ({ terminal, globals }, { line, field }, [path = '']) => {
  const address = line === undefined ? field : `quote.lines.${line}`;
  if (address === undefined) {
    throw new QuotebridgeError('usage', 'Which value? Expected --line or --field.', {
      next: 'Such as --line 7, --field quote.title, or --field opportunity for all of a record.',
    });
  }
  const plan = await readPlan(path, globals.connection);
  await verifyDigest(plan);
  const explanation = explainValue(plan, address);
  const { width, colours } = terminal;
  terminal.result(explanation, (shown) => explanationView(shown, plan.matches, { width, colours }));
  return 0;
};
