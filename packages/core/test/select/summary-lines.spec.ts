import { expect } from 'chai';
import fc from 'fast-check';
import { billingPeriods } from '../../src/domain/billing-period.js';
import { add, multiply, round } from '../../src/domain/decimal.js';
import type { DocumentLine } from '../../src/domain/document-line.js';
import { documentMoney, documentProfit } from '../../src/plan/document-money.js';
import { selectLines } from '../../src/select/select-lines.js';
import type { SelectedLine, Selection } from '../../src/select/selected-line.js';
import { summaryLines } from '../../src/select/summary-lines.js';
import { sampleDocument, sampleLine } from '../samples/sample-document.js';
import { samplePolicy } from '../samples/sample-policy.js';

const monthly = { period: 'monthly', firstPaymentIncluded: false } as const;

function detailOf(lines: readonly Partial<DocumentLine>[], over = {}): Selection {
  const all = lines.map((line, index) => sampleLine({ key: `L${index + 1}`, ...line }));
  return selectLines(sampleDocument({ lines: all, ...over }), samplePolicy());
}

function summaryOf(lines: readonly Partial<DocumentLine>[], over = {}): Selection {
  return summaryLines(sampleDocument(over), detailOf(lines, over), { number: 'Q-1', at: 'here' });
}

const short = (line: SelectedLine): string =>
  `${line.key} | ${line.name} | ${line.price} | cost ${line.cost}`;

describe('summaryLines', () => {
  it('makes one line of all lines, with what they amount to and cost together', () => {
    const { lines, skipped } = summaryOf([
      { lineType: 'heading' },
      { quantity: '3', unitPrice: '0.335', unitCost: '0.111' },
      { unitPrice: '20', unitCost: '12' },
      { lineType: 'percentDiscount', unitPrice: '-2' },
      { lineType: 'comment', unitPrice: '0' },
    ]);
    expect(lines.map(short)).to.deep.equal(['summary | Office refresh | 19.01 | cost 12.33']);
    expect(lines[0]).to.deep.include({ quantity: '1', amount: '19.01', note: '', kind: 'text' });
    expect(lines[0]?.itemNumber?.number).to.equal('Q-1');
    expect(skipped.map(({ key }) => key)).to.deep.equal([]);
  });

  it('is named by the number of a document without a name', () => {
    expect(summaryOf([{}], { name: '' }).lines[0]?.name).to.equal('AAAQ1001');
  });

  it('keeps billing periods and tax codes apart, and says which is which', () => {
    const { lines } = summaryOf([
      { unitPrice: '1', taxCode: 'Y' },
      { unitPrice: '2', taxCode: 'n' },
      { unitPrice: '4', taxCode: 'Y', recurrence: monthly },
      { unitPrice: '8', taxCode: 'N' },
    ]);
    expect(lines.map(short)).to.deep.equal([
      'summary:oneOff:N | Office refresh (one-off, tax code N) | 10 | cost 0',
      'summary:oneOff:Y | Office refresh (one-off, tax code Y) | 1 | cost 0',
      'summary:monthly:Y | Office refresh (monthly, tax code Y) | 4 | cost 0',
    ]);
  });

  it('counts freight with its own tax code and cost', () => {
    const freight = { amount: '25', cost: '18', taxable: false };
    const { lines } = summaryOf([{ unitPrice: '100', taxCode: 'Y' }], { freight });
    expect(lines.map(({ taxCode, price, cost }) => `${taxCode} ${price} ${cost}`)).to.deep.equal([
      'N 25 18',
      'Y 100 0',
    ]);
    expect(summaryOf([{ unitPrice: '100', taxCode: 'N' }], { freight }).lines.map(short)).to.deep.equal([
      'summary | Office refresh | 125 | cost 18',
    ]);
  });

  it('leaves options out that are not selected, and says so', () => {
    const { lines, skipped } = summaryOf([
      { unitPrice: '10' },
      { attributes: ['option'], unitPrice: '5' },
      { attributes: ['option', 'optionSelected'], unitPrice: '3' },
    ]);
    expect(lines.map(({ price }) => price)).to.deep.equal(['13']);
    expect(skipped.map(({ key, reason }) => `${key} ${reason.at}`)).to.deep.equal([
      'L2 opportunity.lineHandling',
    ]);
  });

  it('does not lose the cost of what is free of charge', () => {
    expect(
      summaryOf([
        { unitPrice: '0', unitCost: '7' },
        { unitPrice: '9', taxCode: 'Y' },
      ]).lines.map(short),
    ).to.deep.equal(['summary | Office refresh | 9 | cost 7']);
  });

  it('makes one line of what is free of charge in every billing period', () => {
    const { lines } = summaryOf([{ unitPrice: '0' }, { unitPrice: '0', recurrence: monthly }]);
    expect(lines.map(short)).to.deep.equal(['summary | Office refresh | 0 | cost 0']);
  });

  it('gives each billing period the sums that its lines have, with any lines', () => {
    const money = fc
      .integer({ min: -99_999, max: 99_999 })
      .map((cents) => round(multiply(cents, '0.001'), 3));
    const line = fc.record({
      unitPrice: money,
      unitCost: money,
      quantity: fc.integer({ min: 1, max: 40 }).map(String),
      taxCode: fc.constantFrom('Y', 'N', 'B', ''),
      lineType: fc.constantFrom('product', 'percentDiscount', 'percentCharge', 'comment', 'heading'),
      attributes: fc.constantFrom<DocumentLine['attributes']>([], ['option'], ['exclude']),
      recurrence: fc.option(
        fc.constantFrom('weekly', 'monthly', 'quarterly', 'yearly').map((period) => ({
          period,
          firstPaymentIncluded: false,
        })),
        { nil: undefined },
      ),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (parts) => {
        const lines = parts.map(({ recurrence, ...rest }) => ({
          ...rest,
          ...(recurrence === undefined ? {} : { recurrence }),
        })) as readonly Partial<DocumentLine>[];
        const detail = detailOf(lines);
        const summary = summaryLines(sampleDocument(), detail, { number: 'X', at: 'here' });
        const document = sampleDocument();
        const [before, after] = [
          documentMoney(document, detail.lines),
          documentMoney(document, summary.lines),
        ];
        const [earned, kept] = [documentProfit(detail.lines), documentProfit(summary.lines)];
        for (const period of billingPeriods) {
          expect(after.net[period] ?? '0', `net ${period}`).to.equal(before.net[period] ?? '0');
          expect(kept[period] ?? '0', `profit ${period}`).to.equal(earned[period] ?? '0');
        }
        expect(after.optional).to.deep.equal({});
        const keys = summary.lines.map(({ key }) => key);
        expect(new Set(keys).size).to.equal(keys.length);
        expect(costOf(summary.lines)).to.equal(costOf(detail.lines.filter(({ optional }) => !optional)));
      }),
    );
  });
});

function costOf(lines: readonly SelectedLine[]): string {
  return add(
    ...lines.map(({ quantity, cost, kind }) => (kind === 'heading' ? '0' : round(multiply(quantity, cost)))),
  );
}
