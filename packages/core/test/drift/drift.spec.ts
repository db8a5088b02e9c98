import { expect } from 'chai';
import { applyPlan } from '../../src/apply/apply-plan.js';
import type { PushResult } from '../../src/apply/push-result.js';
import type { StoredQuote, StoredQuoteLine } from '../../src/contract/records.js';
import type { QuoteDocument } from '../../src/domain/document.js';
import type { Drift } from '../../src/drift/drift.js';
import { readDrift } from '../../src/drift/read-drift.js';
import { readDrifts } from '../../src/drift/read-drifts.js';
import type { AttachmentInput } from '../../src/engine/engine-types.js';
import { makePlan } from '../../src/plan/make-plan.js';
import { openSqliteState } from '../../src/state/sqlite/open-sqlite-state.js';
import type { StateStore } from '../../src/state/state-store.js';
import { FakePsa } from '../fakes/fake-psa.js';
import { piecesOf } from '../fakes/pieces-of.js';
import { sampleContext, type SampleContext } from '../fakes/sample-context.js';
import { sampleDocument, sampleLine } from '../samples/sample-document.js';
import { samplePolicy } from '../samples/sample-policy.js';

const content = new TextEncoder().encode('%PDF');
const file: AttachmentInput = {
  name: 'quote.pdf',
  mediaType: 'application/pdf',
  location: 'quote.pdf',
  size: content.length,
  open: () => piecesOf(content),
};

const document = sampleDocument({
  lines: [
    sampleLine({ key: 'a', manufacturerPartNumber: 'A1', description: 'First' }),
    sampleLine({
      key: 'b',
      manufacturerPartNumber: 'B1',
      description: 'Second',
      unitPrice: '5.55',
      quantity: '3',
    }),
    sampleLine({ key: 'c', manufacturerPartNumber: 'C1', description: 'Third', unitPrice: '7' }),
  ],
});

describe('drift', () => {
  let psa: FakePsa;
  let state: StateStore;
  let context: SampleContext;

  beforeEach(async () => {
    psa = new FakePsa();
    state = await openSqliteState({ path: ':memory:' });
    context = sampleContext(psa, state);
    await push();
    psa.writes.length = 0;
  });
  afterEach(async () => {
    expect(psa.writes, 'drift only reads').to.deep.equal([]);
    await state[Symbol.asyncDispose]();
  });

  const push = async (of: QuoteDocument = document): Promise<PushResult> =>
    applyPlan(context, await makePlan(context, of, { attachments: [file] }), { openAttachment: file.open });
  const drift = (): Promise<Drift> => readDrift(context, 'AAAQ1001');

  function quote(): StoredQuote {
    const [stored] = psa.quotes.values();
    if (stored === undefined) throw new Error('no quote');
    return stored;
  }

  function editQuote(change: Partial<StoredQuote>): void {
    psa.quotes.set(quote().id, { ...quote(), ...change });
  }

  function editLine(key: string, change: Partial<StoredQuoteLine>): void {
    editQuote({
      lines: (quote().lines ?? []).map((line) => (line.key === key ? { ...line, ...change } : line)),
    });
  }

  it('is none when everything stands as it was sent', async () => {
    const { verdict, document: sent, records, lines, money } = await drift();
    expect(verdict).to.equal('equal');
    expect(sent).to.deep.equal({ number: 'AAAQ1001', type: 'QUOTE' });
    expect(records.map(({ kind, state: stands }) => `${kind} ${stands}`)).to.deep.equal([
      'opportunity equal',
      'quote equal',
      'attachment equal',
    ]);
    expect(lines).to.deep.equal([]);
    expect(money).to.deep.equal({ sent: { oneOff: '33.65' }, now: { oneOff: '33.65' }, foreign: {} });
  });

  it('knows of a document that was never sent', async () => {
    expect((await readDrift(context, 'AAAQ9999')).verdict).to.equal('neverSent');
  });

  it('names fields that people changed, and what the next push does with each', async () => {
    editQuote({ purchaseOrder: 'PO-7' });
    editLine('a', { price: '11', name: 'First, but better' });
    const { verdict, records, lines, money } = await drift();
    expect(verdict).to.equal('changed');
    expect(records.find(({ kind }) => kind === 'quote')?.fields).to.deep.equal([
      { field: 'purchaseOrder', sent: '', now: 'PO-7', ownership: 'shared', nextPush: 'left' },
    ]);
    expect(lines).to.have.length(1);
    expect(lines[0]).to.deep.include({ key: 'a', state: 'changed', nextPush: 'putBack' });
    expect(
      lines[0]?.fields.map(({ field, sent, now, nextPush }) => [field, sent, now, nextPush]),
    ).to.deep.equal([
      ['name', 'First', 'First, but better', 'left'],
      ['price', '10', '11', 'putBack'],
    ]);
    expect(money.now).to.deep.equal({ oneOff: '34.65' });
    // And so it comes.
    await push({ ...document, name: 'Again' });
    psa.writes.length = 0;
    expect(quote()).to.include({ purchaseOrder: 'PO-7' });
    expect(quote().lines?.[0]).to.include({ price: '10', name: 'First, but better' });
  });

  it('names fields of the opportunity', async () => {
    const [[id, stored] = ['', undefined]] = psa.opportunities;
    if (stored === undefined) throw new Error('no opportunity');
    psa.opportunities.set(id, { ...stored, title: 'Renamed', outcome: 'lost' });
    const [opportunity] = (await drift()).records;
    expect(opportunity).to.deep.include({ state: 'changed', name: 'Renamed', outcome: 'lost' });
    expect(opportunity?.fields.map(({ field, now, nextPush }) => [field, now, nextPush])).to.deep.equal([
      ['title', 'Renamed', 'left'],
    ]);
  });

  it('names lines that were added, removed and moved', async () => {
    const [a, , c] = quote().lines ?? [];
    if (a === undefined || c === undefined) throw new Error('no lines');
    const visit = { id: 'theirs', name: 'Visit', quantity: '2', price: '50' };
    editQuote({
      lines: [
        { ...c, position: 1 },
        { ...visit, position: 2 },
        { ...a, position: 3 },
      ],
    });
    const { lines, money, verdict } = await drift();
    expect(verdict).to.equal('changed');
    expect(lines.map(({ label, state: stands, nextPush }) => [label, stands, nextPush])).to.have.deep.members(
      [
        ['Visit', 'added', 'left'],
        ['Second', 'removed', 'createdAgain'],
        ['First', 'moved', 'putBack'],
      ],
    );
    expect(money).to.deep.equal({
      sent: { oneOff: '33.65' },
      now: { oneOff: '17' },
      foreign: { oneOff: '100' },
    });
  });

  it('says of an added line that it goes where the settings say so', async () => {
    const policy = samplePolicy({
      defaults: { productGroup: 'Hardware' },
      quote: { foreignLines: 'remove' },
    });
    context = sampleContext(psa, state, policy);
    editQuote({ lines: [...(quote().lines ?? []), { id: 'theirs', name: 'Visit', position: 4 }] });
    expect((await drift()).lines[0]).to.deep.include({ label: 'Visit', nextPush: 'removed' });
  });

  it('says what is gone', async () => {
    psa.quotes.clear();
    psa.attachments.clear();
    const { verdict, records, money } = await drift();
    expect(verdict).to.equal('gone');
    expect(records.map(({ kind, state: stands, nextPush }) => [kind, stands, nextPush])).to.deep.equal([
      ['opportunity', 'equal', undefined],
      ['quote', 'gone', 'createdAgain'],
      ['attachment', 'gone', 'left'],
    ]);
    expect(money).to.deep.equal({ sent: { oneOff: '33.65' }, now: {}, foreign: {} });
  });

  it('compares each family once, or everything that is remembered', async () => {
    await push({ ...document, number: 'AAAQ2002' });
    psa.writes.length = 0;
    const families = async (documents?: readonly string[]): Promise<readonly string[]> => {
      const found: string[] = [];
      for await (const { family } of readDrifts(context, documents)) found.push(family);
      return found;
    };
    expect(await families()).to.deep.equal(['AAAQ1001', 'AAAQ2002']);
    expect(await families(['AAAQ2002', 'AAAQ2002', 'AAAQ9999'])).to.deep.equal(['AAAQ2002', 'AAAQ9999']);
  });
});
