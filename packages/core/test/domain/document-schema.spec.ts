import { Ajv, type ValidateFunction } from 'ajv';
import addFormatsModule from 'ajv-formats';
import { expect } from 'chai';
import { documentSchema } from '../../src/domain/document.schema.js';
import { familyMarker } from '../../src/plan/markers.js';
import type { QuoteDocument } from '../../src/domain/document.js';
import { emptyParty } from '../samples/sample-document.js';

const addFormats = addFormatsModule as unknown as typeof addFormatsModule.default;

const full: QuoteDocument = {
  format: 'quotebridge.document/1',
  number: 'Q1',
  type: 'QUOTE',
  name: '',
  status: '',
  superseded: false,
  purchaseOrder: '',
  salesRepresentative: '',
  preparedBy: '',
  soldTo: { ...emptyParty, company: 'Acme' },
  shipTo: emptyParty,
  billTo: emptyParty,
  tax: { mode: 'perLine' },
  freight: { amount: '0', cost: '0', taxable: false },
  notes: { introduction: '', closing: '', purchasing: '', internal: '' },
  links: [],
  lines: [
    {
      key: '1',
      lineType: 'product',
      attributes: [],
      itemType: '',
      manufacturerPartNumber: '',
      vendorPartNumber: '',
      internalPartNumber: '',
      manufacturer: '',
      vendor: '',
      description: '',
      notes: '',
      quantity: '1',
      groupQuantity: '1',
      unitOfMeasure: '',
      unitCost: '0',
      unitList: '0',
      unitPrice: '10',
      taxCode: '',
      fields: {},
    },
  ],
  fields: {},
};

const minimal = (): Record<string, unknown> => ({
  number: 'Q1',
  type: 'QUOTE',
  soldTo: { company: 'Acme' },
  lines: [{ key: '1', unitPrice: '10' }],
});

describe('documentSchema', () => {
  let valid: ValidateFunction;

  before(() => {
    const ajv = new Ajv({ allErrors: true, useDefaults: true, strict: true, allowUnionTypes: true });
    addFormats(ajv);
    valid = ajv.compile(documentSchema);
  });

  function faultsOf(document: unknown): string[] {
    return valid(document)
      ? []
      : (valid.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
  }

  function withLine(line: Record<string, unknown>): Record<string, unknown> {
    return { ...minimal(), lines: [{ key: '1', unitPrice: '10', ...line }] };
  }

  it('is plain data without any keyword of ours', () => {
    expect(JSON.parse(JSON.stringify(documentSchema))).to.deep.equal(documentSchema);
    expect(() =>
      new Ajv({ strict: true, allowUnionTypes: true, formats: { date: true } }).compile(documentSchema),
    ).not.to.throw();
  });

  it('makes a full document of the least that can be stated', () => {
    const document = minimal();
    expect(faultsOf(document)).to.deep.equal([]);
    expect(document).to.deep.equal(full);
  });

  it('leaves a full document as it is', () => {
    const document = structuredClone(full);
    expect(faultsOf(document)).to.deep.equal([]);
    expect(document).to.deep.equal(full);
  });

  it('shares no default object between documents', () => {
    const [first, second] = [minimal(), minimal()];
    faultsOf(first);
    faultsOf(second);
    expect(first['shipTo']).to.not.equal(second['shipTo']);
    expect(first['fields']).to.not.equal(second['fields']);
  });

  it('names everything that is missing', () => {
    expect(faultsOf({})).to.deep.equal(Array.from({ length: 4 }, () => ' required'));
  });

  it('refuses a misspelt field, but takes any below fields', () => {
    expect(faultsOf({ ...minimal(), grandtotal: '1' })).to.deep.equal([' additionalProperties']);
    expect(faultsOf({ ...minimal(), soldTo: { company: 'A', zip: '1' } })).to.deep.equal([
      '/soldTo additionalProperties',
    ]);
    expect(faultsOf(withLine({ price: '1' }))).to.deep.equal(['/lines/0 additionalProperties']);
    expect(faultsOf({ ...minimal(), fields: { CustomText01: 'x' } })).to.deep.equal([]);
    expect(faultsOf({ ...minimal(), fields: { CustomText01: 1 } })).to.deep.equal([
      '/fields/CustomText01 type',
    ]);
  });

  it('takes money as text or number', () => {
    for (const money of ['10', '10.50', '-0.005', '.5', 10, -12.5, 0])
      expect(faultsOf(withLine({ unitPrice: money })), String(money)).to.deep.equal([]);
  });

  it('refuses text that is no plain decimal number', () => {
    for (const money of ['', ' ', '1,399.00', '$10', '1e3', '12.', 'NaN', '+1', '10 '])
      expect(faultsOf(withLine({ unitPrice: money })), money).to.deep.equal(['/lines/0/unitPrice pattern']);
    expect(faultsOf(withLine({ unitPrice: null }))).to.deep.equal(['/lines/0/unitPrice type']);
  });

  it('refuses a day that does not exist', () => {
    expect(faultsOf({ ...minimal(), date: '2028-02-29' })).to.deep.equal([]);
    expect(faultsOf({ ...minimal(), date: '2026-02-30' })).to.deep.equal(['/date format']);
    expect(faultsOf({ ...minimal(), expiresOn: '' })).to.deep.equal(['/expiresOn format']);
  });

  it('wants a recurrence on a recurring line', () => {
    expect(faultsOf(withLine({ attributes: ['recurring'] }))).to.include('/lines/0 required');
    expect(
      faultsOf(withLine({ attributes: ['recurring'], recurrence: { period: 'monthly' } })),
    ).to.deep.equal([]);
    expect(faultsOf(withLine({ attributes: ['recurring'], recurrence: { period: 'daily' } }))).to.deep.equal([
      '/lines/0/recurrence/period enum',
    ]);
  });

  it('wants none on the line after a recurring one', () => {
    const recurring = {
      key: '1',
      unitPrice: '1',
      attributes: ['recurring'],
      recurrence: { period: 'monthly' },
    };
    const lines = [recurring, { key: '2', unitPrice: '1', attributes: [] }, { key: '3', unitPrice: '1' }];
    expect(faultsOf({ ...minimal(), lines })).to.deep.equal([]);
  });

  it('refuses an unknown type of document or line and an unknown attribute', () => {
    expect(faultsOf({ ...minimal(), type: 'quote' })).to.deep.equal(['/type enum']);
    expect(faultsOf(withLine({ lineType: 'total' }))).to.deep.equal(['/lines/0/lineType enum']);
    expect(faultsOf(withLine({ attributes: ['dontPrint'] }))).to.deep.equal(['/lines/0/attributes/0 enum']);
  });

  it('refuses a blank number and an empty key', () => {
    expect(faultsOf({ ...minimal(), number: ' ' })).to.deep.equal(['/number pattern']);
    expect(faultsOf(withLine({ key: '' }))).to.deep.equal(['/lines/0/key minLength']);
  });

  it('refuses a number that the marker of a record has no room for', () => {
    const long = 'A'.repeat(81);
    expect(faultsOf({ ...minimal(), number: long })).to.deep.equal(['/number maxLength']);
    expect(faultsOf({ ...minimal(), revisionOf: long })).to.deep.equal(['/revisionOf maxLength']);
    expect(faultsOf({ ...minimal(), convertedFrom: long })).to.deep.equal(['/convertedFrom maxLength']);
    expect(familyMarker(long.slice(1)).key).to.have.length(92);
  });

  it('does not refuse a long text', () => {
    expect(faultsOf(withLine({ description: 'x'.repeat(200_000) }))).to.deep.equal([]);
  });

  it('describes every field for an editor', () => {
    const untitled = Object.entries({
      ...documentSchema.properties,
      ...documentSchema.properties.lines.items.properties,
    })
      .filter(([, property]) => !('title' in property))
      .map(([name]) => name);
    expect(untitled).to.deep.equal([]);
  });
});
