import { expect } from 'chai';
import fc from 'fast-check';
import {
  compileRuleSet,
  type CompiledRuleSet,
  type PartNumber,
  type PartNumberGeneration,
  type PartNumberRules,
  type Problem,
} from '../../src/index.js';
import { scopeOf } from '../vocabulary.js';

const macro = '&DI_ItemType:&DI_ManufacturerPartNumber';
const byItemType: PartNumberGeneration = {
  mode: 'byItemType',
  byItemType: { rows: { Labor: 'LAB-&DH_DocNo', Product: macro }, default: 'X-&DI_ManufacturerPartNumber' },
};

function compiled(partNumber: PartNumberRules, more: object = {}): CompiledRuleSet {
  const compilation = compileRuleSet({ version: 1, partNumber, ...more });
  if (!compilation.ok) throw new Error(JSON.stringify(compilation.problems));
  return compilation.rule;
}

function problemsOf(partNumber: object): readonly Problem[] {
  return compileRuleSet({ version: 1, partNumber }).problems;
}

const withFallback = (field: string, generation: PartNumberGeneration): CompiledRuleSet =>
  compiled({ field, generation, fallbackByLineType: { product: 'MISC', freight: ' ', percentCharge: 'CH' } });

function numberOf(
  rules: CompiledRuleSet,
  line: Record<string, string>,
  lineType = 'product',
  header: Record<string, string> = {},
): PartNumber | undefined {
  return rules.partNumber(scopeOf(line, header), lineType);
}

describe('part numbers', () => {
  it('are the mapped field when it is filled, and no macro runs', () => {
    const line = { InternalPartNumber: ' ABC ', ItemType: 'Product', ManufacturerPartNumber: 'DVC503' };
    expect(numberOf(withFallback('InternalPartNumber', { mode: 'macro', macro }), line)).to.deep.equal({
      number: 'ABC',
      reason: { source: 'field', field: 'InternalPartNumber' },
    });
  });

  it('are made by macro when the field is empty', () => {
    const line = { InternalPartNumber: ' ', ItemType: 'Product', ManufacturerPartNumber: 'DVC503' };
    const path = '/partNumber/generation/macro';
    for (const field of ['internalpartnumber', 'DI_InternalPartNumber'])
      expect(numberOf(withFallback(field, { mode: 'macro', macro }), line)).to.deep.equal({
        number: 'Product:DVC503',
        reason: { source: 'macro', macro, path, chosenBy: 'macro', itemType: 'Product' },
      });
  });

  it('are never made up for the manufacturer', () => {
    for (const generation of [{ mode: 'none' }, { mode: 'macro', macro }, byItemType] as const) {
      expect(
        numberOf(withFallback('ManufacturerPartNumber', generation), { ItemType: 'Product' }),
      ).to.deep.equal({
        number: 'MISC',
        reason: { source: 'fallback', lineType: 'product', because: 'notOffered' },
      });
    }
  });

  it('are made by the macro of the ItemType, else by the macro for all others', () => {
    const rules = withFallback('InternalPartNumber', byItemType);
    const resolve = (ItemType: string): PartNumber | undefined =>
      numberOf(rules, { ManufacturerPartNumber: 'M1', ItemType }, 'product', { DocNo: 'Q7' });
    expect(resolve(' LABOR')).to.deep.include({ number: 'LAB-Q7' });
    expect(resolve('Product')?.reason).to.deep.equal({
      source: 'macro',
      macro,
      path: '/partNumber/generation/byItemType/rows/Product',
      chosenBy: 'byItemType',
      itemType: 'Product',
    });
    for (const itemType of ['Freight', '', '__proto__']) {
      expect(resolve(itemType)).to.deep.equal({
        number: 'X-M1',
        reason: {
          source: 'macro',
          macro: 'X-&DI_ManufacturerPartNumber',
          path: '/partNumber/generation/byItemType/default',
          chosenBy: 'otherwise',
          itemType,
        },
      });
    }
  });

  it('are made by the row of a fallback table, which holds macros, too', () => {
    const generation: PartNumberGeneration = {
      mode: 'byItemType',
      byItemType: { rows: [{ when: 'Labor', value: 'L' }], fallback: 'more' },
    };
    const tables = {
      more: { rows: [{ when: { Manufacturer: 'HP' }, value: 'HP-&DI_ItemType' }], default: 'D' },
    };
    const rules = compiled({ field: 'InternalPartNumber', generation }, { tables });
    const hp = numberOf(rules, { ItemType: 'Toner', Manufacturer: 'hp' });
    expect(hp).to.deep.include({ number: 'HP-Toner' });
    expect(hp?.reason).to.deep.include({ path: '/tables/more/rows/0', chosenBy: 'byItemType' });
    expect(numberOf(rules, {})?.reason).to.deep.include({
      path: '/tables/more/default',
      chosenBy: 'otherwise',
    });
    const wrong = { more: { rows: { x: '&DI_Nope' } } };
    const { problems } = compileRuleSet({
      version: 1,
      partNumber: { field: 'InternalPartNumber', generation },
      tables: wrong,
    });
    expect(problems.map(({ path }) => path)).to.deep.equal(['/tables/more/rows/x']);
  });

  it('fall back by line type, and say why', () => {
    const empty = scopeOf({});
    const outcome = (generation: PartNumberGeneration, lineType: string): unknown =>
      withFallback('InternalPartNumber', generation).partNumber(empty, lineType);
    expect(outcome({ mode: 'none' }, 'product')).to.deep.equal({
      number: 'MISC',
      reason: { source: 'fallback', lineType: 'product', because: 'switchedOff' },
    });
    expect(outcome({ mode: 'macro', macro }, 'product')).to.deep.equal({
      number: 'MISC',
      reason: { source: 'fallback', lineType: 'product', because: 'macroGaveNothing', macro },
    });
    expect(outcome({ mode: 'byItemType', byItemType: { rows: {} } }, 'groupHeader')).to.deep.equal({
      number: '',
      reason: { source: 'none', lineType: 'groupHeader', because: 'noMacroForItemType' },
    });
    expect(outcome({ mode: 'macro', macro: 'M' }, 'percentCharge')).to.deep.equal({
      number: 'CH',
      reason: { source: 'fallback', lineType: 'percentCharge', because: 'noProduct' },
    });
    for (const lineType of ['freight', 'comment', '__proto__', 'constructor'])
      expect(outcome({ mode: 'macro', macro: 'M' }, lineType)).to.deep.equal({
        number: '',
        reason: { source: 'none', lineType, because: 'noProduct' },
      });
  });

  it('that are missing are a problem of products and group headers only', () => {
    const rules = compiled({ field: 'InternalPartNumber' });
    const codes = (lineType: string): readonly string[] =>
      rules.resolve(scopeOf({}), lineType).problems.map(({ code }) => code);
    expect(codes('product')).to.deep.equal(['partNumber.none']);
    expect(codes('groupHeader')).to.deep.equal(['partNumber.none']);
    for (const lineType of ['comment', 'heading', 'freight', 'percentDiscount'])
      expect(codes(lineType)).to.deep.equal([]);
    expect(rules.resolve(scopeOf({}), 'anything').problems.map(({ code }) => code)).to.deep.equal([
      'data.wrongValue',
    ]);
  });

  describe('that are too long', () => {
    const line = { ManufacturerPartNumber: 'ABCDEFGH IJKLMNOP', ItemType: 'x' };
    const limited = (length: PartNumberRules['length']): CompiledRuleSet =>
      compiled({
        field: 'InternalPartNumber',
        generation: { mode: 'macro', macro: '&DI_ManufacturerPartNumber' },
        fallbackByLineType: { product: 'MISC' },
        ...(length === undefined ? {} : { length }),
      });

    it('are refused, and no other number takes their place', () => {
      const { values, problems } = limited({ maximum: 9 }).resolve(scopeOf(line), 'product');
      expect(values).to.deep.equal({ PartNumber: '' });
      expect(problems.map(({ code, path }) => [code, path])).to.deep.equal([
        ['partNumber.tooLong', '/partNumber/length'],
      ]);
      expect(numberOf(limited({ maximum: 9, tooLong: 'error' }), line)?.reason).to.deep.equal({
        source: 'none',
        lineType: 'product',
        because: 'tooLong',
        macro: '&DI_ManufacturerPartNumber',
      });
    });

    it('are cut, without a space at the end', () => {
      const cut = numberOf(limited({ maximum: 9, tooLong: 'cut' }), line);
      expect(cut?.number).to.equal('ABCDEFGH');
      expect(cut?.reason).to.include({ shortenedFrom: 'ABCDEFGH IJKLMNOP' });
      expect(numberOf(limited({ maximum: 17, tooLong: 'cut' }), line)?.reason).not.to.have.property(
        'shortenedFrom',
      );
    });

    it('end in a hash of all of it, so that two stay two', () => {
      const hashed = (text: string): string =>
        numberOf(limited({ maximum: 14, tooLong: 'hash' }), { ManufacturerPartNumber: text })?.number ?? '';
      expect(hashed(line.ManufacturerPartNumber)).to.match(/^ABCDE-[A-Z2-7]{8}$/);
      expect(hashed('ABCDEFGH IJKLMNOP')).not.to.equal(hashed('ABCDEFGH IJKLMNOQ'));
      expect(hashed('ABCDEFGHIJKLMN')).to.equal('ABCDEFGHIJKLMN');
    });

    it('are counted in characters, and no pair of surrogates is torn', () => {
      const faces = 'x😀😀😀😀';
      const cut = (maximum: number): string =>
        numberOf(limited({ maximum, tooLong: 'cut' }), { ManufacturerPartNumber: faces })?.number ?? '';
      expect(cut(5)).to.equal(faces);
      expect(cut(2)).to.equal('x😀');
      const whole = numberOf(limited({ maximum: 5 }), { ManufacturerPartNumber: faces });
      expect(whole).to.deep.include({ number: faces });
    });

    it('count as nothing when what is left identifies nothing', () => {
      const rules = limited({ maximum: 2, tooLong: 'cut' });
      expect(numberOf(rules, { ManufacturerPartNumber: '--A' })).to.deep.include({ number: 'MISC' });
    });

    it('are those of summaries, too', () => {
      const summary = { partNumber: 'Q-&DH_DocNo-&DH_DocName' };
      const header = { DocNo: 'AAAQ1001', DocName: 'x' };
      const made = (tooLong: 'cut' | 'hash' | 'error'): ReturnType<CompiledRuleSet['resolve']> =>
        compiled({ field: 'InternalPartNumber', length: { maximum: 11, tooLong } }, { summary }).explain(
          scopeOf({ InternalPartNumber: '1' }, header),
          'product',
        );
      expect(made('cut').values['SummaryPartNumber']).to.equal('Q-AAAQ1001-');
      expect(made('hash').values['SummaryPartNumber']).to.match(/^Q--[A-Z2-7]{8}$/);
      expect(made('error').values['SummaryPartNumber']).to.equal('');
      expect(made('error').problems.map(({ code, path }) => `${code} ${path}`)).to.deep.equal([
        'partNumber.tooLong /summary/partNumber',
      ]);
    });

    it('need room for more than the hash', () => {
      expect(
        problemsOf({ field: 'InternalPartNumber', length: { maximum: 9, tooLong: 'hash' } }).map(
          ({ path }) => path,
        ),
      ).to.deep.equal(['/partNumber/length/maximum']);
    });

    it('are whole when the field states them', () => {
      const rules = limited({ maximum: 3 });
      expect(numberOf(rules, { InternalPartNumber: 'ABCDEF' })).to.deep.include({ number: 'ABCDEF' });
    });
  });

  it('name everything that cannot work, all at once', () => {
    const problems = problemsOf({
      field: 'InternalPartNumbr',
      generation: {
        mode: 'byItemType',
        byItemType: {
          rows: [
            { when: 'Labor', value: 'x&DI_Itemtyp' },
            { when: 'Hardware', value: ' ' },
            { when: { Manufactuer: 'HP' }, value: 'HP' },
          ],
          default: '&DI_',
        },
      },
    });
    expect(problems.map(({ code, path, suggestions }) => [code, path, suggestions[0]])).to.deep.equal([
      ['partNumber.unknownField', '/partNumber/field', 'InternalPartNumber'],
      ['table.unknownField', '/partNumber/generation/byItemType/rows/2/when/Manufactuer', 'Manufacturer'],
      ['macro.unknownField', '/partNumber/generation/byItemType/rows/0/value', '&DI_ItemType'],
      ['partNumber.macroMissing', '/partNumber/generation/byItemType/rows/1/value', undefined],
      ['macro.nameMissing', '/partNumber/generation/byItemType/default', undefined],
    ]);
    for (const mode of ['macro', 'byItemType'])
      expect(problemsOf({ field: 'InternalPartNumber', generation: { mode } })).to.have.length(1);
  });

  it('are the same however the line type is written, as long as it is known', () => {
    const rules = compiled({
      field: 'InternalPartNumber',
      generation: byItemType,
      fallbackByLineType: { percentCharge: 'CH' },
    });
    const scope = scopeOf({ ItemType: 'Labor' }, { DocNo: 'A1' });
    for (const [lineType, texts] of [
      ['product', ['', '1', 'Product/Service']],
      ['percentCharge', ['128', 'Percent Charge']],
    ] as const) {
      const expected = rules.explain(scope, lineType);
      expect(expected.values['PartNumber']).not.to.equal('');
      for (const text of texts) {
        expect(rules.partNumber(scope, text)).to.deep.equal(rules.partNumber(scope, lineType));
        expect(rules.explain(scope, text)).to.deep.equal(expected);
      }
    }
    expect(rules.partNumber(scope, 'prodcut')?.reason.source).to.equal('none');
  });

  it('do not depend on macros that the mode does not use', () => {
    expect(problemsOf({ field: 'InternalPartNumber', generation: { mode: 'none', macro: '&DI_Nothing' } })).to.deep.equal([]); // prettier-ignore
  });

  it('are there exactly when the reason is not none, and are explained as they are made', () => {
    const text = fc.string({ unit: 'binary', maxLength: 12 });
    const generation = fc.constantFrom<PartNumberGeneration>(
      { mode: 'none' },
      { mode: 'macro', macro },
      byItemType,
    );
    const length = fc.constantFrom<PartNumberRules['length']>(
      undefined,
      { maximum: 4, tooLong: 'cut' },
      { maximum: 10, tooLong: 'hash' },
      { maximum: 5 },
    );
    const lineTypes = fc.constantFrom('product', 'comment', 'percentCharge', 'other');
    fc.assert(
      fc.property(
        text,
        text,
        text,
        generation,
        length,
        lineTypes,
        (part, type, mpn, mode, limit, lineType) => {
          const rules = compiled({
            field: 'InternalPartNumber',
            generation: mode,
            fallbackByLineType: { product: 'MISC', percentCharge: 'CH' },
            ...(limit === undefined ? {} : { length: limit }),
          });
          const scope = scopeOf({ InternalPartNumber: part, ItemType: type, ManufacturerPartNumber: mpn });
          const made = rules.partNumber(scope, lineType);
          const { number = '', reason } = made ?? {};
          expect(number === '').to.equal(reason?.source === 'none');
          expect(number).to.equal(number.trim());
          if (part.trim() !== '') expect(number).to.equal(part.trim());
          else if (reason?.source === 'macro' && limit !== undefined)
            expect(Array.from(number).length).to.be.at.most(limit.maximum);
          const [step] = rules.explain(scope, lineType).steps;
          expect(step).to.deep.include({ kind: 'partNumber', partNumber: made });
          expect(rules.explain(scope, lineType)).to.deep.include(rules.resolve(scope, lineType));
        },
      ),
    );
  });
});
