import fc from 'fast-check';

/** A document that says everything that rules can say. */
export const fullDocument = {
  $schema: './schema.json',
  version: 1,
  name: 'Office',
  comment: 'all of it',
  fields: { line: ['Warehouse'], header: ['Campaign'], application: ['Region'] },
  partNumber: {
    field: 'InternalPartNumber',
    generation: {
      mode: 'byItemType',
      byItemType: {
        key: 'ItemType',
        match: 'prefix',
        rows: [
          { when: 'Lab', value: '&DI_ItemType-&DH_DocNo', comment: 'labour' },
          { when: { ItemType: 'Hardware', Manufacturer: { prefix: 'HP' } }, value: '&DI_VendorPartNumber' },
        ],
        default: '&{DI_ManufacturerPartNumber|upper}',
      },
    },
    fallbackByLineType: { product: 'MISC', groupHeader: 'SET', freight: 'FREIGHT' },
    length: { maximum: 31, tooLong: 'hash' },
  },
  summary: { partNumber: 'Q-&DH_DocNo' },
  productGroups: { rows: { Hardware: '12', Labor: '7' }, fallback: 'groups', default: '1' },
  users: { key: 'DH_SalesRep', rows: [{ when: 'jsmith', value: 'Jane' }] },
  taxes: { match: 'exact', rows: [{ when: { TaxCode: { anyCase: 'Y' } }, value: 'VAT' }] },
  siteAddress: { line1: 'Address1', line2: 'Address2, Address3', postalCode: 'PostalCode' },
  dataLink: [
    { on: 'save', object: 'opportunities', from: 'CustomText01', to: 'CFReference', comment: 'reference' },
    { on: 'address', object: 'users', from: 'mobile', to: '***Phone' },
  ],
  descriptions: { itemName: '&DI_Manufacturer &DI_Description', lineName: '&DI_Description' },
  tables: {
    groups: { rows: [{ when: { Manufacturer: { pattern: 'HP.*' } }, value: '20' }] },
    warranty: { key: 'Manufacturer', rows: [{ when: { DocType: { empty: true } }, value: 'none' }] },
  },
  tests: [
    {
      name: 'labour',
      given: { ItemType: 'Labor', DH_DocNo: 'A1' },
      expect: { PartNumber: 'Labor-A1', ProductGroup: '7' },
    },
  ],
};

const names = [
  'when',
  'value',
  'rows',
  'macro',
  'mode',
  'exact',
  'empty',
  '__proto__',
  'constructor',
  'toString',
  'x',
];

const scalar = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    1,
    2,
    1.5,
    -1,
    1_000_001,
    '',
    'macro',
    'prefix',
    'save',
    'cut',
  ),
  fc.constantFrom(...names),
  fc.string({ maxLength: 5 }),
);
const any = fc.oneof(
  { maxDepth: 2 },
  scalar,
  fc.array(scalar, { maxLength: 3 }),
  fc
    .array(fc.tuple(fc.constantFrom(...names), scalar), { maxLength: 3 })
    .map((entries) => Object.fromEntries(entries)),
);

/** One change somewhere in a document. */
type Change = { readonly at: number; readonly kind: 'replace' | 'remove' | 'add'; readonly key: string; readonly value: unknown }; // prettier-ignore

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(400),
  kind: fc.constantFrom('replace', 'remove', 'add'),
  key: fc.constantFrom(...names),
  value: any,
});

/** The full document with a few random changes: mostly wrong, and mostly only a little. */
export const randomDocument: fc.Arbitrary<unknown> = fc
  .array(change, { minLength: 0, maxLength: 3 })
  .map((changes) => changes.reduce<unknown>(changed, structuredClone(fullDocument)));

function changed(document: unknown, { at, kind, key, value }: Change): unknown {
  const places: { readonly owner: Record<string, unknown>; readonly name: string }[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const name of Object.keys(node)) {
      places.push({ owner: node as Record<string, unknown>, name });
      walk((node as Record<string, unknown>)[name]);
    }
  };
  walk(document);
  const place = places[at % Math.max(1, places.length)];
  if (place === undefined) return document;
  const { owner, name } = place;
  if (kind === 'add') define(owner, Array.isArray(owner) ? String(owner.length) : key, value);
  else if (kind === 'replace') define(owner, name, value);
  else if (Array.isArray(owner)) owner.splice(Number(name), 1);
  else Reflect.deleteProperty(owner, name);
  return document;
}

function define(owner: object, key: string, value: unknown): void {
  Object.defineProperty(owner, key, { value, enumerable: true, configurable: true, writable: true });
}
