import { expect } from 'chai';
import fc from 'fast-check';
import {
  add,
  compare,
  divide,
  isZero,
  magnitude,
  multiply,
  parseDecimal,
  round,
  roundings,
  subtract,
  toFixed,
  toNumber,
} from '../../src/domain/decimal.js';

const canonicalForm = /^(0|-?(0|[1-9]\d*)(\.\d*[1-9])?)$/;

interface Scaled {
  readonly digits: bigint;
  readonly places: number;
}

const scaled = fc.record({
  digits: fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
  places: fc.integer({ min: 0, max: 8 }),
});

/** Independent of the library: a whole number with the point set by hand. */
function textOf({ digits, places }: Scaled): string {
  const sign = digits < 0n ? '-' : '';
  const all = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0');
  const whole = all.slice(0, all.length - places);
  const fraction = all.slice(all.length - places).replace(/0+$/, '');
  const text = fraction === '' ? whole : `${whole}.${fraction}`;
  return text === '0' ? '0' : `${sign}${text}`;
}

function rescale({ digits, places }: Scaled, to: number): bigint {
  return digits * 10n ** BigInt(to - places);
}

describe('decimal', () => {
  it('brings every spelling of a number to one text', () => {
    const spellings: readonly (readonly [unknown, string])[] = [
      ['1399.00', '1399'],
      ['+5', '5'],
      ['-0.00', '0'],
      [-0, '0'],
      ['.5', '0.5'],
      ['5.', '5'],
      ['0005', '5'],
      ['1e3', '1000'],
      ['1E-7', '0.0000001'],
      [1e21, '1000000000000000000000'],
      [0.1, '0.1'],
      ['  7 ', '7'],
      [Number.MIN_SAFE_INTEGER, '-9007199254740991'],
    ];
    for (const [value, text] of spellings) expect(parseDecimal(value), String(value)).to.equal(text);
  });

  it('refuses what is no finite decimal number', () => {
    const junk: readonly unknown[] = [
      '',
      ' ',
      '-',
      '.',
      'e5',
      '1,399.00',
      '1 000',
      '$5',
      '0x10',
      '0b1',
      'NaN',
      'Infinity',
      '-Infinity',
      '1e1000',
      '١٢',
      '１２',
      '1_000',
      '5%',
      NaN,
      Infinity,
      null,
      undefined,
      true,
      {},
      [],
      5n,
    ];
    for (const value of junk) expect(parseDecimal(value), String(value)).to.equal(undefined);
  });

  it('parses to canonical form, and equal numbers to equal text', () => {
    fc.assert(
      fc.property(scaled, fc.integer({ min: 0, max: 5 }), (number, more) => {
        const text = textOf(number);
        const padded = text.includes('.') ? `${text}${'0'.repeat(more)}` : `${text}.${'0'.repeat(more)}`;
        expect(parseDecimal(text)).to.equal(text);
        expect(parseDecimal(padded)).to.equal(text);
        expect(text).to.match(canonicalForm);
      }),
    );
  });

  it('keeps every number of a double as it prints', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = parseDecimal(value);
        expect(Number(text)).to.equal(value === 0 ? 0 : value);
        expect(text).to.match(canonicalForm);
      }),
    );
  });

  it('adds and subtracts exactly', () => {
    fc.assert(
      fc.property(scaled, scaled, (left, right) => {
        const sum = rescale(left, 8) + rescale(right, 8);
        const difference = rescale(left, 8) - rescale(right, 8);
        expect(add(textOf(left), textOf(right))).to.equal(textOf({ digits: sum, places: 8 }));
        expect(subtract(textOf(left), textOf(right))).to.equal(textOf({ digits: difference, places: 8 }));
        expect(compare(textOf(left), textOf(right))).to.equal(
          difference === 0n ? 0 : difference > 0n ? 1 : -1,
        );
      }),
    );
  });

  it('multiplies exactly', () => {
    fc.assert(
      fc.property(scaled, scaled, (left, right) => {
        const digits = left.digits * right.digits;
        expect(multiply(textOf(left), textOf(right))).to.equal(
          textOf({ digits, places: left.places + right.places }),
        );
      }),
    );
  });

  it('rounds half away from zero', () => {
    const half = [
      ['0.005', '0.01'],
      ['-0.005', '-0.01'],
      ['2.675', '2.68'],
      ['1.004999', '1'],
      ['-0.004', '0'],
    ] as const;
    for (const [value, rounded] of half) expect(round(value), value).to.equal(rounded);
    fc.assert(
      fc.property(scaled, fc.integer({ min: 0, max: 8 }), (number, places) => {
        const unit = 10n ** BigInt(8 - places);
        const value = rescale(number, 8);
        const magnitude = value < 0n ? -value : value;
        const digits = (magnitude + unit / 2n) / unit;
        const expected = textOf({ digits: value < 0n ? -digits : digits, places });
        expect(round(textOf(number), places)).to.equal(expected);
      }),
    );
  });

  it('rounds in other ways when told so, and takes a sign off', () => {
    const ways = (value: string): readonly string[] => roundings.map((way) => round(value, 2, way));
    expect(roundings).to.deep.equal(['halfUp', 'halfEven', 'halfDown', 'down', 'up']);
    expect(ways('0.005')).to.deep.equal(['0.01', '0', '0', '0', '0.01']);
    expect(ways('-0.015')).to.deep.equal(['-0.02', '-0.02', '-0.01', '-0.01', '-0.02']);
    expect(ways('1.0149')).to.deep.equal(['1.01', '1.01', '1.01', '1.01', '1.02']);
    expect([magnitude('-2.50'), magnitude('0'), magnitude('3')]).to.deep.equal(['2.5', '0', '3']);
  });

  it('divides to the places asked for, half away from zero', () => {
    expect(divide('10', '3', 4)).to.equal('3.3333');
    expect(divide('-10', '3', 4)).to.equal('-3.3333');
    expect(divide('1', '8', 2)).to.equal('0.13');
    expect(divide('-1', '8', 2)).to.equal('-0.13');
  });

  it('adds nothing up to zero and multiplies nothing to one', () => {
    expect(add()).to.equal('0');
    expect(multiply()).to.equal('1');
    expect(isZero('-0.000')).to.equal(true);
  });

  it('shows money with its places and never a negative zero', () => {
    expect(toFixed('1399')).to.equal('1399.00');
    expect(toFixed('-0.005')).to.equal('-0.01');
    expect(toFixed('-0.001')).to.equal('0.00');
    expect(toNumber('-12.50')).to.equal(-12.5);
  });
});
