import { refuseAs } from '../errors/refuse-as.js';
import { readInputFile } from '@quotebridge/command-line/files';
import { isTooDeep, parsePlan, QuotebridgeError, type Plan } from '@quotebridge/core';
import { basename } from 'node:path';

/** Reads a stored plan. Whether what it relies on is still so is for the engine to say when it is applied. */
export async function readPlan(path: string, connection: string | undefined): Promise<Plan> {
  const bytes = await readInputFile(path, 'plan', refuseAs('document.invalid'));
  const plan = parsePlan(parseJson(new TextDecoder().decode(bytes)), basename(path));
  if (connection === undefined || connection === plan.connection) return plan;
  throw new QuotebridgeError('usage', `The plan was made for connection “${plan.connection}”.`, {
    faults: [{ at: '--connection', value: connection, expected: plan.connection }],
    next: 'Leave --connection out: a plan knows its connection.',
  });
}

/** Undefined for what is no JSON: it is refused like anything else that is no plan. */
function parseJson(text: string): unknown {
  if (isTooDeep(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
