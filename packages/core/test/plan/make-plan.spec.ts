import { expect } from 'chai';
import type { QuoteDocument } from '../../src/domain/document.js';
import type { PlanOptions } from '../../src/engine/engine-types.js';
import { newOpportunity, type Question } from '../../src/engine/person-choices.js';
import { makePlan } from '../../src/plan/make-plan.js';
import { parsePlan } from '../../src/plan/parse-plan.js';
import type { Plan } from '../../src/plan/plan.js';
import { openSqliteState } from '../../src/state/sqlite/open-sqlite-state.js';
import type { StateStore } from '../../src/state/state-store.js';
import { errorOf } from '../fakes/error-of.js';
import { FakePsa } from '../fakes/fake-psa.js';
import { sampleContext } from '../fakes/sample-context.js';
import { emptyParty, sampleDocument, sampleLine } from '../samples/sample-document.js';
import { samplePolicy } from '../samples/sample-policy.js';

const noFreight = { amount: '0', cost: '0', taxable: false };
const full = sampleDocument({
  date: '2026-03-01',
  expiresOn: '2026-04-01',
  purchaseOrder: 'PO-7',
  salesRepresentative: 'Dora',
  shipTo: { ...emptyParty, address1: 'Street 1', city: 'Town', postalCode: '12345' },
  soldTo: { ...sampleDocument().soldTo, address1: 'Street 2' },
  tax: { mode: 'perLine', rate: '0.065' },
  freight: { amount: '7', cost: '4', taxable: false },
  lines: [
    sampleLine({ key: 'h', lineType: 'groupHeader' }),
    sampleLine({ key: 'a', attributes: ['groupMember'], manufacturerPartNumber: 'KNOWN', taxCode: 'Y' }),
    sampleLine({ key: 'b', manufacturerPartNumber: 'NEW', taxCode: 'N' }),
    sampleLine({ key: 'c', lineType: 'comment' }),
  ],
});

describe('makePlan', () => {
  let psa: FakePsa;
  let state: StateStore;
  const policy = samplePolicy({ defaults: { productGroup: 'Hardware' } });

  beforeEach(async () => {
    psa = new FakePsa();
    psa.addItem('KNOWN');
    psa.lookups['agents'] = [{ id: 'a1', name: 'Dora' }];
    psa.lookups['taxes'] = [{ id: 'x1', name: 'Sales tax', detail: { percent: '6.5' } }];
    state = await openSqliteState({ path: ':memory:' });
  });
  afterEach(() => state[Symbol.asyncDispose]());

  function plan(document: QuoteDocument, used = policy, options: PlanOptions = {}): Promise<Plan> {
    const { contactManager } = psa;
    const lookups = { ...contactManager.lookups, names: [...contactManager.lookups.names, 'taxes'] };
    return makePlan(sampleContext(psa, state, used, { ...contactManager, lookups }), document, options);
  }

  it('writes nothing', async () => {
    await plan(full);
    expect(psa.writes).to.deep.equal([]);
  });

  it('creates products, opportunity and quote, in this order', async () => {
    const { operations, conflicts, warnings } = await plan(full);
    expect(conflicts).to.deep.equal([]);
    expect(warnings).to.deep.equal([]);
    expect(operations.map(({ kind, action }) => `${action} ${kind}`)).to.deep.equal([
      'create item',
      'create opportunity',
      'create quote',
    ]);
  });

  it('gives a reason for every field of every record that it writes', async () => {
    const { operations } = await plan(full);
    const without: string[] = [];
    const look = (record: string, wanted: object, reasons: object): void => {
      for (const field of Object.keys(wanted)) if (!(field in reasons)) without.push(`${record} ${field}`);
    };
    for (const operation of operations) {
      if (operation.kind !== 'opportunity' && operation.kind !== 'quote') continue;
      look(operation.kind, operation.wanted, operation.reasons);
      if (operation.kind !== 'quote') continue;
      for (const line of operation.lines) {
        const { position: _, ...fields } = line.wanted ?? { position: 0 };
        look(`line ${line.key}`, fields, line.reasons);
      }
    }
    expect(without).to.deep.equal([]);
  });

  it('is JSON that can be stored and read back', async () => {
    const made = await plan(full);
    expect(parsePlan(JSON.parse(JSON.stringify(made)), 'plan.json')).to.deep.equal(made);
  });

  it('is such JSON with a person’s decisions in it, too', async () => {
    psa.lookups['statuses'] = [{ id: 'w1', name: 'Won' }];
    const used = samplePolicy({
      defaults: { productGroup: 'Hardware' },
      opportunity: { wonStatus: 'Won', lineHandling: 'summary' },
    });
    const choices = { createWon: true, quote: { title: 'Mine', date: '2026-03-02' } };
    const made = await plan({ ...full, type: 'ORDER' }, used, { choices });
    expect(made.operations.map(({ kind }) => kind)).to.deep.equal(['opportunity', 'quote', 'completion']);
    expect(parsePlan(JSON.parse(JSON.stringify(made)), 'plan.json')).to.deep.equal(made);
    const quote = made.operations.find((operation) => operation.kind === 'quote');
    expect(quote).to.deep.include({
      edits: {
        title: { value: 'Mine', over: full.name },
        date: { value: '2026-03-02', over: full.date },
      },
    });
    for (const line of quote?.kind === 'quote' ? quote.lines : []) {
      const { position: _, ...fields } = line.wanted ?? { position: 0 };
      expect(line.reasons).to.include.all.keys(Object.keys(fields));
    }
  });

  it('refuses a document that does not add up, and asks the PSA nothing for it', async () => {
    psa.clients.length = 0;
    psa.users.length = 0;
    const { conflicts, operations } = await plan({ ...full, subtotal: '20.01' });
    expect(operations).to.deep.equal([]);
    expect(conflicts.map(({ about }) => about)).to.deep.equal(['money']);
    expect((await plan({ ...full, subtotal: '20' })).conflicts.map(({ about }) => about)).to.deep.equal([
      'client',
    ]);
  });

  it('refuses a document that has been replaced', async () => {
    expect((await plan({ ...full, superseded: true })).conflicts[0]?.about).to.equal('document');
  });

  it('collects the conflicts of everything at once', async () => {
    psa.lookups['ticketTypes'] = [
      { id: 't1', name: 'One' },
      { id: 't2', name: 'Two' },
    ];
    psa.clients.length = 0;
    psa.users.length = 0;
    const { conflicts } = await plan(full, samplePolicy());
    expect(conflicts.map(({ about }) => about)).to.have.members([
      'client',
      'defaults.ticketType',
      'defaults.productGroup',
    ]);
  });

  it('asks which of two opportunities with the marker is meant', async () => {
    for (const id of ['o1', 'o2'])
      psa.opportunities.set(id, { id, outcome: 'open', title: id, marker: 'quotebridge:AAAQ1001' });
    const { conflicts } = await plan(full);
    expect(conflicts.map(({ about, candidates }) => `${about} ${candidates.length}`)).to.deep.equal([
      'opportunity 2',
    ]);
  });

  it('completes the opportunity when the document becomes what the policy says', async () => {
    psa.lookups['statuses'] = [{ id: 'w1', name: 'Won' }];
    const used = samplePolicy({
      defaults: { productGroup: 'Hardware' },
      opportunity: { completeOn: 'order', wonStatus: 'Won' },
    });
    // The document has no opportunity yet: without this choice an order would be given none.
    const wanted = { choices: { opportunity: newOpportunity } };
    const completion = async (type: QuoteDocument['type'], by = used): Promise<string | undefined> => {
      const found = (await plan({ ...full, type }, by, wanted)).operations.find(
        ({ kind }) => kind === 'completion',
      );
      return found?.kind === 'completion' ? `${found.action} ${found.statusId ?? ''}` : undefined;
    };
    expect(await completion('QUOTE')).to.equal(undefined);
    expect(await completion('ORDER')).to.equal('update w1');
    expect(await completion('INVOICE')).to.equal('update w1');
    const invoice = samplePolicy({ ...used, opportunity: { completeOn: 'invoice', wonStatus: 'Won' } });
    expect(await completion('ORDER', invoice)).to.equal(undefined);
    const unset = samplePolicy({ ...used, opportunity: { completeOn: 'order' } });
    const { conflicts } = await plan({ ...full, type: 'ORDER' }, unset, wanted);
    expect(conflicts[0]?.about).to.equal('opportunity.wonStatus');
  });

  it('asks nothing when a file may not be attached', async () => {
    psa.opportunities.set('o1', { id: 'o1', outcome: 'open', marker: 'quotebridge:AAAQ1001' });
    psa.lookups['statuses'] = [{ id: 'w1', name: 'Won' }];
    const used = samplePolicy({
      defaults: { productGroup: 'Hardware' },
      opportunity: { completeOn: 'order', wonStatus: 'Won' },
    });
    const asked: string[] = [];
    const ask = async ({ about }: Question): Promise<never> => {
      asked.push(about);
      return false as never;
    };
    const open = (): never => {
      throw new Error('it is refused by its name');
    };
    const file = { name: 'a.exe', mediaType: 'x/y', location: 'a.exe', size: 1, open };
    const refused = await plan({ ...full, type: 'ORDER' }, used, { ask, attachments: [file] });
    expect(refused.conflicts.map(({ about }) => about)).to.deep.equal(['attachments.types']);
    expect(asked).to.deep.equal([]);
    await plan({ ...full, type: 'ORDER' }, used, { ask });
    expect(asked).to.deep.equal(['completeAsWon']);
  });

  for (const lineHandling of ['detail', 'summary'] as const) {
    it(`refuses a quote without any line (${lineHandling})`, async () => {
      const used = samplePolicy({ opportunity: { lineHandling } });
      const lines = [sampleLine({ attributes: ['exclude'] })];
      const { conflicts, operations } = await plan({ ...full, freight: noFreight, lines }, used);
      expect(conflicts.map(({ about, message }) => `${about}: ${message}`)).to.deep.equal([
        'document: No line of AAAQ1001 is to be written: all of them are left out.',
      ]);
      expect(operations).to.deep.equal([]);
      const valueOnly = samplePolicy({ opportunity: { lineHandling, writeProducts: false } });
      expect((await plan({ ...full, freight: noFreight, lines }, valueOnly)).conflicts).to.deep.equal([]);
    });
  }

  it('refuses a day that is none before anything is written', async () => {
    const quote = { date: 'tomorrow', expiresOn: '2026-02-30', title: 'T' };
    const { conflicts } = await plan(full, policy, { choices: { quote } });
    expect(conflicts.map(({ about }) => about)).to.deep.equal(['quote.date', 'quote.expiresOn']);
  });

  it('says that no quote takes what a person gives for it where products are not written', async () => {
    const used = samplePolicy({ opportunity: { writeProducts: false } });
    const { warnings } = await plan(full, used, { choices: { quote: { title: 'T' } } });
    expect(warnings.map(({ message }) => message)).to.deep.equal([
      'There is no quote that could take title, because products are not written (opportunity.writeProducts).',
    ]);
  });

  it('leaves a lost opportunity lost', async () => {
    psa.lookups['statuses'] = [{ id: 'w1', name: 'Won' }];
    psa.opportunities.set('o1', { id: 'o1', outcome: 'lost', marker: 'quotebridge:AAAQ1001' });
    const used = samplePolicy({
      defaults: { productGroup: 'Hardware' },
      opportunity: { completeOn: 'order', wonStatus: 'Won' },
    });
    const made = await plan({ ...full, type: 'ORDER' }, used);
    expect(made.operations.some(({ kind }) => kind === 'completion')).to.equal(false);
    expect(made.warnings.map(({ about }) => about)).to.include('completion');
  });
});

describe('parsePlan', () => {
  it('refuses what is no plan of this version', async () => {
    for (const content of [null, [], 'x', {}, { format: 'quotebridge.plan/1' }, { format: 5 }]) {
      const error = await errorOf(() => parsePlan(content, 'plan.json'));
      expect(error.code).to.equal('document.invalid');
      expect(error.message).to.contain('plan.json').and.to.contain('quotebridge.plan/2');
    }
  });

  it('names the place of the damage', async () => {
    const error = await errorOf(() => parsePlan({ format: 'quotebridge.plan/2', basis: 'x' }, 'plan.json'));
    expect(error.message).to.contain('damaged at /');
    expect(error.details.faults?.map(({ at }) => at))
      .to.include('/basis')
      .and.to.include('/operations');
  });
});
