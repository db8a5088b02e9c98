import { expect } from 'chai';
import fc from 'fast-check';
import { mergeLinked } from '../../src/datalink/merge-linked.js';

const values = fc.dictionary(fc.constantFrom('A', 'B', 'C'), fc.constantFrom('', '1', '2'), { maxKeys: 3 });

describe('mergeLinked', () => {
  it('has nothing left to write once it was written, whatever stood there', () => {
    fc.assert(
      fc.property(values, values, values, (wanted, current, last) => {
        const image = { wanted: last, stored: last };
        const first = mergeLinked(wanted, current, image);
        const now = { ...current, ...first.write };
        const second = mergeLinked(wanted, now, { wanted, stored: { ...now, ...last, ...first.write } });
        expect(second.write).to.deep.equal({});
      }),
    );
  });

  it('never writes a value that a person changed, and names it', () => {
    fc.assert(
      fc.property(values, values, values, (wanted, current, last) => {
        const { write, kept, standing } = mergeLinked(wanted, current, { wanted: last, stored: last });
        for (const [field, want] of Object.entries(wanted)) {
          const changed = field in last && field in current && current[field] !== last[field];
          if (!changed || current[field] === want) continue;
          expect(write).to.not.have.property(field);
          expect(standing[field]).to.equal(current[field]);
          expect(kept.map((entry) => entry.field)).to.include(field);
        }
      }),
    );
  });

  it('writes everything that differs where nothing is remembered', () => {
    expect(mergeLinked({ A: '1', B: '2' }, { A: '1', B: 'x' }, undefined)).to.deep.equal({
      write: { B: '2' },
      before: { B: 'x' },
      standing: { A: '1', B: '2' },
      kept: [],
    });
  });

  it('does not take other line breaks for a change', () => {
    const image = { wanted: { A: 'one\r\ntwo' }, stored: { A: 'one\r\ntwo' } };
    const now = { A: 'one\ntwo' };
    expect(mergeLinked({ A: 'one\r\ntwo' }, now, image).write).to.deep.equal({});
    expect(mergeLinked({ A: 'three' }, now, image)).to.deep.include({ write: { A: 'three' }, kept: [] });
  });

  it('takes how the PSA showed a value for that value', () => {
    const image = { wanted: { A: 'long text' }, stored: { A: 'long' } };
    expect(mergeLinked({ A: 'long text' }, { A: 'long' }, image).write).to.deep.equal({});
    expect(mergeLinked({ A: 'new' }, { A: 'long' }, image).write).to.deep.equal({ A: 'new' });
  });
});
