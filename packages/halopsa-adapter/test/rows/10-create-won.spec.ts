import { expect } from 'chai';
import {
  newOpportunity,
  type JsonObject,
  type PushOptions,
  type PushResult,
  type Question,
  type QuoteDocument,
} from '@quotebridge/core';
import { errorOf } from '../engine/error-of.js';
import { exampleDocument } from '../engine/example-document.js';
import { exampleBytes, exampleContent } from '../engine/example-file.js';
import { counts, opportunityRow } from '../engine/tenant-records.js';
import { Tenant } from '../engine/tenant.js';

const won = { wonStatus: 'Won', closureCategory: 'Won - price' };

describe('Converting with no opportunity: prompt (or `--create-won`) to create a won one when set; otherwise none is created; an existing one always asks', () => {
  let tenant: Tenant;
  let quote: QuoteDocument;
  let order: QuoteDocument;
  let state: string;
  let untouched: Awaited<ReturnType<typeof counts>>;

  before(async () => {
    tenant = await Tenant.start();
    quote = await exampleDocument('AAAQ1001');
    order = await exampleDocument('AAAO1001');
  });
  after(() => tenant[Symbol.asyncDispose]());
  beforeEach(async () => {
    await tenant.reset();
    state = tenant.newState();
    untouched = await counts(tenant);
  });

  function push(
    document: QuoteDocument,
    opportunity: JsonObject,
    options: PushOptions = {},
  ): Promise<PushResult> {
    return tenant.push(state, document, options, { ...tenant.settings, opportunity });
  }

  /** Answers the question after the opportunity with none of those that exist. */
  function person(answer: boolean | undefined): {
    readonly questions: Question[];
    readonly ask: NonNullable<PushOptions['ask']>;
  } {
    const questions: Question[] = [];
    const ask = async (question: Question): Promise<never> => {
      questions.push(question);
      return (question.about === 'opportunity' ? undefined : answer) as never;
    };
    return { questions, ask };
  }

  async function expectNothing(result: PushResult): Promise<void> {
    expect(result).to.include({ status: 'skipped' });
    expect(result).to.not.have.any.keys('opportunity', 'quote', 'completion', 'proof');
    expect(result.issues).to.have.length(1);
    expect(result.issues[0]).to.include({ level: 'warning', about: 'opportunity' });
    expect(await counts(tenant)).to.deep.equal(untouched);
  }

  async function expectWon(result: PushResult): Promise<void> {
    expect(result).to.include({ status: 'written', completion: 'won' });
    expect(result.opportunity?.action).to.equal('created');
    expect(result.proof?.verdict).to.equal('equal');
    expect((await counts(tenant)).opportunities).to.equal(untouched.opportunities + 1);
    const row = await opportunityRow(tenant, result.opportunity?.id);
    expect(row).to.include({ status_name: 'Won', hasbeenclosed: true, oppclosurecategory: 1 });
  }

  it('nothing is created when it is not set, and the result says why and what to do', async () => {
    const result = await push(order, { completeOn: 'order', ...won });
    await expectNothing(result);
    expect(result.issues[0]?.message).to.include('AAAO1001');
    expect(result.issues[0]?.next).to.include('--create-won');
  });

  it('nothing is created when it is set and nobody is there', async () => {
    await expectNothing(await push(order, { createWonWhenNone: true, ...won }));
  });

  it('an invoice is treated as an order is', async () => {
    await expectNothing(await push(await exampleDocument('AAAI1001'), won));
  });

  it('when set, a person is asked, and a won one is created or none', async () => {
    const settings = { createWonWhenNone: true, ...won };
    for (const answer of [false, undefined]) {
      const { questions, ask } = person(answer);
      await expectNothing(await push(order, settings, { ask }));
      expect(questions.map(({ about }) => about)).to.deep.equal(['opportunity', 'createWon']);
      expect(questions[1]).to.include({ otherwise: false });
    }
    await expectWon(await push(order, settings, { ask: person(true).ask }));
  });

  it('when not set, nobody is asked to create one', async () => {
    const { questions, ask } = person(true);
    await expectNothing(await push(order, { completeOn: 'order', ...won }, { ask }));
    expect(questions.map(({ about }) => about)).to.deep.equal(['opportunity']);
    expect(questions[0]).to.include({ mayCreate: false });
  });

  for (const settings of [{ createWonWhenNone: true }, { completeOn: 'never' }, { completeOn: 'invoice' }]) {
    it(`an explicit choice creates a won one: ${JSON.stringify(settings)}`, async () => {
      const { questions, ask } = person(false);
      await expectWon(await push(order, { ...settings, ...won }, { choices: { createWon: true }, ask }));
      expect(questions).to.deep.equal([]);
    });
  }

  it('an explicit choice against it is not asked again', async () => {
    const { questions, ask } = person(true);
    const choices = { createWon: false };
    await expectNothing(await push(order, { createWonWhenNone: true, ...won }, { choices, ask }));
    expect(questions.map(({ about }) => about)).to.deep.equal(['opportunity']);
  });

  it('a won one needs a won status', async () => {
    const error = await errorOf(push(order, {}, { choices: { createWon: true } }));
    const [conflict] = error.details.data as readonly { readonly about: string; readonly next: string }[];
    expect(conflict?.about).to.equal('opportunity.wonStatus');
    expect(conflict?.next).to.not.include('never');
    expect(await counts(tenant)).to.deep.equal(untouched);
  });

  it('an existing one that is chosen for the order is asked about', async () => {
    const { questions, ask } = person(false);
    const settings = { completeOn: 'order', ...won };
    const result = await push(order, settings, { choices: { opportunity: '5001' }, ask });
    expect(result.opportunity?.id).to.equal('5001');
    expect(result.completion).to.equal(undefined);
    expect(questions.map(({ about }) => about)).to.deep.equal(['completeAsWon']);
  });

  it('a new one that is chosen for the order is created and follows the setting', async () => {
    const choices = { opportunity: newOpportunity };
    const { questions, ask } = person(true);
    const open = await push(order, { completeOn: 'invoice', ...won }, { choices, ask });
    expect(open.opportunity?.action).to.equal('created');
    expect(open.completion).to.equal(undefined);
    expect(questions).to.deep.equal([]);
    const again = await push(order, { completeOn: 'invoice', ...won }, { choices });
    expect(again.opportunity?.id).to.equal(open.opportunity?.id);
    expect(again.issues.map(({ message }) => message).join()).to.include('keeps it');
    expect(again.requests).to.deep.equal({ read: 1, write: 0 });
  });

  it('the order of a quote that was pushed goes to its opportunity, which asks', async () => {
    const settings = { completeOn: 'order', ...won };
    await push(quote, settings);
    const { questions, ask } = person(false);
    const result = await push(order, settings, { ask, choices: { createWon: true } });
    expect(result.opportunity?.action).to.not.equal('created');
    expect(result.completion).to.equal(undefined);
    expect(questions.map(({ about }) => about)).to.deep.equal(['completeAsWon']);
  });

  it('what was not created does not count as pushed: the quote may still be', async () => {
    await expectNothing(await push(order, won));
    const result = await push(quote, won);
    expect(result.opportunity?.action).to.equal('created');
    expect((await push(order, won)).opportunity?.id).to.equal(result.opportunity?.id);
  });

  it('files are not attached to nothing, and the result says so', async () => {
    const file = {
      name: 'quote.pdf',
      mediaType: 'application/pdf',
      location: 'quote.pdf',
      size: exampleBytes('quote.pdf').length,
      open: () => exampleContent('quote.pdf'),
    };
    const result = await push(order, won, { attachments: [file] });
    await expectNothing(result);
    expect(result.issues[0]?.message).to.include('no file is attached');
  });

  it('a push that is cut off after it was created goes on to win it, without being told again', async () => {
    for (const at of ['Creating the opportunity', 'Creating the quote']) {
      await tenant.reset();
      state = tenant.newState();
      const stop = new AbortController();
      const cut = push(order, won, {
        choices: { createWon: true },
        signal: stop.signal,
        progress: ({ message }) => {
          if (message.startsWith(at)) stop.abort();
        },
      });
      expect(await errorOf(cut), at).to.include({ code: 'cancelled' });
      const result = await push(order, won);
      expect(result.completion, at).to.equal('won');
      const row = await opportunityRow(tenant, result.opportunity?.id);
      expect(row).to.include({ status_name: 'Won', hasbeenclosed: true });
      expect((await counts(tenant)).opportunities).to.equal(untouched.opportunities + 1);
      expect((await push(order, won)).requests).to.deep.equal({ read: 1, write: 0 });
    }
  });
});
