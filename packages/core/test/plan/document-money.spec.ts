import { expect } from 'chai';
import { documentMoney, documentProfit, sumOf } from '../../src/plan/document-money.js';
import { selectLines } from '../../src/select/select-lines.js';
import { sampleDocument, sampleLine } from '../samples/sample-document.js';
import { samplePolicy } from '../samples/sample-policy.js';

const document = sampleDocument({
  tax: { mode: 'perLine', total: '1.305' },
  currency: 'USD',
  freight: { amount: '7', cost: '4', taxable: false },
  lines: [
    sampleLine({ key: 'a', quantity: '3', unitPrice: '0.335', unitCost: '0.1' }),
    sampleLine({ key: 'b', unitPrice: '20', recurrence: { period: 'monthly', firstPaymentIncluded: false } }),
    sampleLine({ key: 'c', attributes: ['option'], unitPrice: '99' }),
    sampleLine({ key: 'd', lineType: 'percentDiscount', unitPrice: '-1' }),
    sampleLine({ key: 'e', lineType: 'heading', unitPrice: '50' }),
  ],
});
const { lines } = selectLines(document, samplePolicy());

describe('documentMoney', () => {
  it('adds up each period by itself, rounded line by line, options apart', () => {
    expect(documentMoney(document, lines)).to.deep.equal({
      net: { oneOff: '7.01', monthly: '20' },
      optional: { oneOff: '99' },
      tax: '1.31',
      currency: 'USD',
      discounts: [{ key: 'd', amount: '-1' }],
    });
  });

  it('says nothing of a period or tax that the document does not have', () => {
    expect(documentMoney(sampleDocument(), [])).to.deep.equal({ net: {}, optional: {} });
  });
});

describe('documentProfit', () => {
  it('takes the cost off, of freight too, and leaves options out', () => {
    expect(documentProfit(lines)).to.deep.equal({ oneOff: '2.71', monthly: '20' });
  });
});

describe('sumOf', () => {
  it('adds one period of everything', () => {
    expect(sumOf({ oneOff: '1.1', monthly: '2', yearly: '-0.1' })).to.equal('3');
    expect(sumOf({})).to.equal('0');
  });
});
