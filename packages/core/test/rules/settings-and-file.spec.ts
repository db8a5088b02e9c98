import type { RuleSet } from '@quotebridge/mapping-rules';
import { expect } from 'chai';
import fc from 'fast-check';
import { itemNumbers } from '../../src/resolve/item-numbers.js';
import { resolveOwner } from '../../src/resolve/resolve-owner.js';
import { addressOf } from '../../src/rules/address-of.js';
import { ConnectionRules } from '../../src/rules/connection-rules.js';
import type { DocumentRules } from '../../src/rules/document-rules.js';
import { ruleFileFaults } from '../../src/rules/rule-file-faults.js';
import { ruleSetOf } from '../../src/rules/rule-set-of.js';
import { selectLines } from '../../src/select/select-lines.js';
import type { PushPolicy } from '../../src/settings/push-policy.js';
import { lookupReader } from '../fakes/lookup-reader.js';
import { emptyParty, sampleDocument, sampleLine } from '../samples/sample-document.js';
import { samplePolicy } from '../samples/sample-policy.js';
import { sampleRules } from '../samples/sample-rules.js';

const agents = [
  { id: 'a1', name: 'Dora' },
  { id: 'a2', name: 'Max' },
];
const name = fc.constantFrom(
  'Labor',
  ' LABOR',
  'Cables',
  'dora',
  'Max',
  '__proto__',
  'constructor',
  'é',
  'e\u0301',
);
const macro = fc.constantFrom(
  '&DI_Description',
  'X',
  '&DI_ItemType:&DI_Vendor',
  '&DH_DocNo',
  ':',
  '&{DI_Vendor ?? 1|pad:3}',
);
const table = (value: fc.Arbitrary<string>): fc.Arbitrary<Record<string, string>> =>
  fc
    .array(fc.tuple(name, value), { maxLength: 4 })
    .map((rows) => Object.fromEntries(rows) as Record<string, string>);
const text = fc.constantFrom('', 'A', ' b ', 'Dora');

const policies = fc
  .record({
    mode: fc.constantFrom('none' as const, 'macro' as const, 'byItemType' as const),
    field: fc.constantFrom('ManufacturerPartNumber', 'InternalPartNumber', 'CustomText01'),
    macro,
    // Of two rows for one key, settings refuse both kinds of macros alike.
    byItemType: table(macro).filter(
      (rows) => !('Labor' in rows && ' LABOR' in rows) && !('é' in rows && 'e\u0301' in rows),
    ),
    otherwise: fc.oneof(fc.constant(''), macro),
    product: fc.constantFrom('', 'MISC'),
    users: table(fc.constantFrom('Dora', 'a2')),
    line1: fc.constantFrom('', 'City', 'Address1, Address2'),
  })
  .map(({ mode, field, product, users, line1, ...generation }): PushPolicy =>
    samplePolicy({
      products: {
        itemNumberField: field,
        partNumberGeneration: { mode, ...generation },
        emptyPartNumbers: product === '' ? {} : { product },
      },
      userMappings: { users },
      defaults: { addressLines: { ...samplePolicy().defaults.addressLines, line1 } },
    }),
  );
const documents = fc
  .record({
    salesRepresentative: name,
    lines: fc.array(
      fc.record({ itemType: name, vendor: text, manufacturerPartNumber: text, internalPartNumber: text }),
    ),
    city: text,
    address2: text,
  })
  .map(({ salesRepresentative, lines, city, address2 }) =>
    sampleDocument({
      salesRepresentative,
      soldTo: { ...emptyParty, city, address2 },
      lines: lines.map((line, index) => sampleLine({ key: `L${index}`, ...line })),
    }),
  );

describe('rules of the settings, and the same in a file', () => {
  it('give the same numbers, owners and addresses', async () => {
    await fc.assert(
      fc.asyncProperty(policies, documents, async (policy, document) => {
        const { version: _version, ...stated } = ruleSetOf(policy);
        const all = async (rules: DocumentRules): Promise<unknown> => {
          const { byLine, conflicts } = itemNumbers(selectLines(document, policy).lines, rules);
          const owner = await resolveOwner(document, policy, rules, lookupReader({ agents }));
          return {
            numbers: [...byLine].map(([key, { number }]) => [key, number]),
            conflicts: conflicts.length,
            problems: rules.conflicts.length,
            owner: owner.id,
            address: addressOf(rules, 'soldTo'),
          };
        };
        const ofSettings = await all(sampleRules(policy, document));
        expect(await all(sampleRules(samplePolicy(), document, {}, stated))).to.deep.equal(ofSettings);
      }),
    );
  });

  it('take names of objects for texts like others', async () => {
    const users = JSON.parse('{ "__proto__": "Dora", "constructor": "Max" }') as Record<string, string>;
    const stated: Omit<RuleSet, 'version'> = { users: { rows: users } };
    const owner = async (salesRepresentative: string): Promise<string | undefined> => {
      const document = sampleDocument({ salesRepresentative });
      const rules = sampleRules(samplePolicy(), document, {}, stated);
      return (await resolveOwner(document, samplePolicy(), rules, lookupReader({ agents }))).id;
    };
    expect([await owner('__proto__'), await owner('constructor'), await owner('toString')]).to.deep.equal([
      'a1',
      'a2',
      undefined,
    ]);
  });

  it('never end in an exception, whatever stands in the file', () => {
    const section = fc.constantFrom(
      ...['partNumber', 'summary', 'productGroups', 'users', 'taxes', 'siteAddress', 'dataLink'],
      ...['descriptions', 'tables', 'tests', 'fields', 'comment', '__proto__'],
    );
    const rows = fc.record({ rows: fc.oneof(table(macro), fc.anything()) });
    const value = fc.oneof(rows, table(macro), fc.anything(), fc.constant([]));
    let read = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(section, value), { maxLength: 2 }), (sections) => {
        const file = { document: { version: 1, ...Object.fromEntries(sections) } };
        if (ruleFileFaults(file, {}).length > 0) return;
        read += 1;
        const { conflicts, warnings } = new ConnectionRules(samplePolicy(), file).forDocument(
          sampleDocument(),
          {},
        );
        expect([Array.isArray(conflicts), Array.isArray(warnings)]).to.deep.equal([true, true]);
      }),
      { numRuns: 500 },
    );
    expect(read).to.be.above(20);
  });
});
