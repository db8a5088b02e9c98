import { expect } from 'chai';
import fc from 'fast-check';
import {
  fieldReference,
  fieldText,
  lineTypeOf,
  lineTypes,
  quoteWerksFields,
  scopeReader,
} from '../../src/index.js';

describe('scopeReader', () => {
  const read = (line: Readonly<Record<string, string>>): unknown =>
    scopeReader(Object.keys(line), quoteWerksFields)(Object.values(line));

  it('puts each column where rules look for it', () => {
    expect(
      read({
        itemtype: 'Labor',
        DI_Notes: 'n',
        DocumentItems_Vendor: 'v',
        DocNo: 'A1',
        dh_salesrep: 'jane',
        DocumentHeaders_CustomText01: 'h',
        CustomText01: 'l',
        APP_LoggedInUserName: 'bob',
        Bay: '7',
        DH_Shop: 'Zürich',
        LineType: '1',
      }),
    ).to.deep.equal({
      scope: {
        line: { ItemType: 'Labor', Notes: 'n', Vendor: 'v', CustomText01: 'l', Bay: '7', LineType: '1' },
        header: { DocNo: 'A1', SalesRep: 'jane', CustomText01: 'h', Shop: 'Zürich' },
        application: { LoggedInUserName: 'bob' },
      },
      lineType: 'product',
    });
  });

  it('reads line types by name and by number, and guesses none', () => {
    const typeOf = (LineType: string): string =>
      scopeReader(['LineType'], quoteWerksFields)([LineType]).lineType;
    expect(lineTypes.slice(0, 10).map((_, index) => typeOf(String(2 ** index)))).to.deep.equal(
      lineTypes.slice(0, 10),
    );
    for (const type of lineTypes) expect(typeOf(` ${type.toUpperCase()} `)).to.equal(type);
    expect(typeOf('Percent Discount')).to.equal('percentDiscount');
    expect(typeOf('Product/Service')).to.equal('product');
    expect(typeOf('')).to.equal('product');
    for (const odd of ['3', '1024', 'prodcut', '__proto__', 'constructor', '-1', '1.0']) {
      expect(lineTypeOf(odd)).to.equal(undefined);
      expect(typeOf(odd)).to.equal(odd);
    }
  });

  it('takes the first of several columns for one field that is filled', () => {
    const reader = scopeReader(['ItemType', 'DI_ItemType', 'ITEMTYPE'], quoteWerksFields);
    expect(reader([' ', 'Labor', 'x']).scope.line).to.deep.equal({ ItemType: 'Labor' });
    expect(reader(['a', 'Labor']).scope.line).to.deep.equal({ ItemType: 'a' });
    expect(reader([' ']).scope.line).to.deep.equal({ ItemType: ' ' });
    expect(reader(['', ' ', 'x']).scope.line).to.deep.equal({ ItemType: 'x' });
  });

  it('reads no more than what is needed, and always what the line is', () => {
    const columns = ['ItemType', 'Notes', 'DocNo', 'LineType'];
    const reader = scopeReader(columns, quoteWerksFields, ['ItemType', 'DH_DocNo']);
    expect(reader(['Labor', 'n', 'A1', 'comment'])).to.deep.equal({
      scope: { line: { ItemType: 'Labor' }, header: { DocNo: 'A1' }, application: {} },
      lineType: 'comment',
    });
    expect(reader(['Labor']).lineType).to.equal('product');
  });

  it('leaves out what a short row lacks, and cells without a column', () => {
    expect(scopeReader(['ItemType', 'Notes'], quoteWerksFields)(['x']).scope.line).to.deep.equal({
      ItemType: 'x',
    });
    expect(scopeReader(['ItemType'], quoteWerksFields)(['x', 'y', 'z']).scope.line).to.deep.equal({
      ItemType: 'x',
    });
  });

  it('takes __proto__ and constructor for columns like others', () => {
    const { scope } = scopeReader(
      ['__proto__', 'constructor', 'DH___proto__'],
      quoteWerksFields,
    )(['a', 'b', 'c']);
    expect(Object.entries(scope.line)).to.deep.equal([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ]);
    expect(Object.entries(scope.header)).to.deep.equal([['__proto__', 'c']]);
    expect(({} as Record<string, unknown>)['a']).to.equal(undefined);
  });

  it('reads a line once for each field, whatever columns are called', () => {
    const name = fc.oneof(
      fc.constantFrom('ItemType', 'DI_ItemType', 'DocNo', 'DH_', 'APP_x', '_'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 8 }), (columns) => {
        const { scope } = scopeReader(columns, quoteWerksFields)(columns.map((_, index) => `cell ${index}`));
        const values = [scope.line, scope.header, scope.application].flatMap((area) => Object.values(area));
        expect(new Set(values).size).to.equal(values.length);
        for (const value of values) expect(value).to.match(/^cell \d$/);
        if (columns.length > 0) expect(values).to.include('cell 0');
      }),
    );
  });
});

describe('fieldReference', () => {
  it('tells prefix and name apart, whatever their case', () => {
    expect(fieldReference(' di_ItemType ')).to.deep.equal({ area: 'line', name: 'ItemType', prefixed: true });
    expect(fieldReference('DocumentHeaders_DocNo')).to.deep.equal({
      area: 'header',
      name: 'DocNo',
      prefixed: true,
    });
    expect(fieldReference('App_X_Y')).to.deep.equal({ area: 'application', name: 'X_Y', prefixed: true });
    for (const name of ['ItemType', 'My_Column', '', 'DIItemType', 'constructor_x'])
      expect(fieldReference(name)).to.deep.equal({ area: 'line', name, prefixed: false });
  });

  it('reads what fieldText writes, for every field of QuoteWerks', () => {
    for (const area of ['line', 'header', 'application'] as const)
      for (const name of quoteWerksFields[area])
        expect(fieldReference(fieldText(area, name))).to.deep.include({ area, name });
  });
});
