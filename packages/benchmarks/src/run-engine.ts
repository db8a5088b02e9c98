// `node --expose-gc --import tsx src/run-engine.ts [ROUNDS]`: plans and pushes against the sandbox. Prints an `EngineResult` as JSON.
import type { QuoteDocument } from '@quotebridge/core';
import { setTimeout as pause } from 'node:timers/promises';
import { withDearerLine, withLines } from './engine/changed-document.js';
import type { DocumentRequests, EngineResult } from './engine/engine-result.js';
import { exampleDocument, QuoteTenant } from './engine/quote-tenant.js';

const rounds = Number(process.argv[2] ?? 5);
const project = await exampleDocument('quotes.csv', 'AAAQ1006');
await using tenant = await QuoteTenant.start();
const plan = (document: QuoteDocument): Promise<unknown> => tenant.connection.plan(document);
const small = withLines(project, 1_000);
const large = withLines(project, 10_000);

const times = { small: [] as number[], large: [] as number[] };
for (let round = -1; round < rounds; round++) {
  for (const [size, document] of [
    ['small', small],
    ['large', large],
  ] as const) {
    collectGarbage();
    const started = performance.now();
    await plan(document);
    // The first round is there to warm up.
    if (round >= 0) times[size].push(performance.now() - started);
  }
}
const memory = { small: await kept(small), large: await kept(large) };
const requests: DocumentRequests[] = [];
for (const lines of [120, 1_200]) requests.push(await requestsOf(withLines(project, lines), lines));

const result: EngineResult = { plan: times, memory, requests };
process.stdout.write(`${JSON.stringify(result)}\n`);

/** What each further plan adds while all of them are held. */
async function kept(document: QuoteDocument): Promise<number> {
  const held = [await plan(document)];
  const before = await heap();
  for (let time = 0; time < 3; time++) held.push(await plan(document));
  const after = await heap();
  return (after - before) / (held.length - 1);
}

async function heap(): Promise<number> {
  await pause(20);
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** On a tenant of its own, where no document of the same name is in the way. */
async function requestsOf(document: QuoteDocument, lines: number): Promise<DocumentRequests> {
  await using other = await QuoteTenant.start();
  const push = (pushed: QuoteDocument) => () => other.connection.push(pushed);
  const first = await other.requestsOf(push(document));
  const unchanged = await other.requestsOf(push(document));
  const changed = await other.requestsOf(push(withDearerLine(document)));
  return { lines, first, changed, unchanged };
}

function collectGarbage(): void {
  globalThis.gc?.();
}
