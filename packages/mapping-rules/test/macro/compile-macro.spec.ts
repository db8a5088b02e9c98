import { expect } from 'chai';
import { compileMacro } from '../../src/index.js';
import { ruleErrorOf } from '../rule-error-of.js';
import { scopeOf, vocabulary } from '../vocabulary.js';

const run = (text: string, line: Record<string, string>, header: Record<string, string> = {}): string =>
  compileMacro(text, vocabulary).run(scopeOf(line, header));

describe('compileMacro', () => {
  it('joins fields and text', () => {
    expect(
      run('&DI_ItemType:&DI_ManufacturerPartNumber', {
        ItemType: 'Product',
        ManufacturerPartNumber: 'DVC503',
      }),
    ).to.equal('Product:DVC503');
  });

  it('reads the header and the application', () => {
    expect(run('&DH_DocNo/&APP_LoggedInUserName', {}, { DocNo: 'AAAQ1' })).to.equal('AAAQ1/jane');
  });

  it('regards case neither in prefixes nor in names', () => {
    expect(run('&di_ITEMTYPE-&Dh_customtext01', { ItemType: 'x' }, { CustomText01: 'y' })).to.equal('x-y');
  });

  it('takes the longest name', () => {
    expect(run('&DI_ItemTypeCode', { ItemType: 'no', ItemTypeCode: 'yes' })).to.equal('yes');
  });

  it('ends a name at the first sign that is neither letter nor digit', () => {
    expect(run('&DI_ItemType_&DI_ItemType&DI_ItemType', { ItemType: 'a' })).to.equal('a_aa');
  });

  it('keeps an ampersand without a known prefix', () => {
    for (const text of ['AT&T', 'a&&b', '&ItemType', '&DX_ItemType', '& DI_ItemType', 'R&D_Team', '&amp;x']) {
      expect(run(text, {})).to.equal(text);
    }
  });

  it('trims values and the result, not the text between', () => {
    expect(run(' &DI_ItemType - &DI_CustomText01 ', { ItemType: ' a ', CustomText01: '\tb\u00a0' })).to.equal(
      'a - b',
    );
  });

  it('counts a result without letter or digit as empty', () => {
    expect(run('&DI_ItemType:&DI_ManufacturerPartNumber', {})).to.equal('');
    expect(run('--', {})).to.equal('');
    expect(run('', {})).to.equal('');
    expect(run('&DI_ItemType', { ItemType: '産' })).to.equal('産');
    expect(run(':&DI_ItemType', { ItemType: '٣' })).to.equal(':٣');
  });

  it('joins many fields', () => {
    const text = '<&DI_ItemType|&DI_CustomText01|&DH_DocNo|&DI_ItemTypeCode|&DI_InternalPartNumber>';
    const line = { ItemType: '1', CustomText01: '2', ItemTypeCode: '4', InternalPartNumber: '5' };
    expect(run(text, line, { DocNo: '3' })).to.equal('<1|2|3|4|5>');
  });

  it('names an unknown field, its place and the nearest known one', () => {
    const error = ruleErrorOf(() => compileMacro('A-&DI_ItmType', vocabulary));
    expect(error).to.include({ name: 'RuleError', code: 'macro.unknownField', position: 2 });
    expect(error.suggestions).to.deep.equal(['&DI_ItemType']);
    expect(error.message).to.equal(
      '“&DI_ItmType” at position 2 names no field of the lines of documents. Did you mean &DI_ItemType?',
    );
    expect(error.expected).to.equal('a field of the lines of documents after “&DI_”');
  });

  it('does not read a known field out of a longer unknown name', () => {
    expect(ruleErrorOf(() => compileMacro('&DI_CustomText011', vocabulary)).suggestions).to.deep.equal([
      '&DI_CustomText01',
    ]);
  });

  it('refuses a field of another area', () => {
    expect(ruleErrorOf(() => compileMacro('&DI_DocNo', vocabulary)).code).to.equal('macro.unknownField');
  });

  it('refuses a prefix without a name', () => {
    expect(ruleErrorOf(() => compileMacro('a&DI_', vocabulary))).to.include({
      code: 'macro.nameMissing',
      position: 1,
    });
  });

  it('explains each part', () => {
    const macro = compileMacro('&di_itemtype:&DI_ManufacturerPartNumber', vocabulary);
    expect(macro.explain(scopeOf({ ItemType: ' Product ' }))).to.deep.equal({
      value: 'Product:',
      parts: [
        { kind: 'field', token: '&di_itemtype', area: 'line', field: 'ItemType', value: 'Product' },
        { kind: 'literal', text: ':', value: ':' },
        {
          kind: 'field',
          token: '&DI_ManufacturerPartNumber',
          area: 'line',
          field: 'ManufacturerPartNumber',
          value: '',
        },
      ],
    });
  });

  it('lists each field once', () => {
    expect(compileMacro('&DI_ItemType&di_itemtype&DH_DocNo', vocabulary).fields).to.deep.equal([
      { area: 'line', field: 'ItemType' },
      { area: 'header', field: 'DocNo' },
    ]);
  });
});
