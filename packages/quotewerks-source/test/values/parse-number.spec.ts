import { decimal } from '@quotebridge/core/plugin';
import { expect } from 'chai';
import fc from 'fast-check';
import { parseNumber } from '../../src/values/parse-number.js';

const commas = { commas: 'thousands' } as const;
const clearCommas = { commas: 'unambiguous' } as const;
const noCommas = { commas: 'none' } as const;

describe('parseNumber', () => {
  const readable: readonly (readonly [text: string, value: string])[] = [
    ['1399', '1399'],
    ['1399.00', '1399'],
    ['0', '0'],
    ['-0.00', '0'],
    ['007.50', '7.5'],
    ['.5', '0.5'],
    ['12.', '12'],
    ['+12', '12'],
    ['1,399.00', '1399'],
    ['12,345,678.9', '12345678.9'],
    ['$1,399.00', '1399'],
    ['€ 12.50', '12.5'],
    ['12.50 €', '12.5'],
    ['-12.50', '-12.5'],
    ['-$12.50', '-12.5'],
    ['$-12.50', '-12.5'],
    ['(12.50)', '-12.5'],
    ['($1,399.00)', '-1399'],
    ['12.50-', '-12.5'],
    ['123456789012345678901234567890.123456789', '123456789012345678901234567890.123456789'],
  ];
  for (const [text, value] of readable) {
    it(`reads ${text} as ${value}`, () => expect(parseNumber(text, commas)).to.equal(value));
  }

  const unclear = [
    ...['12,5', '1,39', '1.399,00', '1,2345', ',123', '12,34,567', '1,399,00', '0,399'],
    ...['(-12)', '-12-', '(12', '12)', '--12', '+-12', '$12€', '12 50', '1 399.00'],
    ...['1e3', '0x10', 'NaN', 'Infinity', 'free', '-', '.', '$', '()', '1.2.3', '=1+1', '12%', '١٢'],
  ];
  for (const text of unclear)
    it(`does not guess at ${text}`, () => expect(parseNumber(text, commas)).to.equal(undefined));

  it('refuses every comma where it may be a decimal comma', () => {
    expect(parseNumber('1,399', noCommas)).to.equal(undefined);
    expect(parseNumber('1399.5', noCommas)).to.equal('1399.5');
  });

  it('refuses a single comma before three digits where it may be either mark', () => {
    for (const text of ['1,399', '$1,399', '-12,345', '(1,399)', '1,399-', '1,39'])
      expect(parseNumber(text, clearCommas), text).to.equal(undefined);
    expect(parseNumber('1,399', commas)).to.equal('1399');
    expect(parseNumber('1,399.00', clearCommas)).to.equal('1399');
    expect(parseNumber('1,399.', clearCommas)).to.equal('1399');
    expect(parseNumber('-1,234,567', clearCommas)).to.equal('-1234567');
    expect(parseNumber('1399.5', clearCommas)).to.equal('1399.5');
  });

  it('agrees with decimal arithmetic on plain numbers, in canonical form', () => {
    const number = fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat({ max: 9999 }));
    fc.assert(
      fc.property(number, ([whole, fraction]) => {
        const text = `${whole}.${String(fraction).padStart(4, '0')}`;
        expect(parseNumber(text, commas)).to.equal(decimal.parseDecimal(text));
      }),
    );
  });

  it('never fails on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const value = parseNumber(text, commas);
        if (value !== undefined) expect(decimal.parseDecimal(value)).to.equal(value);
      }),
    );
  });
});
