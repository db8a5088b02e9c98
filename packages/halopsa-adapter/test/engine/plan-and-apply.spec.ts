import { expect } from 'chai';
import type { JsonObject, Plan, PlanOptions, QuoteDocument } from '@quotebridge/core';
import { changedDocument } from './changed-document.js';
import { errorOf } from './error-of.js';
import { exampleDocument } from './example-document.js';
import { Tenant } from './tenant.js';
import { quoteRow } from './tenant-records.js';

const price = { unitPrice: '850' };

describe('a plan', () => {
  let tenant: Tenant;
  let document: QuoteDocument;
  let state: string;

  before(async () => {
    tenant = await Tenant.start();
    document = await exampleDocument('AAAQ1001');
  });
  after(() => tenant[Symbol.asyncDispose]());
  beforeEach(async () => {
    await tenant.reset();
    state = tenant.newState();
  });

  const plan = (of: QuoteDocument, options: PlanOptions = {}, settings = tenant.settings): Promise<Plan> =>
    tenant.connect(state, (connection) => connection.plan(of, options), settings);
  const apply = (made: Plan, now?: QuoteDocument, settings = tenant.settings): Promise<unknown> =>
    tenant.connect(
      state,
      (connection) => connection.apply(made, now === undefined ? {} : { document: now }),
      settings,
    );
  const pdf = {
    name: 'quote.txt',
    mediaType: 'text/plain',
    location: 'quote.txt',
    size: 5,
    open: async function* () {
      yield new TextEncoder().encode('hello');
    },
  };

  describe('is made without any write', () => {
    /** Signing in is the one POST that planning may send. */
    async function expectOnlyReads(): Promise<void> {
      const requests = await tenant.requests();
      expect(requests.length).to.be.greaterThan(0);
      const others = requests.filter(({ method, path }) => method !== 'GET' && !path.includes('/auth/'));
      expect(others).to.deep.equal([]);
      expect(requests.filter(({ write, stored }) => write || stored)).to.deep.equal([]);
      expect(requests.filter(({ path }) => /validate/i.test(path))).to.deep.equal([]);
    }

    const linked: JsonObject = {
      dataLink: { rows: [{ on: 'save', object: 'opportunities', from: 'DocNo', to: 'CFQuoteReference' }] },
    };

    it('of a new document with products that are missing, a file and DataLink', async () => {
      const made = await plan(document, { attachments: [pdf] }, { ...tenant.settings, ...linked });
      expect(made.operations.map(({ kind }) => kind)).to.include.members([
        'opportunity',
        'quote',
        'attachment',
      ]);
      await expectOnlyReads();
    });

    it('of a changed one, of an unchanged one, and of one that is worked out again', async () => {
      await tenant.push(state, document);
      await tenant.forgetRequests();
      const changed = await plan(changedDocument(document, 'OPT-7020-MFF', price));
      expect(changed.operations.find(({ kind }) => kind === 'quote')?.action).to.equal('update');
      await plan(document);
      await plan(document, { everything: true });
      await expectOnlyReads();
    });

    it('of an order that completes its opportunity', async () => {
      const [quote, order] = [await exampleDocument('AAAQ1001'), await exampleDocument('AAAO1001')];
      const settings = { ...tenant.settings, opportunity: { completeOn: 'order', wonStatus: 'Won' } };
      await tenant.push(state, quote, {}, settings);
      await tenant.forgetRequests();
      const made = await plan({ ...order, convertedFrom: quote.number }, {}, settings);
      expect(made.operations.map(({ kind }) => kind)).to.include('completion');
      await expectOnlyReads();
    });

    it('of one that cannot be pushed', async () => {
      const nobody = { ...document, soldTo: { ...document.soldTo, company: 'Nobody', email: '' } };
      expect((await plan(nobody)).conflicts).to.have.length.greaterThan(0);
      await expectOnlyReads();
    });
  });

  it('shows what the quote amounts to now and what it will amount to', async () => {
    expect((await plan(document)).money).to.not.have.property('before');
    await tenant.push(state, document);
    const { money } = await plan(changedDocument(document, 'OPT-7020-MFF', price));
    const { before, net } = (await plan(document)).money;
    expect(before).to.deep.equal(net);
    expect(money.before).to.deep.equal(net);
    expect(money.net).to.not.deep.equal(net);
  });

  it('says of a quote that a person changed what changed, and writes nothing', async () => {
    const { quote } = await tenant.push(state, document);
    const changed = changedDocument(document, 'OPT-7020-MFF', price);
    const made = await plan(changed);
    const { id, lines } = await quoteRow(tenant, quote?.id);
    const edited = lines.map((line) => (line['productcode'] === 'U2724D' ? { ...line, price: 1 } : line));
    await tenant.edit('Quotation', { id: id as number, title: 'Hers', lines: edited as never });
    await tenant.forgetRequests();
    const error = await errorOf(apply(made, changed));
    expect(error.code).to.equal('plan.stale');
    expect(error.message)
      .to.contain(`The quote ${quote?.id ?? ''} was changed in the PSA`)
      .and.to.match(/price 389(\.00)? → 1\b/)
      .and.to.contain(`title ${document.name} → Hers`);
    expect((await tenant.requests()).filter(({ write }) => write)).to.deep.equal([]);
  });

  it('is refused when its document has changed, when it was edited, and when the settings are other ones', async () => {
    const made = await plan(document);
    const later = changedDocument(document, 'OPT-7020-MFF', price);
    const changed = await errorOf(apply(made, later));
    expect([changed.code, /OPT|unitPrice/.test(changed.message)]).to.deep.equal(['plan.stale', true]);
    expect(changed.message).to.contain('unitPrice').and.to.contain('→ 850');
    const operations = made.operations.map((operation) =>
      operation.kind === 'opportunity'
        ? { ...operation, wanted: { ...operation.wanted, title: 'x' } }
        : operation,
    );
    expect((await errorOf(apply({ ...made, operations }, document))).code).to.equal('document.invalid');
    const other = { ...tenant.settings, quote: { listPrices: 'none' } };
    const settings = await errorOf(apply(made, document, other));
    expect([settings.code, settings.message.includes('changed: quote.')]).to.deep.equal(['plan.stale', true]);
    expect((await tenant.requests()).filter(({ write }) => write)).to.deep.equal([]);
    await apply(made, document);
    expect((await plan(document)).operations.every(({ action }) => action === 'keep')).to.equal(true);
  });
});

describe('who decides about a field', () => {
  let tenant: Tenant;
  let document: QuoteDocument;
  let state: string;

  before(async () => {
    tenant = await Tenant.start();
    document = await exampleDocument('AAAQ1001');
  });
  after(() => tenant[Symbol.asyncDispose]());
  beforeEach(async () => {
    await tenant.reset();
    state = tenant.newState();
  });

  type Owner = 'ours' | 'theirs' | 'shared';

  /** What stands in quote, opportunity and line after a push, a person's edit of each, and a push of a changed document. */
  async function standing(owner: Owner, edits: boolean): Promise<readonly unknown[]> {
    const settings = {
      ...tenant.settings,
      ownership: { opportunity: { title: owner }, quote: { title: owner }, lines: { name: owner } },
    };
    const { quote, opportunity } = await tenant.push(state, document, {}, settings);
    const { id, lines } = await quoteRow(tenant, quote?.id);
    if (edits) {
      const edited = lines.map((line) =>
        line['productcode'] === 'U2724D' ? { ...line, name: 'Her monitor', price: 1 } : line,
      );
      await tenant.edit('Quotation', { id: id as number, title: 'Her quote', lines: edited as never });
      await tenant.edit('Opportunities', { id: Number(opportunity?.id), summary: 'Her deal' });
    }
    const renamed = changedDocument(document, 'U2724D', { description: 'Our other monitor' });
    const result = await tenant.push(state, { ...renamed, name: 'Our other name' }, {}, settings);
    expect(result.proof?.verdict).to.equal('equal');
    const now = await quoteRow(tenant, quote?.id);
    const line = now.lines.find((row) => row['productcode'] === 'U2724D');
    const deal = (await tenant.state()).opportunities.find(
      ({ id: each }) => String(each) === opportunity?.id,
    );
    // Money is ours, whatever is set.
    expect(line?.['price']).to.equal(389);
    return [now['title'], deal?.['summary'], line?.['name']];
  }

  const ours = ['Our other name', 'Our other name', 'Our other monitor'];
  const hers = ['Her quote', 'Her deal', 'Her monitor'];

  it('ours: it is always written', async () => {
    expect(await standing('ours', true)).to.deep.equal(ours);
  });

  it('shared: it is written unless a person has changed it', async () => {
    expect(await standing('shared', true)).to.deep.equal(hers);
  });

  it('shared: it is written when nobody has', async () => {
    expect(await standing('shared', false)).to.deep.equal(ours);
  });

  it('theirs: it is written with the record, and never again', async () => {
    expect(await standing('theirs', true)).to.deep.equal(hers);
    state = tenant.newState();
    await tenant.reset();
    const first = [document.name, document.name];
    expect((await standing('theirs', false)).slice(0, 2)).to.deep.equal(first);
  });
});
