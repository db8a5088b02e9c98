import type { AttachmentInput, JsonObject, QuoteDocument } from '@quotebridge/core';
import { exampleAttachment, exampleDocuments, examplePath } from '../engine/example-documents.js';
import type { QuoteMoney } from '../picture/money-of-quote.js';

/** One document to push, as the engine takes it and as the command does. */
export interface Step {
  readonly document: QuoteDocument;
  readonly siblings: readonly QuoteDocument[];
  readonly attachments: readonly AttachmentInput[];
  /** Arguments of the command that does the same. */
  readonly command: readonly string[];
}

/** A push that is disturbed, and what has gone before it. */
export interface Scenario {
  readonly name: string;
  /** Pushed undisturbed beforehand. */
  readonly before: readonly Step[];
  readonly step: Step;
  /** What the quote carries. */
  readonly marker: string;
  /** In cents, by hand, from the document. */
  readonly money: QuoteMoney;
}

/** Size of the catalogue: all that the documents name, and little else, as the tenant is looked at as a whole. */
export const scenarioItems = 60;

/** Pages of settings that the scenarios share. */
export const scenarioSettings = {
  opportunity: { completeOn: 'order', wonStatus: 'Won', closureCategory: 'Won - price' },
  products: { emptyPartNumbers: { product: 'QUOTED-ITEM' } },
  requests: { timeoutSeconds: 0.4 },
} as const satisfies JsonObject;

const nothing = { oneOff: 0, weekly: 0, monthly: 0, quarterly: 0, yearly: 0, tax: 0 };

/** One deal on three days, and a quote with products that the catalogue lacks. */
export async function scenarios(): Promise<readonly Scenario[]> {
  const first = await step('quotes.csv', 'AAAQ1004', ['quote.pdf']);
  const quote = await step('lifecycle/1-quote.csv', 'AAAQ1010', []);
  const revision = await step('lifecycle/2-revision.csv', 'AAAQ1010-01', ['quote.pdf']);
  const order = await step('lifecycle/3-order.csv', 'AAAO1002', ['linked-files/files/site-survey.txt']);
  const revised = { ...nothing, oneOff: 354_900, monthly: 119_000, tax: 15_530 };
  return [
    {
      name: 'first push',
      before: [],
      step: first,
      marker: 'quotebridge:AAAQ1004',
      money: { ...nothing, oneOff: 1_023_082, tax: 58_017 },
    },
    { name: 'update', before: [quote], step: revision, marker: 'quotebridge:AAAQ1010', money: revised },
    {
      name: 'conversion',
      before: [quote, revision],
      step: order,
      marker: 'quotebridge:AAAQ1010',
      money: revised,
    },
  ];
}

/** @throws when there is none of that name */
export async function scenarioNamed(name: string): Promise<Scenario> {
  const found = (await scenarios()).find((scenario) => scenario.name === name);
  if (found === undefined) throw new Error(`There is no scenario “${name}”.`);
  return found;
}

async function step(file: string, number: string, files: readonly string[]): Promise<Step> {
  const documents = await exampleDocuments(file);
  const document = documents.get(number);
  if (document === undefined) throw new Error(`${number} is not in ${file}.`);
  const attached = files.flatMap((name) => ['--attach', examplePath(name)]);
  return {
    document,
    siblings: [...documents.values()],
    attachments: files.map(exampleAttachment),
    command: ['push', examplePath(file), '--doc', number, ...attached, '--yes', '--json'],
  };
}
