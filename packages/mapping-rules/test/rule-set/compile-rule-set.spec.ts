import { expect } from 'chai';
import { compileRuleSet, scopeReader, type CompiledRuleSet } from '../../src/index.js';
import { fullDocument } from './random-rule-set.js';

function compiled(document: object, options = {}): CompiledRuleSet {
  const compilation = compileRuleSet({ version: 1, ...document }, options);
  if (!compilation.ok) throw new Error(JSON.stringify(compilation.problems, undefined, 1));
  return compilation.rule;
}

/** `code path` of everything that is wrong. */
function problemsOf(document: object): readonly string[] {
  return compileRuleSet({ version: 1, ...document }).problems.map(({ code, path }) => `${code} ${path}`);
}

const read = (
  rules: CompiledRuleSet,
  line: Readonly<Record<string, string>>,
): ReturnType<ReturnType<typeof scopeReader>> =>
  scopeReader(Object.keys(line), rules.vocabulary)(Object.values(line));

describe('compileRuleSet', () => {
  const rules = compiled(fullDocument);
  const resolve = (line: Readonly<Record<string, string>>): ReturnType<CompiledRuleSet['resolve']> => {
    const { scope, lineType } = read(rules, line);
    return rules.resolve(scope, lineType);
  };

  it('makes every column of every section, in a stated order', () => {
    expect(rules.columns).to.deep.equal([
      'PartNumber',
      'SummaryPartNumber',
      'ProductGroup',
      'User',
      'Tax',
      'ItemName',
      'LineName',
      'groups',
      'warranty',
    ]);
    const { values, problems } = resolve({
      ItemType: 'Labor',
      DocNo: 'A1',
      SalesRep: 'JSMITH',
      TaxCode: 'y',
      Description: 'Two hours',
      Manufacturer: 'HPE',
    });
    expect(values).to.deep.equal({
      PartNumber: 'Labor-A1',
      SummaryPartNumber: 'Q-A1',
      ProductGroup: '7',
      User: 'Jane',
      Tax: 'VAT',
      ItemName: 'HPE Two hours',
      LineName: 'Two hours',
      groups: '20',
      warranty: 'none',
    });
    expect(problems).to.deep.equal([]);
    expect(Object.keys(values)).to.deep.equal(rules.columns);
  });

  it('asks the fallback table, then the default', () => {
    expect(resolve({ ItemType: 'Toner', Manufacturer: 'HP Inc' }).values['ProductGroup']).to.equal('20');
    expect(resolve({ ItemType: 'Toner', Manufacturer: 'Dell' }).values['ProductGroup']).to.equal('1');
  });

  it('says which fields the columns read', () => {
    expect(rules.fields).to.have.members([
      ...['InternalPartNumber', 'ItemType', 'Manufacturer', 'ManufacturerPartNumber', 'VendorPartNumber'],
      ...['DH_DocNo', 'DH_SalesRep', 'TaxCode', 'Description', 'DH_DocType'],
    ]);
    const needed = scopeReader(['ItemType', 'Notes', 'DocNo'], rules.vocabulary, rules.fields);
    expect(needed(['Labor', 'x', 'A1']).scope).to.deep.equal({
      line: { ItemType: 'Labor' },
      header: { DocNo: 'A1' },
      application: {},
    });
  });

  it('explains every column as it resolves it', () => {
    const { scope, lineType } = read(rules, {
      ItemType: 'Hardware',
      Manufacturer: 'HP',
      VendorPartNumber: 'V1',
    });
    const trace = rules.explain(scope, lineType);
    expect(trace).to.deep.include(rules.resolve(scope, lineType));
    expect(trace.steps.map(({ kind, column, path }) => `${kind} ${column} ${path}`)).to.deep.equal([
      'partNumber PartNumber /partNumber',
      'macro SummaryPartNumber /summary/partNumber',
      'table ProductGroup /productGroups',
      'table User /users',
      'table Tax /taxes',
      'macro ItemName /descriptions/itemName',
      'macro LineName /descriptions/lineName',
      'table groups /tables/groups',
      'table warranty /tables/warranty',
    ]);
    const [number] = trace.steps;
    if (number?.kind !== 'partNumber') throw new Error('no part number');
    expect(number.partNumber).to.deep.include({ number: 'V1' });
    expect(number.chosen?.answer).to.include({ matched: 'row', row: 1 });
    expect(number.macro?.value).to.equal('V1');
  });

  it('joins address fields line by line', () => {
    const { scope } = read(rules, {
      SoldToAddress1: ' Street 1 ',
      SoldToAddress3: 'c/o',
      ShipToPostalCode: '8000',
    });
    expect(rules.siteAddress(scope, 'soldTo')).to.deep.equal({
      line1: 'Street 1',
      line2: 'c/o',
      line3: '',
      line4: '',
      line5: '',
      postalCode: '',
    });
    expect(rules.siteAddress(scope, 'shipTo')).to.include({ postalCode: '8000', line1: '' });
    expect(problemsOf({ siteAddress: { line2: 'Adress2, city' } })).to.deep.equal([
      'rules.wrongValue /siteAddress/line2',
    ]);
  });

  it('answers with nothing for sections that it lacks', () => {
    const none = compiled({});
    const { scope, lineType } = read(none, { ItemType: 'x' });
    expect(none.columns).to.deep.equal([]);
    expect(none.resolve(scope, lineType)).to.deep.equal({ values: {}, problems: [] });
    expect(none.partNumber(scope, lineType)).to.equal(undefined);
    expect(none.summaryPartNumber(scope)).to.equal('');
    expect(none.description('itemName', scope)).to.equal(undefined);
    expect(none.siteAddress(scope, 'soldTo')).to.equal(undefined);
    expect(none.tables).to.deep.equal({ own: new Map() });
  });

  it('knows the columns that the rules and the options name', () => {
    const document = {
      fields: { line: ['DI_Bay '] },
      descriptions: { itemName: '&DI_Bay &DI_Shelf &DH_Shop' },
    };
    expect(problemsOf(document)).to.have.length(2);
    const options = { vocabulary: { line: ['Shelf'], header: ['Shop'] } };
    const { scope, lineType } = read(compiled(document, options), { bay: '1', Shelf: '2', Shop: '3' });
    expect(compiled(document, options).resolve(scope, lineType).values).to.deep.equal({ ItemName: '1 2 3' });
  });

  it('has one name for a field, however the documents, the rules and QuoteWerks case its letters', () => {
    const document = {
      fields: { line: ['vendoR', 'bay'] },
      descriptions: { itemName: '&DI_ItemType &DI_VENDOR &DI_Bay' },
      productGroups: { rows: { Labor: '7' } },
    };
    const columns = ['itemtype', 'BAY', 'vendor'];
    for (const options of [{}, { vocabulary: { line: columns } }, { vocabulary: { line: ['Bay'] } }]) {
      const rulesOf = compiled(document, options);
      const { scope, lineType } = scopeReader(
        columns,
        rulesOf.vocabulary,
        rulesOf.fields,
      )(['Labor', '1', 'HP']);
      const expected = { ProductGroup: '7', ItemName: 'Labor HP 1' };
      expect(rulesOf.resolve(scope, lineType).values).to.deep.equal(expected);
    }
    const line = { itemtype: 'Labor', BAY: '1', vendor: 'HP' };
    expect(
      compiled(document, { vocabulary: { line: columns } }).resolve(
        { line, header: {}, application: {} },
        'product',
      ).values,
    ).to.deep.equal({ ProductGroup: '7', ItemName: 'Labor HP 1' });
  });

  it('takes no field for one of the line that its prefix says is not', () => {
    const fields = { line: ['DH_Shop', 'DI_Bay'], header: ['DI_Shelf', 'Hall', 'DH_Gate'] };
    const known = (itemName: string): readonly string[] => problemsOf({ fields, descriptions: { itemName } });
    expect(known('&DI_Bay &DH_Hall &DH_Gate')).to.deep.equal([]);
    for (const name of ['&DI_Shop', '&DH_Shop', '&DI_Shelf', '&DH_Shelf'])
      expect(known(name)).to.deep.equal(['macro.unknownField /descriptions/itemName']);
  });

  it('names the place of a macro that a table has, whatever the tables of one’s own are called', () => {
    const rulesOf = compiled({
      partNumber: {
        field: 'InternalPartNumber',
        generation: { mode: 'byItemType', byItemType: { rows: { Labor: 'L-&DI_Vendor' } } },
      },
      tables: { '': { rows: [{ when: 'Labor', value: '1' }] } },
    });
    const { scope } = read(rulesOf, { ItemType: 'Labor', Vendor: 'HP' });
    expect(rulesOf.partNumber(scope, 'product')?.reason).to.include({
      path: '/partNumber/generation/byItemType/rows/Labor',
    });
  });

  it('reports what could not be made of a line, with the rule that it is about', () => {
    const dated = compiled({
      descriptions: { lineName: "&{DI_CustomDate01|date:'yyyy-MM-dd'}" },
      partNumber: {
        field: 'InternalPartNumber',
        generation: { mode: 'macro', macro: "&{DI_CustomDate01|date:'yyyy'}" },
      },
    });
    const { scope, lineType } = read(dated, { CustomDate01: 'soon' });
    const { values, problems } = dated.resolve(scope, lineType);
    expect(values).to.deep.equal({ PartNumber: '', LineName: '' });
    expect(problems.map(({ code, path }) => `${code} ${path}`)).to.deep.equal([
      'macro.valueRefused /partNumber/generation/macro',
      'partNumber.none /partNumber',
      'macro.valueRefused /descriptions/lineName',
    ]);
    expect(dated.explain(scope, lineType).problems).to.deep.equal(problems);
  });

  it('lets a summary read the header only', () => {
    expect(problemsOf({ summary: { partNumber: '&DI_ItemType' } })).to.deep.equal([
      'macro.unknownField /summary/partNumber',
    ]);
  });

  it('lets macros ask tables', () => {
    const asking = compiled({
      tables: { shelf: { rows: { Hardware: 'H7' } } },
      descriptions: { itemName: "&{TABLE_shelf ?? 'nowhere'}: &DI_Description" },
    });
    const name = (ItemType: string): string | undefined =>
      asking.description('itemName', read(asking, { ItemType, Description: 'Cable' }).scope);
    expect(name('hardware')).to.equal('H7: Cable');
    expect(name('Labor')).to.equal('nowhere: Cable');
  });

  describe('refuses', () => {
    it('tables that fall back to each other without end, or too far', () => {
      const table = (fallback: string): object => ({ rows: {}, fallback });
      expect(
        problemsOf({ tables: { a: table('b'), b: table('a'), c: table('a'), d: table('d') } }),
      ).to.deep.equal([
        'table.cyclicFallback /tables/a/fallback',
        'table.cyclicFallback /tables/b/fallback',
        'table.cyclicFallback /tables/c/fallback',
        'table.cyclicFallback /tables/d/fallback',
      ]);
      const chain = (length: number): object =>
        Object.fromEntries(
          Array.from({ length }, (_, index) => [
            `t${index}`,
            index + 1 < length ? table(`t${index + 1}`) : { rows: { x: 'end' } },
          ]),
        );
      expect(problemsOf({ tables: chain(33) })).to.deep.equal([]);
      expect(problemsOf({ tables: chain(34) })).to.deep.equal(['rules.tooDeep /tables/t0/fallback']);
      expect(problemsOf({ tables: chain(1000) })).to.have.length(1000 - 33);
      const long = compiled({ tables: chain(33) });
      expect(long.resolve(read(long, { ItemType: 'x' }).scope, 'product').values['t0']).to.equal('end');
    });

    it('fallbacks that there are not, with what was probably meant', () => {
      const { problems } = compileRuleSet({
        version: 1,
        users: { rows: {}, fallback: 'Staf' },
        tables: { z: { rows: {}, fallback: 'constructor' }, Staff: { rows: {} } },
      });
      expect(problems.map(({ code, path, suggestions }) => [code, path, suggestions[0]])).to.deep.equal([
        ['table.unknownTable', '/tables/z/fallback', undefined],
        ['table.unknownTable', '/users/fallback', 'Staff'],
      ]);
    });

    it('a table that would give a column the name of another', () => {
      expect(problemsOf({ tables: { PartNumber: { rows: {} }, partnumber: { rows: {} } } })).to.deep.equal([
        'rules.wrongValue /tables/PartNumber',
      ]);
    });

    it('everything that is wrong at once, but nothing because of something else that is', () => {
      expect(
        problemsOf({
          productGroup: {},
          taxes: { rows: [{ when: 'Y' }] },
          partNumber: { field: 'Nope' },
          users: { rows: { jane: 'Jane' }, fallback: 'broken' },
          descriptions: { itemName: '&{TABLE_broken}', lineName: '&DI_Descriptoin' },
        }),
      ).to.deep.equal([
        'rules.unknownKey /productGroup',
        'rules.missingKey /taxes/rows/0',
        'partNumber.unknownField /partNumber/field',
        'table.unknownTable /users/fallback',
        'table.unknownTable /descriptions/itemName',
        'macro.unknownField /descriptions/lineName',
      ]);
      const broken = { rows: [{ when: ' ', value: '' }] };
      expect(
        problemsOf({
          tables: { broken },
          users: { rows: { jane: 'Jane' }, fallback: 'broken' },
          descriptions: { itemName: '&{TABLE_broken}' },
        }),
      ).to.deep.equal(['table.emptyKey /tables/broken/rows/0/when']);
    });
  });

  it('is not changed by later changes to the document', () => {
    const document = structuredClone(fullDocument) as unknown as {
      productGroups: { rows: Record<string, string> };
    };
    const before = compiled(document);
    document.productGroups.rows['Labor'] = 'changed';
    const { scope, lineType } = read(before, { ItemType: 'Labor' });
    expect(before.resolve(scope, lineType).values['ProductGroup']).to.equal('7');
    expect(before.explain(scope, lineType).values['ProductGroup']).to.equal('7');
    expect(before.ruleSet.productGroups?.rows).to.deep.include({ Labor: '7' });
  });

  it('takes names and values such as __proto__ and constructor for texts like others', () => {
    const odd = JSON.parse(`{
      "fields": { "line": ["__proto__", "constructor"] },
      "tables": {
        "__proto__": { "rows": { "__proto__": "proto", "constructor": "made" }, "key": "__proto__" },
        "constructor": { "key": "constructor", "rows": [{ "when": { "constructor": "toString" }, "value": "yes" }], "default": "no" },
        "toString": { "rows": { "x": "y" }, "fallback": "__proto__" }
      }
    }`) as object;
    const rulesOf = compiled(odd);
    expect(rulesOf.columns).to.deep.equal(['__proto__', 'constructor', 'toString']);
    const columns = ['__proto__', 'constructor', 'ItemType'];
    const values = (cells: readonly string[]): unknown => {
      const { scope, lineType } = scopeReader(columns, rulesOf.vocabulary)(cells);
      return Object.entries(rulesOf.resolve(scope, lineType).values);
    };
    expect(values(['constructor', 'tostring', 'x'])).to.deep.equal([
      ['__proto__', 'made'],
      ['constructor', 'yes'],
      ['toString', 'y'],
    ]);
    expect(values(['', '', ''])).to.deep.equal([
      ['__proto__', ''],
      ['constructor', 'no'],
      ['toString', ''],
    ]);
    const { scope } = scopeReader(['ItemType'], rulesOf.vocabulary)(['x']);
    expect(Object.entries(rulesOf.resolve(scope, '').values)).to.deep.equal([
      ['__proto__', ''],
      ['constructor', 'no'],
      ['toString', 'y'],
    ]);
  });
});
