import { expect } from 'chai';
import { taxTableOfRows } from '../../src/resolve/tax-table.js';
import { expectTax, taxOn } from '../../src/plan/document-tax.js';
import type { TaxDecision } from '../../src/resolve/resolve-taxes.js';
import { selectLines } from '../../src/select/select-lines.js';
import type { SelectedLine } from '../../src/select/selected-line.js';
import type { DocumentLine } from '../../src/domain/document-line.js';
import { sampleDocument, sampleLine } from '../samples/sample-document.js';
import { samplePolicy } from '../samples/sample-policy.js';

const reason = { from: 'match', text: '' } as const;
const taxes = new Map<string, TaxDecision>([
  ['Y', { id: '3', percent: '5', reason }],
  ['G', { id: '3', percent: '5', reason }],
  ['P', { id: '4', percent: '7', reason }],
  ['B', { id: '6', percent: '12', reason }],
  ['N', { id: null, reason }],
  ['', { reason }],
]);

function lines(...of: readonly (Partial<DocumentLine> & { price: string; code?: string })[]): SelectedLine[] {
  const document = sampleDocument({
    lines: of.map(({ price, code = 'Y', ...more }, index) =>
      sampleLine({ key: `L${index}`, unitPrice: price, taxCode: code, ...more }),
    ),
  });
  return [...selectLines(document, samplePolicy()).lines];
}

describe('the tax that the taxes of the PSA give', () => {
  const dimes = lines({ price: '0.10' }, { price: '0.10' }, { price: '0.10' });

  it('is 0.03 line by line and 0.02 on the total of three lines of 0.10 at 5 %', () => {
    expect(taxOn(dimes, taxes, 'perLine')).to.equal('0.03');
    expect(taxOn(dimes, taxes, 'onTotal')).to.equal('0.02');
  });

  it('rounds each tax on its own total', () => {
    const mixed = lines(
      { price: '0.10', code: 'G' },
      { price: '0.10', code: 'P' },
      { price: '0.10', code: 'B' },
      { price: '0.10', code: 'p ' },
    );
    // 0.005 → 0.01, 0.014 → 0.01, 0.012 → 0.01
    expect(taxOn(mixed, taxes, 'onTotal')).to.equal('0.03');
    expect(taxOn(mixed, taxes, 'perLine')).to.equal('0.04');
  });

  it('rounds half a cent of a refund away from zero, too', () => {
    expect(taxOn(lines({ price: '-0.10' }), taxes, 'perLine')).to.equal('-0.01');
  });

  it('counts neither options nor what is not taxed, and one period of what recurs', () => {
    const some = lines(
      { price: '100' },
      { price: '100', code: 'N' },
      { price: '100', attributes: ['option'] },
      {
        price: '10',
        attributes: ['recurring'],
        recurrence: { period: 'monthly', firstPaymentIncluded: false },
      },
    );
    expect(taxOn(some, taxes, 'perLine')).to.equal('5.5');
  });

  it('is not known when a line is left to the PSA, unless it costs nothing', () => {
    expect(taxOn(lines({ price: '1' }, { price: '1', code: '' }), taxes, 'perLine')).to.equal(undefined);
    expect(taxOn(lines({ price: '1' }, { price: '0', code: '' }), taxes, 'perLine')).to.equal('0.05');
  });

  function expected(
    tax: { total?: string; mode: 'perLine' | 'onTotal' },
    calculation: 'document' | 'perLine' | 'onTotal' = 'document',
  ): ReturnType<typeof expectTax> {
    return expectTax(
      sampleDocument({ tax }),
      dimes,
      taxes,
      samplePolicy({ taxMappings: { calculation } }).taxMappings,
      taxTableOfRows({}),
    );
  }

  it('is shown beside the one that the document states, when they differ', () => {
    expect(expected({ mode: 'perLine', total: '0.03' })).to.deep.equal({
      figures: { expectedTax: '0.03', taxPercents: { 3: '5', 4: '7', 6: '12' } },
      conflicts: [],
      warnings: [],
    });
    const { warnings } = expected({ mode: 'onTotal', total: '0.03' });
    expect(warnings.map(({ message }) => message)).to.deep.equal([
      'The document states a tax of 0.03; the taxes of the PSA give 0.02, calculated on the total of each tax (onTotal).',
    ]);
  });

  it('is calculated as the settings say, whatever the document says', () => {
    expect(expected({ mode: 'onTotal', total: '0.03' }, 'perLine').warnings).to.deep.equal([]);
    expect(expected({ mode: 'perLine', total: '0.02' }, 'onTotal').warnings).to.deep.equal([]);
  });

  it('raises no warning when the document states none', () => {
    const { figures, conflicts, warnings } = expected({ mode: 'onTotal' });
    expect([figures.expectedTax, conflicts, warnings]).to.deep.equal(['0.02', [], []]);
  });

  describe('that rounding does not explain', () => {
    const mappings = samplePolicy().taxMappings;

    it('is refused, with both sums, the mode and the percentages', () => {
      const { conflicts, warnings } = expected({ mode: 'perLine', total: '0.05' });
      expect(warnings).to.deep.equal([]);
      expect(conflicts.map(({ about }) => about)).to.deep.equal(['taxMappings.codes.Y']);
      expect(conflicts[0]?.message)
        .to.contain('a tax of 0.05; the taxes of the PSA give 0.03')
        .and.contain('(perLine)')
        .and.contain('Y is 5 %');
      expect(conflicts[0]?.next).to.contain('taxMappings.codes').and.contain('taxMappings.calculation');
    });

    it('is half a cent for each taxed line of the document at most, be it too much or too little', () => {
      const many = Array.from({ length: 4 }, () => ({ price: '1' }));
      const some = lines(...many, { price: '1', code: 'N' });
      const of = (total: string): number => {
        const keys = some.map((line) => sampleLine({ key: line.key, unitPrice: '1', taxCode: line.taxCode }));
        const document = sampleDocument({ tax: { mode: 'perLine', total }, lines: keys });
        return expectTax(document, some, taxes, mappings, taxTableOfRows({})).conflicts.length;
      };
      expect(['0.17', '0.18', '0.2', '0.22', '0.23'].map(of)).to.deep.equal([1, 0, 0, 0, 1]);
    });

    it('is no question of one code when several are taxed', () => {
      const document = sampleDocument({ tax: { mode: 'perLine', total: '50' } });
      const mixed = lines({ price: '100', code: 'G' }, { price: '100', code: 'P' });
      const { conflicts } = expectTax(document, mixed, taxes, mappings, taxTableOfRows({}));
      expect(conflicts.map(({ about }) => about)).to.deep.equal(['taxMappings.codes']);
    });

    it('stays a warning where the document may leave out what is paid later', () => {
      const later = sampleLine({
        key: 'r',
        unitPrice: '100',
        taxCode: 'Y',
        attributes: ['recurring'],
        recurrence: { period: 'monthly', firstPaymentIncluded: false },
      });
      const document = sampleDocument({ tax: { mode: 'perLine', total: '0' }, lines: [later] });
      const { conflicts, warnings, figures } = expectTax(
        document,
        selectLines(document, samplePolicy()).lines,
        taxes,
        mappings,
        taxTableOfRows({}),
      );
      expect([conflicts.length, warnings.length]).to.deep.equal([0, 1]);
      expect(figures.taxLeavesOut).to.deep.equal(['r']);
    });
  });
});
