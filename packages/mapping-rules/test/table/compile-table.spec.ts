import { expect } from 'chai';
import fc from 'fast-check';
import { compileTable } from '../../src/index.js';

describe('compileTable', () => {
  const rows = [
    { key: 'Product', value: '12' },
    { key: ' Labör ', value: '13' },
  ];

  it('says the row that matched', () => {
    expect(compileTable(rows).lookup('Product')).to.deep.equal({ matched: 'row', value: '12', row: 0 });
  });

  it('regards neither case nor surrounding space nor composition', () => {
    const table = compileTable(rows);
    for (const key of ['labör', 'LABÖR', ' Labo\u0308r\t', 'LABO\u0308R']) {
      expect(table.lookup(key)).to.include({ matched: 'row', row: 1 });
    }
  });

  it('gives the default, and says so', () => {
    const table = compileTable(rows, { default: '1' });
    expect(table.lookup('Other')).to.deep.equal({ matched: 'default', value: '1', row: undefined });
    expect(table.lookup('')).to.include({ matched: 'default' });
  });

  it('says when nothing matches', () => {
    expect(compileTable(rows).lookup('Other')).to.deep.equal({
      matched: 'none',
      value: undefined,
      row: undefined,
    });
    expect(compileTable([]).lookup('')).to.include({ matched: 'none' });
  });

  it('keeps falsy values apart from no value', () => {
    expect(compileTable([{ key: 'a', value: 0 }], { default: 0 }).lookup('b')).to.include({
      matched: 'default',
      value: 0,
    });
  });

  it('reports empty and repeated keys; the first row wins', () => {
    const table = compileTable([...rows, { key: ' ', value: '14' }, { key: 'PRODUCT', value: '15' }]);
    expect(table.faults.map(({ code, path }) => [code, path])).to.deep.equal([
      ['table.emptyKey', '/2/key'],
      ['table.duplicateKey', '/3/key'],
    ]);
    expect(table.faults[1]?.message).to.equal('Row 4 (“PRODUCT”) repeats the key of row 1.');
    expect(table.lookup('PRODUCT')).to.include({ value: '12', row: 0 });
    expect(table.lookup(' ')).to.include({ matched: 'none' });
    expect(table.size).to.equal(2);
  });

  it('treats names of Object.prototype as any other key', () => {
    for (const key of ['__proto__', 'constructor', 'toString']) {
      expect(compileTable(rows).lookup(key).matched).to.equal('none');
      expect(compileTable([{ key, value: 1 }]).lookup(key).matched).to.equal('row');
    }
  });

  it('answers the same however often and however spelt it is asked', () => {
    const spelling = fc.string({ unit: 'binary', maxLength: 12 });
    fc.assert(
      fc.property(fc.array(spelling, { maxLength: 20 }), fc.array(spelling), (keys, asked) => {
        const table = compileTable(
          keys.map((key, value) => ({ key, value })),
          { default: -1 },
        );
        expect(table.size + table.faults.length).to.equal(keys.length);
        for (const key of [...asked, ...keys]) {
          const fresh = compileTable(
            keys.map((text, value) => ({ key: text, value })),
            { default: -1 },
          );
          expect(table.lookup(key)).to.deep.equal(fresh.lookup(` ${key} `));
          expect(table.lookup(key)).to.equal(table.lookup(key));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('does not grow without bound', () => {
    const table = compileTable(rows);
    for (let index = 0; index < 5000; index++) expect(table.lookup(`key ${index}`).matched).to.equal('none');
    expect(table.lookup('product').matched).to.equal('row');
  });
});
