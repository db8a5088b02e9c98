import { expect } from 'chai';
import type { JsonObject } from '../../src/base/json.js';
import { ruleFileFaults } from '../../src/rules/rule-file-faults.js';

function faults(document: unknown, settings: JsonObject = {}): readonly string[] {
  return ruleFileFaults({ document, name: 'rules.yaml' }, settings).map(
    ({ at, expected }) => `${at} ${expected}`,
  );
}

describe('faults of a rule file', () => {
  it('are its structure, at its place', () => {
    const [fault, ...more] = faults({ version: 1, productGrups: { rows: {} } });
    expect(more).to.deep.equal([]);
    expect(fault)
      .to.match(/^\/rules\/productGrups /)
      .and.contain('productGroups');
    expect(faults({ version: 1, users: { rows: [{ when: 3, value: 'x' }] } })[0]).to.match(
      /^\/rules\/users\/rows\/0\/when /,
    );
    for (const document of [undefined, null, 'text', [], 3, { version: 2 }])
      expect(faults(document).length, JSON.stringify(document)).to.be.greaterThan(0);
  });

  it('are not what a document may make right, or each plan tells', () => {
    const document = {
      version: 1,
      partNumber: { field: 'InternalPartNumber', generation: { mode: 'macro', macro: '&DI_OurOwn' } },
      tests: [{ name: 'never', given: {}, expect: { PartNumber: 'X' } }],
    };
    expect(faults(document)).to.deep.equal([]);
  });

  for (const [what, document, settings, expected] of [
    [
      'users',
      { users: { rows: {} } },
      { userMappings: { users: { dora: 'Dora' }, unmapped: 'stop' } },
      ['/settings/userMappings/users', 'rules.users'],
    ],
    [
      'product groups',
      { productGroups: { rows: {} } },
      { productGroupMappings: { groups: { A: 'B' } }, defaults: { productGroup: 'B' } },
      ['/settings/productGroupMappings/groups', 'rules.productGroups'],
    ],
    [
      'the default product group',
      { productGroups: { rows: {}, default: 'A' } },
      { defaults: { productGroup: 'B' } },
      ['/settings/defaults/productGroup', 'rules.productGroups.default'],
    ],
    [
      'who owns what nobody is mapped for',
      { users: { rows: {}, default: 'A' } },
      { userMappings: { unmapped: 'fallback', fallbackAgent: 'B' } },
      ['/settings/userMappings/fallbackAgent', 'rules.users.default'],
    ],
    [
      'whose name the user table is asked for',
      { users: { key: 'DH_PreparedBy', rows: {} } },
      { defaults: { recordOwner: 'loggedInUser' } },
      ['/settings/defaults/recordOwner', 'rules.users.key'],
    ],
    [
      'part numbers, any part of them',
      { partNumber: { field: 'InternalPartNumber' } },
      { products: { partNumberGeneration: { mode: 'macro', macro: 'X' } } },
      ['/settings/products/partNumberGeneration', 'rules.partNumber'],
    ],
    [
      'the number of summaries',
      { summary: { partNumber: 'S' } },
      { opportunity: { summaryPartNumber: 'T', lineHandling: 'summary' } },
      ['/settings/opportunity/summaryPartNumber', 'rules.summary'],
    ],
    [
      'addresses',
      { siteAddress: { line1: 'City' } },
      { defaults: { addressLines: { line2: 'City' } } },
      ['/settings/defaults/addressLines', 'rules.siteAddress'],
    ],
    [
      'DataLink',
      { dataLink: [] },
      { dataLink: { rows: [{ on: 'save', object: 'quotes', from: 'DocNo', to: 'x' }] } },
      ['/settings/dataLink/rows', 'rules.dataLink'],
    ],
    [
      'taxes',
      { taxes: { rows: {} } },
      { taxMappings: { codes: { Y: '1' } } },
      ['/settings/taxMappings/codes', 'rules.taxes'],
    ],
  ] as const) {
    it(`are settings that say the same: ${what}`, () => {
      const [fault, ...more] = faults({ version: 1, ...document }, settings);
      expect(more).to.deep.equal([]);
      expect(fault).to.match(new RegExp(`^${expected[0]} `));
      expect(fault).to.contain('rules.yaml').and.contain(`(${expected[1]})`);
    });
  }

  it('are no empty tables, and no settings that the file leaves to others', () => {
    const empty = { userMappings: { users: {} }, dataLink: { rows: [] }, taxMappings: { codes: {} } };
    const all = { version: 1, users: { rows: {} }, dataLink: [], taxes: { rows: {} } };
    expect(faults(all, empty)).to.deep.equal([]);
    const others = { userMappings: { users: { a: 'b' } }, defaults: { productGroup: 'A' } };
    expect(faults({ version: 1, productGroups: { rows: {} } }, others)).to.deep.equal([]);
  });
});
