import { expect } from 'chai';
import { prove, type ProofInput } from '../../src/proof/prove.js';
import type { Proof } from '../../src/proof/proof.js';
import type { StoredQuote, StoredQuoteLine } from '../../src/contract/records.js';
import type { LineOperation } from '../../src/plan/operation.js';
import type { DocumentMoney } from '../../src/plan/plan.js';
import { multiply, round } from '../../src/domain/decimal.js';
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
  { tolerance = '0', catalogue }: Partial<Pick<ProofInput, 'tolerance' | 'catalogue'>> = {},
): Proof {
  const full = { id: 'q1', ...(quoteLines === undefined ? {} : { lines: quoteLines }), ...quote };
  return prove({
    money: { net: {}, optional: {}, ...money },
    lines,
    stored: full,
    source: 'answer',
    tolerance,
    ...(catalogue === undefined ? {} : { catalogue }),
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

  describe('of a line', () => {
    const one = (
      wanted: Parameters<typeof sampleFields>[0],
      there: Partial<StoredQuoteLine>,
      over: Partial<Pick<ProofInput, 'tolerance' | 'catalogue'>> = {},
    ): Proof => {
      const { quantity = '1', price = '10' } = wanted ?? {};
      const net = { oneOff: round(multiply(quantity, price)) };
      return proof({ net, taxPercents: { vat: '20' } }, [line('A', wanted)], [stored('A', there)], {}, over);
    };

    it('takes a number that the PSA rounds for what it is, and lets it pass when it changes no cent', () => {
      const rounded = one({ price: '10.1234' }, { price: '10.12' });
      expect(rounded.verdict).to.equal('withinTolerance');
      expect(rounded.lines).to.deep.equal([
        {
          key: 'A',
          label: 'A',
          field: 'price',
          document: '10.1234',
          stored: '10.12',
          difference: '0',
          cause: 'rounding',
          text: '10.1234 rounded to 2 places',
        },
      ]);
    });

    it('does not let it pass when it changes more than the tolerance', () => {
      const dear = { price: '10.1234', quantity: '100' };
      const rounded = one(dear, { ...dear, price: '10.12' }, { tolerance: '0.33' });
      expect(rounded.verdict).to.equal('different');
      expect(rounded.sums[0]).to.deep.include({ document: '1012.34', stored: '1012', difference: '-0.34' });
      expect(rounded.sums[0]?.explanation).to.deep.include({
        cause: 'rounding',
        rounding: 'unitPrice2',
        text: "The PSA's sum is calculated with unit prices of 2 places. The PSA rounds one line otherwise (A: 10.1234 rounded to 2 places).",
        lines: ['A'],
      });
      expect(one(dear, { ...dear, price: '10.12' }, { tolerance: '0.34' }).verdict).to.equal(
        'withinTolerance',
      );
    });

    it('never takes another price for rounding, however small the difference', () => {
      for (const [price, there] of [
        ['10', '10.01'],
        ['10.5', '11'],
        ['10.123', '10.13001'],
      ] as const) {
        const other = one({ price }, { price: there }, { tolerance: '5.00' });
        expect(other.verdict, there).to.equal('different');
        expect(other.lines[0], there).to.not.have.property('cause');
      }
    });

    it('names a price and a cost that are those of the catalogue', () => {
      const catalogue = new Map([['i1', { price: '12', cost: '6' }]]);
      const priced = one({}, { price: '12', cost: '6' }, { catalogue });
      expect(priced.lines.map(({ field, cause }) => `${field} ${cause ?? ''}`)).to.deep.equal([
        'price repricing',
        'cost repricing',
      ]);
      expect(priced.sums[0]?.explanation?.cause).to.equal('repricing');
      const other = one({}, { price: '13' }, { catalogue });
      expect(other.lines[0]).to.not.have.property('cause');
      expect(other.sums[0]?.explanation?.cause).to.equal('lines');
    });

    it('counts whole cents of what a PSA calculated with floating point', () => {
      const wanted = { quantity: '1.1', price: '1.15' };
      expect(one(wanted, { ...wanted, amount: '1.2649999999999999' }).verdict).to.equal('equal');
      expect(one(wanted, { ...wanted, amount: '1.26' }).lines[0]).to.include({
        field: 'amount',
        document: '1.27',
        stored: '1.26',
        cause: 'rounding',
      });
    });

    it('compares list price and discount as the customer reads them', () => {
      const shown = { price: '75', listPrice: '100', discountPercent: '25' };
      expect(one(shown, shown).verdict).to.equal('equal');
      const other = one(shown, { ...shown, discountPercent: '20' });
      expect(other.lines).to.deep.equal([
        { key: 'A', label: 'A', field: 'discount', document: '25', stored: '20', difference: '-5' },
      ]);
      const list = one(shown, { ...shown, listPrice: '90' });
      expect(list.lines.map(({ field }) => field)).to.deep.equal(['listPrice', 'discount']);
      const { discountPercent: _, ...hidden } = shown;
      expect(one(shown, hidden).verdict, 'not shown by the PSA').to.equal('equal');
    });

    it('sees another tax: by the tax that the PSA states of the line, else by which tax it is', () => {
      expect(one({ taxId: 'vat' }, { taxId: 'other', tax: '2' }).verdict, 'the same money').to.equal('equal');
      expect(one({ taxId: 'vat' }, { taxId: 'vat', tax: '0.5' }).lines).to.deep.equal([
        { key: 'A', label: 'A', field: 'tax', document: '2', stored: '0.5', difference: '-1.5' },
      ]);
      const otherTax = one({ taxId: null }, { taxId: 'vat' });
      expect(otherTax.verdict).to.equal('different');
      expect(otherTax.lines[0]).to.include({ field: 'tax', document: 'none', stored: 'vat' });
      expect(one({}, { taxId: 'vat', tax: '2' }).verdict, 'left to the PSA').to.equal('equal');
      const option = { taxId: 'vat', optional: true } as const;
      const optional = { optional: { oneOff: '10' }, taxPercents: { vat: '20' } };
      const untaxed = stored('A', { ...option, tax: '0' });
      expect(proof(optional, [line('A', option)], [untaxed]).verdict, 'an option').to.equal('equal');
    });
  });

  describe('of the tax', () => {
    const taxed = { taxId: 'vat', price: '10.1' } as const;
    const money = { net: { oneOff: '10.1' }, tax: '2.02', taxPercents: { vat: '20' } };

    it('says which lines the PSA taxes otherwise', () => {
      const result = proof(money, [line('A', taxed)], [stored('A', { ...taxed, tax: '0' })], {
        taxTotal: '0',
      });
      expect(result.sums.at(-1)?.explanation).to.deep.equal({
        cause: 'lines',
        text: 'The PSA taxes one line otherwise (A).',
        lines: ['A'],
      });
    });

    it('follows from a price that the PSA has changed', () => {
      const result = proof(money, [line('A', taxed)], [stored('A', { ...taxed, price: '20.2' })], {
        taxTotal: '4.04',
      });
      expect(result.sums.at(-1)?.explanation).to.include({
        cause: 'lines',
        text: 'It comes from one line that differs.',
      });
    });

    it('is no rounding when no way of rounding gives it', () => {
      const result = proof(money, [line('A', taxed)], [stored('A', taxed)], { taxTotal: '2.5' });
      expect(result.sums.at(-1)?.explanation?.cause).to.equal('unknown');
      const unknown = proof({ ...money, taxPercents: {} }, [line('A', taxed)], [stored('A', taxed)], {
        taxTotal: '2.5',
      });
      expect(unknown.sums.at(-1)?.explanation?.text).to.contain('does not say what percentage');
    });

    it('is not compared where the PSA shows none, or does not show it apart from that of others', () => {
      const none = proof(money, [line('A', taxed)], [stored('A', taxed)]);
      expect(none.notCompared).to.deep.equal([{ of: 'tax', why: 'the PSA shows none' }]);
      const foreign = storedLine('f', { name: 'Hers', price: '99' });
      const mixed = proof(money, [line('A', taxed)], [stored('A', taxed), foreign], {
        taxTotal: '9',
        total: '99',
      });
      expect(mixed.notCompared.map(({ of, why }) => `${of}: ${why}`)).to.deep.equal([
        'tax: the tax in the PSA covers lines that people added, too',
      ]);
      expect(mixed.verdict).to.equal('equal');
    });

    it('is the sum of its lines where the PSA states no other', () => {
      const result = proof(money, [line('A', taxed)], [stored('A', { ...taxed, tax: '2.02' })]);
      expect(result.sums.at(-1)).to.deep.equal({ of: 'tax', document: '2.02', stored: '2.02' });
    });
  });

  describe('of the total', () => {
    it('is without tax where there is none to compare, and with it where there is', () => {
      const bare = proof({ net: { oneOff: '10' } }, [line('A')], [stored('A')], {
        netTotal: '10',
        total: '99',
      });
      expect(bare.sums.at(-1)).to.deep.equal({ of: 'net', document: '10', stored: '10' });
      const money = { net: { oneOff: '10' }, tax: '2' };
      const whole = proof(money, [line('A')], [stored('A')], { taxTotal: '2', netTotal: '10', total: '12' });
      expect(whole.sums.at(-1)).to.deep.equal({ of: 'total', document: '12', stored: '12' });
    });

    it('sees what changes it without standing on a line', () => {
      const result = proof({ net: { oneOff: '10' } }, [line('A')], [stored('A')], { netTotal: '9.5' });
      expect(result.verdict).to.equal('different');
      expect(result.sums.at(-1)?.explanation?.cause).to.equal('unknown');
    });

    it('says when it only follows from what stands before it, and when from a line that should not be there', () => {
      const cheaper = proof({ net: { oneOff: '10' } }, [line('A')], [stored('A', { price: '9' })], {
        netTotal: '9',
      });
      expect(cheaper.sums.at(-1)?.explanation).to.deep.equal({
        cause: 'lines',
        text: 'It follows from the sums before it.',
        lines: ['A'],
      });
      const doubled = [stored('A'), storedLine('id-A2', { key: 'A', name: 'A' })];
      const twice = proof({ net: { oneOff: '10' } }, [line('A')], doubled, { netTotal: '20' });
      expect(twice.sums.at(-1)?.explanation).to.deep.include({ cause: 'lines', lines: ['A'] });
    });
  });
});
