import { expect } from 'chai';
import type { StoredOpportunity } from '../../src/contract/records.js';
import type { QuoteDocument } from '../../src/domain/document.js';
import type { PlanOptions } from '../../src/engine/engine-types.js';
import { newOpportunity, type PersonChoices, type Question } from '../../src/engine/person-choices.js';
import { rememberFamily } from '../../src/plan/family-memory.js';
import { linkOpportunity, type LinkedOpportunity } from '../../src/plan/link-opportunity.js';
import { openSqliteState } from '../../src/state/sqlite/open-sqlite-state.js';
import type { StateStore } from '../../src/state/state-store.js';
import { FakePsa } from '../fakes/fake-psa.js';
import { sampleContext } from '../fakes/sample-context.js';
import { sampleDocument } from '../samples/sample-document.js';
import { samplePolicy } from '../samples/sample-policy.js';

const people = { clientId: 'c1', userId: 'u1', matches: [], conflicts: [] };
const quote = sampleDocument();
const order = sampleDocument({ number: 'AAAO1', type: 'ORDER' });

describe('linkOpportunity', () => {
  let psa: FakePsa;
  let state: StateStore;
  let asked: Question[];

  beforeEach(async () => {
    psa = new FakePsa();
    state = await openSqliteState({ path: ':memory:' });
    asked = [];
    add('o1', { userId: 'u1' });
    add('o2', { userId: 'u2' });
    add('o3', { marker: 'quotebridge:OTHER' });
    add('o4', { outcome: 'lost' });
    add('o5', { clientId: 'c2' });
  });
  afterEach(() => state[Symbol.asyncDispose]());

  function add(id: string, over: Partial<StoredOpportunity>): void {
    psa.opportunities.set(id, { id, title: `Deal ${id}`, clientId: 'c1', outcome: 'open', ...over });
  }

  async function link(
    document: QuoteDocument,
    options: {
      readonly choices?: PersonChoices;
      readonly answers?: readonly unknown[];
      readonly by?: 'client' | 'user';
      readonly createWon?: boolean;
      readonly current?: string;
      readonly refused?: boolean;
    } = {},
  ): Promise<LinkedOpportunity> {
    const { choices, answers, by = 'client', createWon = false, current, refused = false } = options;
    const left = [...(answers ?? [])];
    const ask = async (question: Question): Promise<never> => {
      asked.push(question);
      return left.shift() as never;
    };
    const conflict = { about: 'client', message: 'Which?', next: 'Say so.', candidates: [] };
    const policy = samplePolicy({ opportunity: { listExistingBy: by, createWonWhenNone: createWon } });
    const opportunity = current === undefined ? undefined : psa.opportunities.get(current);
    const plan: PlanOptions = {
      ...(choices === undefined ? {} : { choices }),
      ...(answers === undefined ? {} : { ask }),
    };
    return linkOpportunity(sampleContext(psa, state, policy), document, {
      family: 'AAAQ1001',
      memory: await rememberFamily(state, 'main', 'AAAQ1001'),
      people: refused ? { ...people, conflicts: [conflict] } : people,
      remote: {
        spares: [],
        conflicts: [],
        warnings: [],
        ...(opportunity === undefined ? {} : { opportunity }),
      },
      options: plan,
    });
  }

  const offered = (): readonly string[] =>
    asked.flatMap((question) =>
      question.about === 'opportunity' ? question.candidates.map(({ id, name }) => `${id} ${name}`) : [],
    );

  it('offers the open ones of the client that no other document has', async () => {
    expect((await link(quote, { answers: ['o2'] })).opportunity?.id).to.equal('o2');
    expect(offered()).to.deep.equal(['o1 Deal o1', 'o2 Deal o2']);
  });

  it('offers those of the user when that is set', async () => {
    await link(quote, { answers: [undefined], by: 'user' });
    expect(offered()).to.deep.equal(['o1 Deal o1']);
  });

  it('offers a new one for a quote, and none for an order or invoice', async () => {
    await link(quote, { answers: [newOpportunity] });
    await link(order, { answers: [undefined] });
    await link({ ...order, type: 'INVOICE' }, { answers: [undefined] });
    const offers = asked.map((question) => question.about === 'opportunity' && question.mayCreate);
    expect(offers).to.deep.equal([true, false, false]);
    expect(asked.map(({ message }) => message.includes('create a new one'))).to.deep.equal(offers);
  });

  it('warns that a document keeps the one that it has when a new one is chosen', async () => {
    const { warnings } = await link(quote, { choices: { opportunity: newOpportunity }, current: 'o1' });
    expect(warnings.map(({ message }) => message)).to.deep.equal([
      'AAAQ1001 is linked to the opportunity o1 already and keeps it; no new one is created.',
    ]);
    expect((await link(quote, { choices: { opportunity: 'o1' }, current: 'o1' })).warnings).to.deep.equal([]);
  });

  it('takes what exists as it is, and asks nothing', async () => {
    const linked = await link(order, { answers: [], createWon: true, current: 'o1' });
    expect(linked.opportunity?.id).to.equal('o1');
    expect(asked).to.deep.equal([]);
    expect(
      (await link(quote, { choices: { opportunity: newOpportunity }, current: 'o1' })).conflicts,
    ).to.have.length(0);
    expect((await link(quote, { choices: { opportunity: 'o2' }, current: 'o1' })).conflicts).to.have.length(
      1,
    );
  });

  it('asks nothing about a document that is refused anyway', async () => {
    const linked = await link(order, { answers: ['o1', true], createWon: true, refused: true });
    expect(asked).to.deep.equal([]);
    expect(linked.none).to.equal(undefined);
  });

  it('refuses what is not there, not the client’s, or another document’s', async () => {
    for (const id of ['o9', 'o5', 'o3'])
      expect((await link(quote, { choices: { opportunity: id } })).conflicts, id).to.have.length(1);
  });

  for (const [what, options, expected] of [
    ['nobody decides', {}, 'none'],
    ['nobody is there', { createWon: true }, 'none'],
    ['a person says no', { createWon: true, answers: [undefined, false] }, 'none'],
    ['a person says yes', { createWon: true, answers: [undefined, true] }, 'won'],
    ['a person is not asked', { createWon: false, answers: [undefined, true] }, 'none'],
    ['it was chosen', { choices: { createWon: true } }, 'won'],
    [
      'it was declined',
      { createWon: true, choices: { createWon: false }, answers: [undefined, true] },
      'none',
    ],
    ['a new one was chosen', { choices: { opportunity: newOpportunity } }, 'new'],
    ['a new one was answered, which was not offered', { answers: [newOpportunity] }, 'none'],
    ['none was answered, and a won one', { createWon: true, answers: [undefined, true] }, 'won'],
    ['an existing one was chosen', { choices: { opportunity: 'o1' } }, 'o1'],
  ] as const) {
    it(`gives an order ${expected === 'none' ? 'nothing' : expected} when ${what}`, async () => {
      const { none, createdWon, opportunity } = await link(order, options);
      const got = none !== undefined ? 'none' : createdWon !== undefined ? 'won' : (opportunity?.id ?? 'new');
      expect(got).to.equal(expected);
    });
  }

  it('gives a quote a new one when nobody decides', async () => {
    expect(await link(quote)).to.not.have.any.keys('none', 'createdWon', 'opportunity');
  });
});
