import { expect } from 'chai';
import fc from 'fast-check';
import { compilePartNumberRule, type PartNumberGeneration } from '../../src/index.js';
import { ruleErrorOf } from '../rule-error-of.js';
import { scopeOf, vocabulary } from '../vocabulary.js';

const macro = '&DI_ItemType:&DI_ManufacturerPartNumber';
const byItemType: PartNumberGeneration = {
  mode: 'byItemType',
  byItemType: { Labor: 'LAB-&DH_DocNo', Product: macro },
  otherwise: 'X-&DI_ManufacturerPartNumber',
};

const rule = (field: string, generation: PartNumberGeneration): ReturnType<typeof compilePartNumberRule> =>
  compilePartNumberRule({
    field,
    generation,
    fallbackByLineType: { product: 'MISC', comment: ' ' },
    vocabulary,
  });

describe('compilePartNumberRule', () => {
  it('takes the mapped field when it is filled and runs no macro (test vector 1)', () => {
    const resolved = rule('InternalPartNumber', { mode: 'macro', macro }).resolve(
      scopeOf({ InternalPartNumber: ' ABC ', ItemType: 'Product', ManufacturerPartNumber: 'DVC503' }),
      'product',
    );
    expect(resolved).to.deep.equal({
      number: 'ABC',
      reason: { source: 'field', field: 'InternalPartNumber' },
    });
  });

  it('makes a number by macro when the field is empty (test vector 2)', () => {
    const scope = scopeOf({ InternalPartNumber: ' ', ItemType: 'Product', ManufacturerPartNumber: 'DVC503' });
    expect(rule('internalpartnumber', { mode: 'macro', macro }).resolve(scope, 'product')).to.deep.equal({
      number: 'Product:DVC503',
      reason: { source: 'macro', macro, chosenBy: 'macro', itemType: 'Product' },
    });
  });

  it('never makes up the number of the manufacturer (test vector 3)', () => {
    for (const generation of [{ mode: 'none' }, { mode: 'macro', macro }, byItemType] as const) {
      expect(
        rule('ManufacturerPartNumber', generation).resolve(scopeOf({ ItemType: 'Product' }), 'product'),
      ).to.deep.equal({
        number: 'MISC',
        reason: { source: 'fallback', lineType: 'product', because: 'notOffered' },
      });
    }
  });

  it('chooses the macro by ItemType, else the macro for all others', () => {
    const compiled = rule('InternalPartNumber', byItemType);
    const line = { ManufacturerPartNumber: 'M1' };
    const resolve = (ItemType: string): unknown =>
      compiled.resolve(scopeOf({ ...line, ItemType }, { DocNo: 'Q7' }), 'product');
    expect(resolve(' LABOR')).to.deep.include({ number: 'LAB-Q7' });
    expect(resolve('Product')).to.deep.include({ number: 'Product:M1' });
    for (const itemType of ['Freight', '']) {
      expect(resolve(itemType)).to.deep.equal({
        number: 'X-M1',
        reason: { source: 'macro', macro: 'X-&DI_ManufacturerPartNumber', chosenBy: 'otherwise', itemType },
      });
    }
  });

  it('falls back by line type, and says why', () => {
    const empty = scopeOf({});
    const outcome = (generation: PartNumberGeneration, lineType: string): unknown =>
      rule('InternalPartNumber', generation).resolve(empty, lineType);
    expect(outcome({ mode: 'none' }, 'product')).to.deep.equal({
      number: 'MISC',
      reason: { source: 'fallback', lineType: 'product', because: 'switchedOff' },
    });
    expect(outcome({ mode: 'macro', macro }, 'product')).to.deep.equal({
      number: 'MISC',
      reason: { source: 'fallback', lineType: 'product', because: 'macroGaveNothing', macro },
    });
    expect(outcome({ mode: 'byItemType', byItemType: {} }, 'comment')).to.deep.equal({
      number: '',
      reason: { source: 'none', lineType: 'comment', because: 'noMacroForItemType' },
    });
    expect(outcome({ mode: 'none' }, '__proto__')).to.deep.include({ number: '' });
  });

  it('does not look at macros that the mode does not use', () => {
    expect(() => rule('InternalPartNumber', { mode: 'none', macro: '&DI_Nothing' })).not.to.throw();
  });

  it('addresses what cannot work', () => {
    const at = (field: string, generation: PartNumberGeneration): unknown => {
      const { code, path, position, suggestions } = ruleErrorOf(() => rule(field, generation));
      return { code, path, position, suggestions };
    };
    const none = { position: undefined, suggestions: [] };
    expect(at('InternalPartNumbr', { mode: 'none' })).to.deep.equal({
      ...none,
      code: 'partNumber.unknownField',
      path: '/field',
      suggestions: ['InternalPartNumber'],
    });
    expect(at('InternalPartNumber', { mode: 'macro', macro: ' ' })).to.deep.equal({
      ...none,
      code: 'partNumber.macroMissing',
      path: '/generation/macro',
    });
    expect(
      at('InternalPartNumber', { mode: 'byItemType', byItemType: { 'a/b': 'x&DI_Itemtyp' } }),
    ).to.deep.equal({
      code: 'macro.unknownField',
      path: '/generation/byItemType/a~1b',
      position: 1,
      suggestions: ['&DI_ItemType'],
    });
    expect(
      at('InternalPartNumber', { mode: 'byItemType', byItemType: { Labor: 'a', 'labor ': 'b' } }),
    ).to.deep.equal({
      ...none,
      code: 'table.duplicateKey',
      path: '/generation/byItemType/labor ',
    });
  });

  it('gives a number exactly when the reason is not none', () => {
    const text = fc.string({ unit: 'binary', maxLength: 6 });
    const generation = fc.constantFrom<PartNumberGeneration>(
      { mode: 'none' },
      { mode: 'macro', macro },
      byItemType,
    );
    fc.assert(
      fc.property(
        text,
        text,
        text,
        generation,
        fc.constantFrom('product', 'comment', 'other'),
        (part, type, mpn, mode, lineType) => {
          const { number, reason } = rule('InternalPartNumber', mode).resolve(
            scopeOf({ InternalPartNumber: part, ItemType: type, ManufacturerPartNumber: mpn }),
            lineType,
          );
          expect(number === '').to.equal(reason.source === 'none');
          expect(number).to.equal(number.trim());
          if (part.trim() !== '') expect(number).to.equal(part.trim());
        },
      ),
    );
  });
});
