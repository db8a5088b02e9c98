import { expect } from 'chai';
import { readCode, readDate, readDecimal, readFlag, readId, readText } from '../../src/record/read-values.js';
import { haloDate, haloId } from '../../src/record/write-values.js';

describe('reading and writing single values', () => {
  it('tells what is empty from what is not reported', () => {
    expect(readText({ a: null }, 'a')).to.equal('');
    expect(readText({}, 'a')).to.equal(undefined);
    expect(readDate({ a: null }, 'a')).to.equal(null);
    expect(readDate({}, 'a')).to.equal(undefined);
    expect(readFlag({}, 'a')).to.equal(undefined);
    expect(readDecimal({ a: null }, 'a')).to.equal(undefined);
  });

  it('reads ids in every spelling and none for zero', () => {
    expect([12, 12.0, '12', '12.0'].map((a) => readId({ a }, 'a'))).to.deep.equal(['12', '12', '12', '12']);
    expect([0, -1, null, '', 'x', 1.5].map((a) => readId({ a }, 'a'))).to.deep.equal(
      Array(6).fill(undefined),
    );
    expect(readCode({ a: 0 }, 'a')).to.equal('0');
  });

  it('reads dates as days in UTC, and stand-ins as empty', () => {
    const read = (a: string): unknown => readDate({ a }, 'a');
    expect(read('2026-03-01T00:00:00')).to.equal('2026-03-01');
    expect(read('2026-03-01T23:59:59.999Z')).to.equal('2026-03-01');
    expect(read('2026-03-01T23:30:00-05:00')).to.equal('2026-03-02');
    expect(read('1899-12-30T00:00:00')).to.equal(null);
    expect(read('soon')).to.equal(null);
    expect(read(haloDate('2026-03-01') ?? '')).to.equal('2026-03-01');
  });

  it('reads a flag that is a boolean, a number, or the text of either', () => {
    const read = (a: unknown): unknown => readFlag({ a }, 'a');
    expect([true, 1, 'true', ' True ', '1'].map(read)).to.deep.equal(Array(5).fill(true));
    expect([false, 0, null, 'false', '0'].map(read)).to.deep.equal(Array(5).fill(false));
    expect(['', 'soon', [], {}].map(read)).to.deep.equal(Array(4).fill(undefined));
  });

  it('normalises line ends', () => {
    expect(readText({ a: 'one\r\ntwo\rthree' }, 'a')).to.equal('one\ntwo\nthree');
  });

  it('keeps money exact', () => {
    expect(readDecimal({ a: 1399.1 }, 'a')).to.equal('1399.1');
    expect(readDecimal({ a: 12.0 }, 'a')).to.equal('12');
  });

  it('refuses an id that cannot be one', () => {
    expect(haloId('17', 'x')).to.equal(17);
    for (const id of ['0', '-3', '1.5', 'abc', '', '99999999999']) {
      expect(() => haloId(id, 'client_id'), id).to.throw(/client_id/);
    }
  });
});
