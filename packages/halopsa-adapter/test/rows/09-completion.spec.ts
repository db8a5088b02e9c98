import { expect } from 'chai';
import type { JsonObject, Plan, PushOptions, PushResult, Question, QuoteDocument } from '@quotebridge/core';
import { errorOf } from '../engine/error-of.js';
import { exampleDocument } from '../engine/example-document.js';
import { counts, opportunityRow } from '../engine/tenant-records.js';
import { Tenant, type Row } from '../engine/tenant.js';

const won = { wonStatus: 'Won', closureCategory: 'Won - price' };

describe("Completion to Won: automatically on conversion to order, on conversion to invoice, never. Won status, closure category and conversion date are chosen from the tenant's lists", () => {
  let tenant: Tenant;
  let quote: QuoteDocument;
  let order: QuoteDocument;
  let invoice: QuoteDocument;
  let state: string;

  before(async () => {
    tenant = await Tenant.start();
    quote = await exampleDocument('AAAQ1001');
    order = await exampleDocument('AAAO1001');
    invoice = { ...order, number: 'AAAI1009', type: 'INVOICE', convertedFrom: order.number };
  });
  after(() => tenant[Symbol.asyncDispose]());
  beforeEach(async () => {
    await tenant.reset();
    state = tenant.newState();
  });

  function push(
    document: QuoteDocument,
    opportunity: JsonObject,
    options: PushOptions = {},
  ): Promise<PushResult> {
    return tenant.push(state, document, options, { ...tenant.settings, opportunity });
  }

  async function rowOf(result: PushResult): Promise<Row> {
    return opportunityRow(tenant, result.opportunity?.id);
  }

  /** Whoever is asked notes what, and says what is given. */
  function person(answer: boolean | undefined): {
    readonly questions: Question[];
    readonly ask: NonNullable<PushOptions['ask']>;
  } {
    const questions: Question[] = [];
    const ask = async (question: Question): Promise<never> => {
      questions.push(question);
      return answer as never;
    };
    return { questions, ask };
  }

  describe('by the setting', () => {
    for (const [completeOn, onOrder, onInvoice] of [
      ['order', 'won', 'won'],
      ['invoice', undefined, 'won'],
      ['never', undefined, undefined],
    ] as const) {
      it(`${completeOn}: an order leaves it ${onOrder ?? 'open'}, an invoice ${onInvoice ?? 'open'}`, async () => {
        const settings = { completeOn, ...won };
        expect((await push(quote, settings)).completion).to.equal(undefined);
        const ordered = await push(order, settings);
        expect(ordered.completion).to.equal(onOrder);
        expect((await rowOf(ordered))['hasbeenclosed']).to.equal(onOrder === 'won');
        const invoiced = await push(invoice, settings);
        expect(invoiced.completion).to.equal(onInvoice);
        expect((await rowOf(invoiced))['hasbeenclosed']).to.equal(onInvoice === 'won');
        expect((await counts(tenant)).opportunities).to.equal(13);
      });
    }

    it('an invoice whose order was never pushed wins it, too', async () => {
      await push(quote, { completeOn: 'order', ...won });
      const direct = { ...invoice, convertedFrom: quote.number };
      expect((await push(direct, { completeOn: 'order', ...won })).completion).to.equal('won');
    });

    it('with status, closure category and the date of the order', async () => {
      await push(quote, { completeOn: 'order', ...won });
      const result = await push(order, { completeOn: 'order', ...won });
      const row = await rowOf(result);
      expect(row).to.include({ status_name: 'Won', hasbeenclosed: true, oppclosurecategory: 1 });
      expect(String(row['oppconverteddate'])).to.match(new RegExp(`^${order.date ?? 'no date'}`));
    });

    it('with another category, and today as the date', async () => {
      const settings = { completeOn: 'order', wonStatus: 'Won', closureCategory: 'Won - relationship' };
      await push(quote, settings);
      const today = (): string => new Date().toISOString().slice(0, 10);
      const around = [today()];
      const row = await rowOf(
        await push({ ...order, date: '2026-10-05' }, { ...settings, conversionDate: 'today' }),
      );
      expect(row['oppclosurecategory']).to.equal(2);
      expect(String(row['oppconverteddate']).slice(0, 10)).to.be.oneOf([...around, today()]);
    });

    it('stops before it writes when the status is missing, or a list does not have what is set', async () => {
      await push(quote, { completeOn: 'never' });
      await tenant.forgetRequests();
      for (const [settings, about] of [
        [{ completeOn: 'order' }, 'wonStatus'],
        [{ completeOn: 'order', wonStatus: 'Victory' }, 'wonStatus'],
        [{ completeOn: 'order', wonStatus: 'Won', closureCategory: 'Luck' }, 'closureCategory'],
      ] as const) {
        const error = await errorOf(push(order, settings));
        expect(error).to.include({ code: 'plan.conflict' });
        expect(JSON.stringify(error.details.data)).to.include(`opportunity.${about}`);
      }
      expect((await counts(tenant)).writes).to.equal(0);
    });

    it('once: what is won is not won again, and nobody is asked', async () => {
      const settings = { completeOn: 'order', ...won };
      await push(quote, settings);
      await push(order, settings);
      const { questions, ask } = person(true);
      const again = await push({ ...order, purchaseOrder: 'PO-2' }, settings, { ask });
      expect(again.completion).to.equal('won');
      expect(questions).to.deep.equal([]);
    });

    it('never a lost one', async () => {
      const settings = { completeOn: 'order', ...won };
      const { opportunity } = await push(quote, settings);
      await tenant.edit('Opportunities', { id: Number(opportunity?.id), status_id: 26, hasbeenclosed: true });
      const { questions, ask } = person(true);
      const result = await push(order, settings, { ask });
      expect(result.completion).to.equal(undefined);
      expect(result.issues.map(({ message }) => message).join()).to.include('closed as lost');
      expect(questions).to.deep.equal([]);
    });
  });

  describe('by a person', () => {
    it('is asked about every conversion, and told what happens without an answer', async () => {
      for (const [completeOn, otherwise] of [
        ['order', true],
        ['invoice', false],
      ] as const) {
        state = tenant.newState();
        await tenant.reset();
        await push(quote, { completeOn, ...won });
        const { questions, ask } = person(undefined);
        const result = await push(order, { completeOn, ...won }, { ask });
        expect(questions.map(({ about }) => about)).to.deep.equal(['completeAsWon']);
        expect(questions[0]).to.include({ otherwise });
        expect(result.completion).to.equal(otherwise ? 'won' : undefined);
      }
    });

    it('the answer goes before the setting, both ways', async () => {
      for (const [completeOn, answer] of [
        ['order', false],
        ['invoice', true],
      ] as const) {
        state = tenant.newState();
        await tenant.reset();
        await push(quote, { completeOn, ...won });
        const result = await push(order, { completeOn, ...won }, { ask: person(answer).ask });
        expect(result.completion).to.equal(answer ? 'won' : undefined);
        expect((await rowOf(result))['hasbeenclosed']).to.equal(answer);
      }
    });

    it('what was decided beforehand is not asked', async () => {
      await push(quote, { completeOn: 'order', ...won });
      const { questions, ask } = person(true);
      const choices = { completeAsWon: false };
      expect((await push(order, { completeOn: 'order', ...won }, { choices, ask })).completion).to.equal(
        undefined,
      );
      expect(questions).to.deep.equal([]);
    });

    it('is asked where the setting says never as well, once a won status is named', async () => {
      await push(quote, { completeOn: 'never' });
      const nobody = person(true);
      expect((await push(order, { completeOn: 'never' }, nobody)).completion).to.equal(undefined);
      expect(nobody.questions).to.deep.equal([]);
      const { questions, ask } = person(true);
      expect((await push(order, { completeOn: 'never', ...won }, { ask })).completion).to.equal('won');
      expect(questions).to.have.length(1);
      expect(questions[0]).to.include({ about: 'completeAsWon', otherwise: false });
    });

    it('may say so beforehand where the setting says never', async () => {
      await push(quote, { completeOn: 'never', ...won });
      const refuses = person(false);
      expect((await push(order, { completeOn: 'never', ...won }, refuses)).completion).to.equal(undefined);
      // The order has been pushed by now and has not changed: the decision is new all the same.
      const choices = { completeAsWon: true };
      const result = await push(order, { completeOn: 'never', ...won }, { choices });
      expect(result.completion).to.equal('won');
      expect(await rowOf(result)).to.include({ status_name: 'Won', hasbeenclosed: true });
    });

    it('is the reason that the plan gives', async () => {
      await push(quote, { completeOn: 'order', ...won });
      const reasonOf = async (choices: PushOptions['choices']): Promise<string | undefined> => {
        let plan: Plan | undefined;
        const confirm = async (made: Plan): Promise<boolean> => {
          plan = made;
          return false;
        };
        await errorOf(push(order, { completeOn: 'order', ...won }, { confirm, ...(choices && { choices }) }));
        const completion = plan?.operations.find(({ kind }) => kind === 'completion');
        return completion?.kind === 'completion' ? completion.reason.from : undefined;
      };
      expect(await reasonOf(undefined)).to.equal('setting');
      expect(await reasonOf({ completeAsWon: true })).to.equal('person');
    });

    it('holds when the push is cut off before the opportunity is closed', async () => {
      const settings = { completeOn: 'never', ...won };
      await push(quote, settings);
      const stop = new AbortController();
      const choices = { completeAsWon: true };
      const cut = push({ ...order, purchaseOrder: 'PO-9' }, settings, {
        choices,
        signal: stop.signal,
        progress: ({ message }) => {
          if (message === 'Updating the quote') stop.abort();
        },
      });
      expect((await errorOf(cut)).message).to.include('the completion');
      expect((await push({ ...order, purchaseOrder: 'PO-9' }, settings)).completion).to.equal('won');
      const again = await push({ ...order, purchaseOrder: 'PO-9' }, settings);
      expect(again.status).to.equal('unchanged');
      expect(again.requests).to.deep.equal({ read: 1, write: 0 });
    });

    it('a quote is not won by it, and the result says so', async () => {
      const result = await push(quote, { completeOn: 'order', ...won }, { choices: { completeAsWon: true } });
      expect(result.completion).to.equal(undefined);
      expect((await rowOf(result))['hasbeenclosed']).to.equal(false);
      expect(result.issues.map(({ about }) => about)).to.include('completion');
    });
  });
});
