import type { QuoteDocument } from '@quotebridge/core';
import type { RandomLine, Schedule, Step } from './schedule.js';

const products = {
  known: ['LAT-5550-I7', 'WD22TB4', 'OPT-7020-MFF', 'U2724D'],
  new: ['NEW-A', 'NEW-B', 'NEW/C 7', 'new.d'],
  monthly: ['M365-BP', 'NEW-M1', 'NEW-M2', 'NEW-M3'],
  yearly: ['NEW-Y1', 'NEW-Y2', 'NEW-Y3', 'NEW-Y4'],
  comment: ['', '', '', ''],
} as const;

const taxRate = 0.065;

interface KeyedLine extends RandomLine {
  readonly key: string;
}

/** Cents per billing period as a person adds them up, and how many lines of the document are to be in the quote. */
export interface Expected {
  readonly oneOff: number;
  readonly monthly: number;
  readonly yearly: number;
}

/** The quoting tool's side of a schedule: a document that changes, and what it comes to. */
export class RandomDocument {
  static readonly number = 'RNDQ1';
  #lines: readonly KeyedLine[];
  #title: string;
  #keys = 0;

  constructor({ lines, title }: Pick<Schedule, 'lines' | 'title'>) {
    this.#lines = lines.map((line) => this.#keyed(line));
    this.#title = title;
  }

  get title(): string {
    return this.#title;
  }

  /** Numbers of the products that the catalogue lacks at the start, each once. */
  get newNumbers(): readonly string[] {
    const numbers = this.#lines.map(numberOf).filter((number) => /^new/i.test(number));
    return [...new Set(numbers)];
  }

  /** What the quoting tool does with the document. Steps of others are passed over. */
  apply(step: Step): void {
    const lines = [...this.#lines];
    const at = 'line' in step ? step.line % lines.length : 0;
    const line = lines[at];
    if (line === undefined) return;
    if (step.does === 'rename') this.#title = step.title;
    if (step.does === 'change')
      lines[at] = { ...step.to, key: line.key, kind: line.kind, product: line.product };
    if (step.does === 'add') lines.splice(at, 0, this.#keyed(step.what));
    if (step.does === 'remove' && lines.length > 1) lines.splice(at, 1);
    if (step.does === 'move') {
      lines.splice(at, 1);
      lines.splice(step.to % (lines.length + 1), 0, line);
    }
    this.#lines = lines;
  }

  get expected(): Expected {
    const sum = (...kinds: readonly RandomLine['kind'][]): number =>
      this.#lines
        .filter(({ kind }) => kinds.includes(kind))
        .reduce((total, line) => total + amountOf(line), 0);
    return { oneOff: sum('known', 'new'), monthly: sum('monthly'), yearly: sum('yearly') };
  }

  get content(): Record<string, unknown> {
    const tax = this.#lines.reduce((total, line) => total + taxOf(line), 0);
    return {
      number: RandomDocument.number,
      type: 'QUOTE',
      name: this.#title,
      date: '2026-11-20',
      salesRepresentative: 'dwhitfield',
      soldTo: {
        company: 'Acme Dental Group',
        contact: 'Omar Haddad',
        email: 'omar.haddad@acmedental.example',
      },
      tax: { mode: 'perLine', rate: String(taxRate), total: money(tax) },
      lines: this.#lines.map(lineOf),
    };
  }

  /** Bytes of a file that a document source reads. */
  get file(): Uint8Array {
    return new TextEncoder().encode(JSON.stringify(this.content));
  }

  #keyed(line: RandomLine): KeyedLine {
    this.#keys += 1;
    return { ...line, key: `line-${this.#keys}` };
  }
}

function lineOf(line: KeyedLine): Partial<QuoteDocument['lines'][number]> & { readonly key: string } {
  const { key, kind, text } = line;
  const base = { key, description: text === '' ? 'nothing' : text, itemType: 'Hardware' };
  if (kind === 'comment') return { ...base, lineType: 'comment', unitPrice: '0', quantity: '0' };
  const quantity = String(line.halves / 2);
  const product = {
    ...base,
    manufacturerPartNumber: numberOf(line),
    quantity,
    unitPrice: money(priceOf(line)),
    taxCode: isTaxed(line) ? 'Y' : 'N',
  };
  return kind === 'known' || kind === 'new'
    ? product
    : { ...product, attributes: ['recurring'], recurrence: { period: kind, firstPaymentIncluded: false } };
}

function numberOf({ kind, product }: RandomLine): string {
  return products[kind][product] ?? '';
}

/** Even, where half a piece is sold. */
function priceOf({ cents, halves }: RandomLine): number {
  return halves % 2 === 0 ? cents : cents * 2;
}

function amountOf(line: RandomLine): number {
  return line.kind === 'comment' ? 0 : (priceOf(line) * line.halves) / 2;
}

function isTaxed({ kind, taxed }: RandomLine): boolean {
  return taxed && (kind === 'known' || kind === 'new');
}

/** In whole numbers: cents times thousandths, half a cent up. */
function taxOf(line: RandomLine): number {
  return isTaxed(line) ? Math.floor((amountOf(line) * 65 + 500) / 1000) : 0;
}

function money(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}
