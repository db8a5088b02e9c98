import { expect } from 'chai';
import { prove } from '../../src/proof/prove.js';
import type { Proof } from '../../src/proof/proof.js';
import type { StoredQuote, StoredQuoteLine } from '../../src/contract/records.js';
import type { LineOperation } from '../../src/plan/operation.js';
import type { DocumentMoney } from '../../src/plan/plan.js';
import { sampleFields, storedLine } from '../samples/sample-quote-line.js';

function line(key: string, over: Parameters<typeof sampleFields>[0] = {}): LineOperation {
  return { action: 'create', key, label: key, wanted: sampleFields({ name: key, ...over }), reasons: {} };
}

function stored(key: string, over: Partial<StoredQuoteLine> = {}): StoredQuoteLine {
  return storedLine(`id-${key}`, { key, name: key, ...over });
}

function proof(
  money: Partial<DocumentMoney>,
  lines: readonly LineOperation[],
  quoteLines: readonly StoredQuoteLine[] | undefined,
  quote: Partial<StoredQuote> = {},
): Proof {
  const full = { id: 'q1', ...(quoteLines === undefined ? {} : { lines: quoteLines }), ...quote };
  return prove({
    money: { net: {}, optional: {}, ...money },
    lines,
    stored: full,
    source: 'answer',
    tolerance: '0',
  });
}

const differing = ({ sums }: Proof): readonly string[] =>
  sums.filter((sum) => sum.document !== sum.stored).map((sum) => `${sum.of} ${sum.document} ${sum.stored}`);

describe('prove', () => {
  it('finds equal what is equal', () => {
    const same = proof(
      { net: { oneOff: '10', monthly: '20' } },
      [line('A'), line('B', { billingPeriod: 'monthly', price: '20' })],
      [stored('A'), stored('B', { billingPeriod: 'monthly', price: '20' })],
    );
    expect(same).to.deep.include({ verdict: 'equal', lines: [], source: 'answer' });
    expect(same.sums.map(({ of }) => of)).to.deep.equal(['oneOff', 'monthly']);
  });

  it('sees money that moved from one period to another although the total is the same', () => {
    const result = proof({ net: { oneOff: '10' } }, [line('A')], [stored('A', { billingPeriod: 'monthly' })]);
    expect(result.verdict).to.equal('different');
    expect(differing(result)).to.deep.equal(['oneOff 10 0', 'monthly 0 10']);
    expect(result.lines).to.deep.equal([
      { key: 'A', label: 'A', field: 'billingPeriod', document: 'oneOff', stored: 'monthly' },
    ]);
  });

  it('sees two wrong lines whose errors cancel out', () => {
    const result = proof(
      { net: { oneOff: '20' } },
      [line('A'), line('B')],
      [stored('A', { price: '11' }), stored('B', { price: '9' })],
    );
    expect(differing(result)).to.deep.equal([]);
    expect(result.verdict).to.equal('different');
    expect(result.lines.map(({ key, field }) => `${key} ${field}`)).to.deep.equal(['A price', 'B price']);
  });

  it('sees one cent', () => {
    const result = proof({ net: { oneOff: '10' } }, [line('A')], [stored('A', { amount: '9.99' })]);
    expect(result.verdict).to.equal('different');
    expect(differing(result)).to.deep.equal(['oneOff 10 9.99']);
  });

  it('names a line that is missing, one that should not be there, and a double', () => {
    const result = proof(
      { net: { oneOff: '20' } },
      [line('A'), line('B')],
      [stored('A'), storedLine('id-A2', { key: 'A', name: 'A' }), stored('C')],
    );
    expect(result.lines.map(({ key, field }) => `${key} ${field}`)).to.have.members([
      'B missing',
      'A unexpected',
      'C unexpected',
    ]);
    expect(result.verdict).to.equal('different');
    expect(proof({ net: { oneOff: '10' } }, [line('A')], undefined).verdict).to.equal('different');
  });

  it('compares options apart from what is bought', () => {
    const lines = [line('A'), line('O', { optional: true, price: '5' })];
    const money = { net: { oneOff: '10' }, optional: { oneOff: '5' } };
    const right = [stored('A'), stored('O', { optional: true, price: '5' })];
    expect(proof(money, lines, right).verdict).to.equal('equal');
    const wrong = proof(money, lines, [stored('A'), stored('O', { optional: false, price: '5' })]);
    expect(differing(wrong)).to.deep.equal(['oneOff 10 15', 'optional oneOff 5 0']);
  });

  it('leaves the lines of people out, and the tax with them', () => {
    const foreign = storedLine('f', { name: 'Hers', price: '99' });
    const money = { net: { oneOff: '10' }, tax: '0.65' };
    expect(proof(money, [line('A')], [stored('A'), foreign], { taxTotal: '7.1' })).to.deep.include({
      verdict: 'equal',
    });
    const own = proof(money, [line('A')], [stored('A')], { taxTotal: '0.66' });
    expect(differing(own)).to.deep.equal(['tax 0.65 0.66']);
    expect(own.verdict).to.equal('different');
    expect(proof(money, [line('A')], [stored('A')], { taxTotal: '0.650' }).verdict).to.equal('equal');
    expect(proof(money, [line('A')], [stored('A')]).verdict).to.equal('equal');
  });

  it('counts a heading for nothing', () => {
    const heading = { kind: 'heading', price: '0', name: 'H' } as const;
    const result = proof({}, [line('H', heading)], [stored('H', { ...heading, price: '5' })]);
    expect(result).to.deep.include({ verdict: 'equal', sums: [] });
  });

  it('names twenty lines at most', () => {
    const lines = Array.from({ length: 30 }, (_, index) => line(`L${index}`));
    expect(proof({ net: { oneOff: '300' } }, lines, [stored('X')]).lines).to.have.length(20);
  });
});
