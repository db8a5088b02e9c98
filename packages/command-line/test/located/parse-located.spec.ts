import { parseLocated, type Located } from '../../src/located/parse-located.js';
import { expect } from 'chai';

describe('files whose values know their places', () => {
  const read = (text: string): Extract<Located, { ok: true }> => {
    const located = parseLocated(text);
    if (!located.ok) throw new Error(located.expected);
    return located;
  };
  const yaml = ['# rules', 'name: Ours', 'rows:', '  - when: Labor', "    value: '&DI_X'", ''].join('\n');

  it('tell line and column of a value, and of the nearest thing around one that is not there', () => {
    const { content, placeOf } = read(yaml);
    expect(content).to.deep.equal({ name: 'Ours', rows: [{ when: 'Labor', value: '&DI_X' }] });
    expect(placeOf('/name')).to.deep.equal({ line: 2, column: 7 });
    expect(placeOf('/rows/0/value')).to.deep.equal({ line: 5, column: 12 });
    expect(placeOf('/rows/0/comment/more')).to.deep.equal({ line: 4, column: 5 });
    expect(placeOf('')).to.deep.equal({ line: 2, column: 1 });
  });

  it('tell where in a text something stands, as long as the file spells it as it is', () => {
    const { placeOf } = read(`${yaml}escaped: "a\\tb"\nlong: >\n  one\n  two\n`);
    expect(placeOf('/rows/0/value', 0)).to.deep.equal({ line: 5, column: 13 });
    expect(placeOf('/rows/0/value', 1)).to.deep.equal({ line: 5, column: 14 });
    expect(placeOf('/name', 2)).to.deep.equal({ line: 2, column: 9 });
    expect(placeOf('/escaped', 2)).to.deep.equal({ line: 6, column: 10 });
    expect(placeOf('/long', 5).line).to.equal(7);
  });

  it('tell where a name stands', () => {
    expect(read(yaml).nameOf('/rows/0/value')).to.deep.equal({ line: 5, column: 5 });
    expect(read('{\n "a": {\n  "b": 1 } }').nameOf('/a/b')).to.deep.equal({ line: 3, column: 3 });
  });

  it('are never read half: faults have a place', () => {
    expect(parseLocated('a: 1\nb: [1, 2\nc: 3\n')).to.include({ ok: false, fault: 'syntax' });
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (const [name, of] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf'].map((pair) => pair.split('')))
      bomb.push(`${name ?? ''}: &${name ?? ''} [${Array(10).fill(`*${of ?? ''}`).join(', ')}]`); // prettier-ignore
    expect(parseLocated(bomb.join('\n'))).to.include({ ok: false, fault: 'aliases' });
    expect(parseLocated('['.repeat(20_000))).to.include({ ok: false });
  });

  it('have names as they are written, whatever they look like', () => {
    const names = ['007', '1e3', '0x1F', '1.50', 'true', 'null', '~', '9007199254740993'];
    const { content, placeOf } = read(names.map((name) => `${name}: x\n`).join(''));
    expect(Object.keys(content as object)).to.have.members(names);
    expect(placeOf('/1.50').line).to.equal(4);
    expect(parseLocated('? [a]\n: x\n')).to.include({ ok: false, fault: 'syntax' });
  });

  it('have each name once', () => {
    expect(parseLocated('a:\n  b: 1\n  c: { d: 1, "d": 2 }\n')).to.deep.include({
      ok: false,
      fault: 'syntax',
      place: { line: 3, column: 14 },
    });
    expect(parseLocated('a: 1\nb: { a: 1 }\n"01": x\n1: y\n')).to.include({ ok: true });
  });

  it('are read in time however many names they have', () => {
    const time = (rows: number): number => {
      const text = Array.from({ length: rows }, (_, row) => `P-${row}: group\n`).join('');
      const started = performance.now();
      expect(Object.keys(read(text).content as object)).to.have.length(rows);
      return performance.now() - started;
    };
    // Eight times as many: eight times as long, not sixty-four times.
    const ratios = [1, 2, 3].map(() => time(24_000) / time(3_000));
    expect(Math.min(...ratios), ratios.join()).to.be.below(24);
  });

  it('tell the places of many names in time', () => {
    const time = (rows: number): number => {
      const text = Array.from({ length: rows }, (_, row) => `P-${row}: group\n`).join('');
      const { placeOf, nameOf } = read(text);
      const started = performance.now();
      const lines = Array.from(
        { length: rows },
        (_, row) => placeOf(`/P-${row}`).line + nameOf(`/P-${row}`).line,
      );
      const taken = performance.now() - started;
      expect(lines.every((sum, row) => sum === 2 * (row + 1))).to.equal(true);
      return taken;
    };
    const ratios = [1, 2, 3].map(() => time(16_000) / time(2_000));
    expect(Math.min(...ratios), ratios.join()).to.be.below(24);
  });

  it('keep names that mean something to objects as names', () => {
    const { content } = read('constructor: 1\n__proto__: 2\n');
    expect(Object.keys(content as object)).to.deep.equal(['constructor', '__proto__']);
  });
});
