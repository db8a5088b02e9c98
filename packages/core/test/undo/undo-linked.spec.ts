import { expect } from 'chai';
import { applyPlan } from '../../src/apply/apply-plan.js';
import type { PushResult } from '../../src/apply/push-result.js';
import type { DataLinkObject, FieldDescription } from '../../src/contract/field-port.js';
import type { QuoteDocument } from '../../src/domain/document.js';
import { makePlan } from '../../src/plan/make-plan.js';
import { parsePlan } from '../../src/plan/parse-plan.js';
import type { Plan } from '../../src/plan/plan.js';
import type { DataLinkRow } from '../../src/settings/push-policy.js';
import { openSqliteState } from '../../src/state/sqlite/open-sqlite-state.js';
import type { StateStore } from '../../src/state/state-store.js';
import { planUndo } from '../../src/undo/plan-undo.js';
import { FakePsa } from '../fakes/fake-psa.js';
import { piecesOf } from '../fakes/pieces-of.js';
import { sampleContext, type SampleContext } from '../fakes/sample-context.js';
import { sampleDocument, sampleLine } from '../samples/sample-document.js';
import { samplePolicy } from '../samples/sample-policy.js';

const field = (name: string): FieldDescription => ({
  name,
  label: name,
  type: 'text',
  custom: true,
  readable: true,
  writable: true,
  required: false,
});
const save = (object: DataLinkObject, from: string, to: string): DataLinkRow => ({
  on: 'save',
  object,
  from,
  to,
});
const rows: readonly DataLinkRow[] = [
  save('opportunities', 'CustomText01', 'CFSource'),
  save('quotes', 'CustomText01', 'CFQuoteSource'),
  save('lineItems', 'Vendor', 'CFVendor'),
  save('clients', 'Terms', 'CFTerms'),
];

function document(source: string, vendor: string, price: string): QuoteDocument {
  return sampleDocument({
    fields: { CustomText01: source, Terms: `${source} terms` },
    lines: [sampleLine({ key: 'a', manufacturerPartNumber: 'KNOWN', vendor, unitPrice: price })],
  });
}

const first = document('Fair', 'Ingram', '10');
const second = document('Web', 'Also', '12');

describe('undo of what goes beyond the quote', () => {
  let psa: FakePsa;
  let state: StateStore;
  let context: SampleContext;

  beforeEach(async () => {
    psa = new FakePsa();
    psa.addItem('KNOWN', { price: '1' });
    Object.assign(psa.fieldLists, {
      opportunities: [field('CFSource')],
      quotes: [field('CFQuoteSource')],
      lineItems: [field('CFVendor')],
      clients: [field('CFTerms')],
    });
    state = await openSqliteState({ path: ':memory:' });
    const policy = samplePolicy({ dataLink: { rows }, products: { updateExisting: ['price'] } });
    context = sampleContext(psa, state, policy, { ...psa.contactManager, fields: psa.fields });
    psa.fieldValues.set('clients c1', { CFTerms: 'Agreed by hand' });
    await push(first);
  });
  afterEach(() => state[Symbol.asyncDispose]());

  const apply = (made: Plan): Promise<PushResult> =>
    applyPlan(context, made, { openAttachment: () => piecesOf(new Uint8Array()) });
  const push = async (of: QuoteDocument): Promise<PushResult> => apply(await makePlan(context, of, {}));
  /** As a stored plan. */
  const undo = async (): Promise<PushResult> => {
    const made = await planUndo(context, first.number);
    return apply(parsePlan(JSON.parse(JSON.stringify(made)) as unknown, 'undo.json'));
  };
  const warnings = (result: PushResult): string => result.issues.map(({ message }) => message).join('\n');

  function values(): unknown {
    const [opportunity] = psa.opportunities.values();
    const [quote] = psa.quotes.values();
    return {
      opportunity: opportunity?.linked,
      quote: quote?.linked,
      line: quote?.lines?.[0]?.linked,
      client: psa.fieldValues.get('clients c1'),
      product: psa.items[0]?.price,
    };
  }

  it('puts back values of DataLink and of products', async () => {
    const before = values();
    await push(second);
    expect(values()).to.deep.equal({
      opportunity: { CFSource: 'Web' },
      quote: { CFQuoteSource: 'Web' },
      line: { CFVendor: 'Also' },
      client: { CFTerms: 'Web terms' },
      product: '12',
    });
    const result = await undo();
    expect(values()).to.deep.equal(before);
    expect(result.contacts?.map(({ object, action }) => `${object} ${action}`)).to.deep.equal([
      'clients updated',
    ]);
    expect(result.items.map(({ number, action }) => `${number} ${action}`)).to.deep.equal(['KNOWN updated']);
    expect(warnings(result)).to.equal('');
  });

  it('leaves values that people have changed since', async () => {
    await push(second);
    psa.fieldValues.set('clients c1', { CFTerms: '60 days' });
    psa.items[0] = { ...(psa.items[0] ?? psa.addItem('X')), price: '99' };
    const result = await undo();
    expect(values()).to.deep.include({ client: { CFTerms: '60 days' }, product: '99' });
    expect(warnings(result)).to.contain('“Acme”: CFTerms was changed in the PSA since the push');
    expect(warnings(result)).to.contain(
      'price was changed in the PSA since the push and stays as it is there (99)',
    );
  });

  it('puts back what a person had written before the very first push', async () => {
    expect(values()).to.deep.include({ client: { CFTerms: 'Fair terms' }, product: '10' });
    await undo();
    expect([psa.opportunities.size, psa.quotes.size]).to.deep.equal([0, 0]);
    expect(psa.fieldValues.get('clients c1')).to.deep.equal({ CFTerms: 'Agreed by hand' });
    expect(psa.items[0]?.price).to.equal('1');
  });
});
