import { expect } from 'chai';
import type { Question } from '../../src/engine/person-choices.js';
import { decideCompletion, type CompletionQuestion } from '../../src/plan/decide-completion.js';
import { sampleDocument } from '../samples/sample-document.js';
import { samplePolicy } from '../samples/sample-policy.js';

const settings = ['order', 'invoice', 'never'] as const;
const types = ['QUOTE', 'ORDER', 'INVOICE'] as const;

describe('decideCompletion', () => {
  let asked: Question[];
  beforeEach(() => {
    asked = [];
  });

  async function decide(
    completeOn: (typeof settings)[number],
    type: (typeof types)[number],
    over: Partial<CompletionQuestion> & { readonly answer?: boolean | 'nobody' } = {},
  ): Promise<string> {
    const { answer = 'nobody', ...rest } = over;
    const ask = async (question: Question): Promise<never> => {
      asked.push(question);
      return answer as never;
    };
    const decision = await decideCompletion({
      document: sampleDocument({ type }),
      policy: samplePolicy({ opportunity: { completeOn } }).opportunity,
      outcome: 'open',
      createdWon: undefined,
      choices: {},
      decidedBefore: false,
      ask: answer === 'nobody' ? undefined : ask,
      ...rest,
    });
    if (decision === undefined) return 'open';
    return 'warning' in decision ? 'warning' : decision.because.from;
  }

  it('follows the setting when nobody is there', async () => {
    const table: string[] = [];
    for (const completeOn of settings)
      for (const type of types) table.push(`${completeOn} ${type} ${await decide(completeOn, type)}`);
    expect(table).to.deep.equal([
      'order QUOTE open',
      'order ORDER setting',
      'order INVOICE setting',
      'invoice QUOTE open',
      'invoice ORDER open',
      'invoice INVOICE setting',
      'never QUOTE open',
      'never ORDER open',
      'never INVOICE open',
    ]);
  });

  it('asks about conversions unless the setting says never, and names what happens without an answer', async () => {
    for (const completeOn of settings)
      for (const type of types) await decide(completeOn, type, { answer: true });
    expect(asked.map((question) => question.about !== 'opportunity' && question.otherwise)).to.deep.equal([
      true,
      true,
      false,
      true,
    ]);
  });

  it('lets the choice go before the question, the question before the setting', async () => {
    expect(await decide('order', 'ORDER', { answer: false })).to.equal('open');
    expect(await decide('invoice', 'ORDER', { answer: true })).to.equal('person');
    asked = [];
    expect(await decide('order', 'ORDER', { answer: true, choices: { completeAsWon: false } })).to.equal(
      'open',
    );
    expect(await decide('never', 'ORDER', { answer: false, choices: { completeAsWon: true } })).to.equal(
      'person',
    );
    expect(await decide('never', 'ORDER', { answer: false, decidedBefore: true })).to.equal('person');
    expect(asked).to.deep.equal([]);
  });

  it('wins what was created as won, whatever is set', async () => {
    const createdWon = { from: 'person', text: 'asked for' } as const;
    for (const completeOn of settings)
      expect(await decide(completeOn, 'ORDER', { answer: false, createdWon })).to.equal('person');
    expect(asked).to.deep.equal([]);
  });

  it('asks nothing about what does not exist yet, and follows the setting', async () => {
    expect(await decide('order', 'ORDER', { answer: false, outcome: undefined })).to.equal('setting');
    expect(await decide('invoice', 'ORDER', { answer: true, outcome: undefined })).to.equal('open');
    expect(asked).to.deep.equal([]);
  });

  it('asks nothing about what is closed', async () => {
    for (const outcome of ['won', 'lost'] as const) await decide('order', 'ORDER', { answer: true, outcome });
    expect(asked).to.deep.equal([]);
  });

  it('warns when a quote is to be won', async () => {
    expect(await decide('order', 'QUOTE', { choices: { completeAsWon: true } })).to.equal('warning');
  });
});
