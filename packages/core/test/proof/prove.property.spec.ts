import { expect } from 'chai';
import fc from 'fast-check';
import type { StoredQuote, StoredQuoteLine } from '../../src/contract/records.js';
import { billingPeriods } from '../../src/domain/billing-period.js';
import { compare, magnitude, subtract } from '../../src/domain/decimal.js';
import type { Proof } from '../../src/proof/proof.js';
import { prove } from '../../src/proof/prove.js';
import { centsText, text, type Mode } from './exact-money.js';
import {
  moneyOf,
  netOf,
  operationsOf,
  sale,
  storedOf,
  taxOf,
  type Rounds,
  type SoldLine,
  type TaxRounding,
} from './sample-sale.js';

const modes: readonly Mode[] = ['halfUp', 'halfEven', 'down'];
const taxRounding = fc.constantFrom(
  ...(['line', 'tax', 'total'] as const).flatMap((per) => modes.map((mode): TaxRounding => `${per} ${mode}`)),
);
const rounds: fc.Arbitrary<Rounds> = fc.record({
  lines: fc.constantFrom<Rounds['lines']>('halfUp', 'halfEven', 'down', 'exact', 'unstated'),
  tax: taxRounding,
  net: fc.constantFrom<Rounds['net']>('ofLines', 'halfUp', 'halfEven', 'down'),
});

function proofOf(
  lines: readonly SoldLine[],
  stored: StoredQuote,
  { tolerance = '0', tax = taxOf(lines, 'line halfUp') }: { tolerance?: string; tax?: bigint } = {},
): Proof {
  return prove({
    money: moneyOf(lines, tax),
    lines: operationsOf(lines),
    stored,
    source: 'readBack',
    tolerance,
  });
}

const cents = fc.integer({ min: 1, max: 500 }).chain((size) => fc.constantFrom(BigInt(size), BigInt(-size)));

describe('The proof of any sale', () => {
  it('is equal whenever the PSA stores what it was given and rounds as the document does', () => {
    fc.assert(
      fc.property(sale, taxRounding, fc.integer(), fc.boolean(), (lines, tax, seed, exact) => {
        const stored = storedOf(lines, { lines: exact ? 'exact' : 'halfUp', tax, net: 'ofLines' });
        const proof = proofOf(
          lines,
          { ...stored, lines: shuffled(stored.lines ?? [], seed) },
          { tax: taxOf(lines, tax) },
        );
        expect(proof).to.deep.include({ verdict: 'equal', lines: [], notCompared: [], differingLines: 0 });
        const total = proof.sums.find(({ of }) => of === 'total');
        expect(total?.document).to.equal(centsText(netOf(lines) + taxOf(lines, tax)));
      }),
      { numRuns: 300 },
    );
  });

  it('is the same with any lines of other people between its own', () => {
    const foreign = fc.array(
      fc.record({
        price: fc.integer({ min: -999, max: 999 }).map(String),
        tax: fc.constantFrom('0', '1.23'),
      }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(sale, foreign, (lines, others) => {
        const stored = storedOf(lines);
        const theirs = others.map((line, index): StoredQuoteLine => ({
          id: `f${index}`,
          name: 'Theirs',
          quantity: '1',
          ...line,
        }));
        const all = {
          ...stored,
          lines: [...theirs, ...(stored.lines ?? [])],
          taxTotal: '1',
          netTotal: '2',
          total: '3',
        };
        const operations = [
          ...operationsOf(lines),
          ...theirs.map(
            (line) =>
              ({
                action: 'foreign',
                key: line.id,
                id: line.id,
                label: 'Theirs',
                reasons: {},
                foreign: line,
              }) as const,
          ),
        ];
        const proof = prove({
          money: moneyOf(lines, 0n),
          lines: operations,
          stored: all,
          source: 'answer',
          tolerance: '0',
        });
        expect(proof.verdict).to.equal('equal');
        expect(proof.notCompared.map(({ of }) => of)).to.include('total');
      }),
      { numRuns: 100 },
    );
  });

  it('finds every single wrong figure, and the line that it stands on', () => {
    const wrong = fc.constantFrom(
      'price',
      'quantity',
      'amount',
      'period',
      'optional',
      'missing',
      'double',
      'tax',
      'total',
    );
    fc.assert(
      fc.property(sale, wrong, fc.nat(), cents, (lines, what, at, off) => {
        const money = lines.filter(({ heading }) => !heading);
        const line = money[at % Math.max(1, money.length)];
        fc.pre(line !== undefined);
        const stored = spoiled(storedOf(lines), line, what, off);
        const proof = proofOf(lines, stored);
        expect(proof.verdict).to.equal('different');
        if (what === 'tax' || what === 'total') {
          expect(proof.sums.find(({ of }) => of === what)?.difference).to.equal(centsText(off));
          expect(proof.sums.find(({ of }) => of === what)).to.have.property('explanation');
        } else {
          expect(proof.lines.map(({ key }) => key))
            .to.deep.equal(proof.lines.map(() => line.key))
            .and.to.not.deep.equal([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('explains every difference that a way of rounding makes, and never as anything else', () => {
    fc.assert(
      fc.property(sale, rounds, (lines, way) => {
        const proof = proofOf(lines, storedOf(lines, way));
        for (const sum of proof.sums) {
          if (sum.difference === undefined) expect(sum).to.not.have.property('explanation');
          else expect(sum.explanation?.cause, JSON.stringify(sum)).to.equal('rounding');
        }
        for (const { cause } of proof.lines) expect(cause).to.equal('rounding');
      }),
      { numRuns: 500 },
    );
  });

  it('lets pass exactly what differs by no more than the tolerance', () => {
    fc.assert(
      fc.property(sale, rounds, fc.integer({ min: 0, max: 12 }), (lines, way, most) => {
        const tolerance = centsText(BigInt(most));
        const proof = proofOf(lines, storedOf(lines, way), { tolerance });
        const differences = [...proof.sums, ...proof.lines].map(({ difference = '0' }) =>
          magnitude(difference),
        );
        const isWithin = differences.every((difference) => compare(difference, tolerance) <= 0);
        const isEqual = proof.lines.length === 0 && differences.every((difference) => difference === '0');
        expect(proof.verdict).to.equal(isEqual ? 'equal' : isWithin ? 'withinTolerance' : 'different');
      }),
      { numRuns: 300 },
    );
  });

  it('states each difference as what the PSA has more than the document, and adjusts neither', () => {
    fc.assert(
      fc.property(sale, rounds, (lines, way) => {
        const stored = storedOf(lines, way);
        const money = moneyOf(lines, taxOf(lines, 'line halfUp'));
        const proof = proofOf(lines, stored);
        for (const { of, document, stored: there, difference = '0' } of proof.sums) {
          expect(difference, of).to.equal(subtract(there, document));
        }
        const figure = (name: string): string | undefined =>
          proof.sums.find(({ of }) => of === name)?.document;
        for (const period of billingPeriods) expect(figure(period) ?? '0').to.equal(money.net[period] ?? '0');
        expect(figure('tax')).to.equal(money.tax);
        expect(proof.sums.find(({ of }) => of === 'tax')?.stored).to.equal(stored.taxTotal);
        expect(proof.sums.find(({ of }) => of === 'total')?.stored).to.equal(stored.total);
      }),
      { numRuns: 200 },
    );
  });

  it('never breaks, whatever a PSA shows or leaves out', () => {
    const number = fc.option(
      fc.integer({ min: -999_999, max: 999_999 }).map((value) => text(BigInt(value), 3)),
      { nil: undefined },
    );
    const shown = fc.record({
      key: fc.option(
        fc.integer({ min: 0, max: 16 }).map((index) => `L${index}`),
        { nil: undefined },
      ),
      quantity: number,
      price: number,
      cost: number,
      amount: number,
      tax: number,
      billingPeriod: fc.option(fc.constantFrom(...billingPeriods), { nil: undefined }),
      optional: fc.option(fc.boolean(), { nil: undefined }),
      accepted: fc.option(fc.boolean(), { nil: undefined }),
      taxId: fc.option(fc.constantFrom('t5', 'other', null), { nil: undefined }),
    });
    fc.assert(
      fc.property(
        sale,
        fc.option(fc.array(shown, { maxLength: 12 })),
        number,
        number,
        (lines, others, taxTotal, total) => {
          const bare = others?.map(
            (line, index) => given({ id: `s${index}`, ...line }) as unknown as StoredQuoteLine,
          );
          const stored = given({ id: 'q', lines: bare, taxTotal, total }) as unknown as StoredQuote;
          const proof = proofOf(lines, stored);
          expect(['equal', 'different']).to.include(proof.verdict);
          expect(proof.lines.length).to.be.at.most(20);
          if (lines.some(({ key }) => others?.every((line) => line.key !== key) ?? true))
            expect(proof.verdict).to.equal('different');
        },
      ),
      { numRuns: 300 },
    );
  });
});

function spoiled(
  stored: StoredQuote,
  { key, quantity, price }: SoldLine,
  what: string,
  off: bigint,
): StoredQuote {
  const change = (fields: Partial<StoredQuoteLine>): StoredQuote => ({
    ...stored,
    lines: (stored.lines ?? []).map((line) => (line.key === key ? { ...line, ...fields } : line)),
  });
  const lines = stored.lines ?? [];
  const line = lines.find((one) => one.key === key) as StoredQuoteLine;
  switch (what) {
    case 'price':
      return change({ price: text(price + off * 100n, 4) });
    case 'quantity':
      return change({ quantity: text(quantity + off * 1_000n, 3) });
    case 'amount':
      return change({ amount: subtract(line.amount ?? '0', centsText(-off * 3n)) });
    case 'period':
      return change({ billingPeriod: line.billingPeriod === 'oneOff' ? 'monthly' : 'oneOff' });
    case 'optional':
      return change({ optional: line.optional !== true });
    case 'missing':
      return { ...stored, lines: lines.filter((one) => one !== line) };
    case 'double':
      return { ...stored, lines: [...lines, { ...line, id: 'double' }] };
    case 'tax':
      return {
        ...stored,
        taxTotal: subtract(stored.taxTotal ?? '0', centsText(-off)),
        total: subtract(stored.total ?? '0', centsText(-off)),
      };
    default:
      return { ...stored, total: subtract(stored.total ?? '0', centsText(-off)) };
  }
}

function shuffled<Value>(values: readonly Value[], seed: number): readonly Value[] {
  const rank = (index: number): number => Math.sin(seed + index * 12.9898);
  return values
    .map((value, index) => ({ value, rank: rank(index) }))
    .sort((left, right) => left.rank - right.rank)
    .map(({ value }) => value);
}

/** Without what is undefined. */
function given(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
