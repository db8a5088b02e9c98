import { expect } from 'chai';
import { compileMacro } from '../../src/index.js';
import { scopeOf, vocabulary } from '../vocabulary.js';
import { compiled, errorOf, errorsOf } from './compiled.js';

const run = (text: string, line: Record<string, string>, header: Record<string, string> = {}): string =>
  compiled(text).run(scopeOf(line, header));

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
    for (const text of ['AT&T', '&ItemType', '&DX_ItemType', '& DI_ItemType', 'R&D_Team', '&amp;x', 'x&']) {
      expect(run(text, {})).to.equal(text);
    }
  });

  it('makes one ampersand of two', () => {
    expect(run('a&&b', {})).to.equal('a&b');
    expect(run('&&DI_ItemType &&{x} &&&DI_ItemType &&&&', { ItemType: 'a' })).to.equal(
      '&DI_ItemType &{x} &a &&',
    );
  });

  it('trims values and the result, not the text between', () => {
    expect(run(' &DI_ItemType - &DI_CustomText01 ', { ItemType: ' a ', CustomText01: '\tb\u00a0' })).to.equal(
      'a - b',
    );
    expect(run('&DI_ItemType - &DI_CustomText01 ', { CustomText01: 'b' })).to.equal('- b');
    expect(run('&DI_ItemType - &DI_CustomText01', { ItemType: 'a' })).to.equal('a -');
    expect(run(' x &DI_ItemType  ', {})).to.equal('x');
  });

  it('counts a number without letter or digit as empty, a text only when it is blank', () => {
    expect(run('&DI_ItemType:&DI_ManufacturerPartNumber', {})).to.equal('');
    expect(run('--', {})).to.equal('');
    expect(run('', {})).to.equal('');
    expect(run('&DI_ItemType', { ItemType: '産' })).to.equal('産');
    expect(run(':&DI_ItemType', { ItemType: '٣' })).to.equal(':٣');
    expect(run(':&DI_ItemType', { ItemType: '(x)' })).to.equal(':(x)');
    const text = compiled('&DI_ItemType:&DI_ManufacturerPartNumber ', { purpose: 'text' });
    expect(text.run(scopeOf({}))).to.equal(':');
    expect(compiled(' &DI_ItemType ', { purpose: 'text' }).run(scopeOf({ ItemType: ' ' }))).to.equal('');
  });

  it('joins many fields', () => {
    const text = '<&DI_ItemType|&DI_CustomText01|&DH_DocNo|&DI_ItemTypeCode|&DI_InternalPartNumber>';
    const line = { ItemType: '1', CustomText01: '2', ItemTypeCode: '4', InternalPartNumber: '5' };
    expect(run(text, line, { DocNo: '3' })).to.equal('<1|2|3|4|5>');
  });

  it('names an unknown field, its place and the nearest known one', () => {
    const problem = errorOf('A-&DI_ItmType');
    expect(problem).to.deep.equal({
      code: 'macro.unknownField',
      severity: 'error',
      path: '',
      position: 2,
      message: '“&DI_ItmType” names no field of the lines of documents. Did you mean &DI_ItemType?',
      expected: 'a field of the lines of documents',
      suggestions: ['&DI_ItemType'],
    });
  });

  it('tells everything that is wrong at once', () => {
    const problems = errorsOf('&DI_Nothing &DH_DocNo &{DI_ItemType|lft:2} &{DI_ItmType} &APP_');
    expect(problems.map(({ code, position }) => [code, position])).to.deep.equal([
      ['macro.unknownField', 0],
      ['macro.unknownFilter', 36],
      ['macro.unknownField', 45],
      ['macro.nameMissing', 57],
    ]);
  });

  describe('a name that goes on behind a known one', () => {
    it('is cut with a warning', () => {
      const compilation = compileMacro('x&DI_CustomText011', vocabulary);
      expect(compilation.ok && compilation.rule.run(scopeOf({ CustomText01: 'a' }))).to.equal('xa1');
      expect(compilation.problems).to.have.length(1);
      expect(compilation.problems[0]).to.include({
        code: 'macro.nameCut',
        severity: 'warning',
        position: 1,
        expected: '&{DI_CustomText01} where the name is to end',
      });
    });

    it('is not cut in braces', () => {
      const compilation = compileMacro('&{DI_CustomText01}1', vocabulary);
      expect(compilation.ok && compilation.rule.run(scopeOf({ CustomText01: 'a' }))).to.equal('a1');
      expect(compilation.problems).to.deep.equal([]);
      expect(errorOf('&{DI_CustomText011}').code).to.equal('macro.unknownField');
    });

    it('is a mistake where a longer name is near', () => {
      const problem = errorOf('&DI_ItemTypeCdoe');
      expect(problem.code).to.equal('macro.unknownField');
      expect(problem.suggestions[0]).to.equal('&DI_ItemTypeCode');
      const known = { line: ['Item', 'ItemType'], header: [], application: [] };
      expect(errorOf('&DI_ItemXype', {}, known).code).to.equal('macro.unknownField');
      expect(compiled('&DI_ItemNumber', {}, known).run(scopeOf({ Item: 'a' }))).to.equal('aNumber');
    });

    it('is a mistake where a longer name goes on alike', () => {
      const known = { line: ['Vendor', 'VendorPartNumber'], header: [], application: [] };
      const problem = errorOf('&DI_VendorPartNo', {}, known);
      expect(problem.code).to.equal('macro.unknownField');
      expect(problem.suggestions).to.deep.equal(['&DI_VendorPartNumber']);
      expect(compiled('&DI_Vendor2', {}, known).run(scopeOf({ Vendor: 'a' }))).to.equal('a2');
    });
  });

  it('refuses a field of another area', () => {
    expect(errorOf('&DI_DocNo').code).to.equal('macro.unknownField');
  });

  it('refuses a prefix without a name', () => {
    expect(errorOf('a&DI_')).to.include({ code: 'macro.nameMissing', position: 1 });
    expect(errorOf('a&{DI_}')).to.include({ code: 'macro.nameMissing', position: 3 });
    const nameless = { line: ['', 'ItemType'], header: [], application: [] };
    expect(errorOf('a&DI_', {}, nameless).code).to.equal('macro.nameMissing');
  });

  it('lists each field and table once, in order of first use', () => {
    const tables = new Map([['colours', { lookup: () => ({ value: 'red' }) }]]);
    const text =
      '&DI_ItemType&di_itemtype&{DH_DocNo ?? (DI_CustomText01 ?? TABLE_colours)}&{table_Colours}&DH_DocNo';
    const macro = compiled(text, { tables });
    expect(macro.fields).to.deep.equal([
      { area: 'line', field: 'ItemType' },
      { area: 'header', field: 'DocNo' },
      { area: 'line', field: 'CustomText01' },
    ]);
    expect(macro.tables).to.deep.equal(['colours']);
    expect(macro.text).to.equal(text);
  });
});
