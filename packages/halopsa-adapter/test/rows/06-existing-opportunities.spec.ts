import { expect } from 'chai';
import type { ExistingOpportunities, JsonObject, Question, QuoteDocument } from '@quotebridge/core';
import { errorOf } from '../engine/error-of.js';
import { exampleDocument } from '../engine/example-document.js';
import { Tenant } from '../engine/tenant.js';

const refresh = 'Workstation refresh, front desk';
const renewal = 'Managed services renewal';

describe('Existing opportunities are listed by user or by client, as set', () => {
  let tenant: Tenant;
  let byUser: JsonObject;
  /** Addressed to Laura Chen and to Omar Haddad of the same client. */
  let laura: QuoteDocument;
  let omar: QuoteDocument;

  before(async () => {
    tenant = await Tenant.start();
    byUser = { ...tenant.settings, opportunity: { listExistingBy: 'user' } };
    laura = await exampleDocument('AAAQ1001');
    omar = await exampleDocument('AAAQ1008', 'quote.json');
  });
  after(() => tenant[Symbol.asyncDispose]());
  beforeEach(() => tenant.reset());

  function list(document: QuoteDocument, settings?: JsonObject): Promise<ExistingOpportunities> {
    return tenant.connect(
      tenant.newState(),
      (connection) => connection.existingOpportunities(document),
      settings,
    );
  }

  const titles = ({ opportunities }: ExistingOpportunities): readonly string[] =>
    opportunities.map(({ title }) => title ?? '').sort();

  it('by client: those of every user of the client', async () => {
    const listed = await list(omar);
    expect(listed.listedBy).to.equal('client');
    expect(titles(listed)).to.deep.equal([renewal, refresh]);
  });

  it('by user: those of the user of the document alone', async () => {
    expect(await list(omar, byUser)).to.deep.equal({ listedBy: 'user', opportunities: [] });
    const hers = await list(laura, byUser);
    expect(hers.listedBy).to.equal('user');
    expect(titles(hers)).to.deep.equal([renewal, refresh]);
  });

  it('by user, but for a document that names no user: those of the client', async () => {
    const nobody = { ...laura, soldTo: { ...laura.soldTo, contact: '', email: '' } };
    const listed = await list(nobody, byUser);
    expect(listed.listedBy).to.equal('client');
    expect(titles(listed)).to.deep.equal([renewal, refresh]);
  });

  it('only open ones, and none of another client', async () => {
    const harbor = await exampleDocument('AAAQ1006');
    expect(titles(await list(harbor))).to.deep.equal([]);
    const { opportunities } = await tenant.state();
    expect(opportunities.map((row) => row['summary'])).to.include('Clinic firewall replacement');
  });

  it('a client that is not found is a question, not an empty list', async () => {
    const nobody = { ...laura.soldTo, company: 'No such client', email: '' };
    expect(await errorOf(list({ ...laura, soldTo: nobody }))).to.include({ code: 'plan.conflict' });
  });

  describe('in the question that a push asks', () => {
    async function questionOf(
      document: QuoteDocument,
      state: string,
      settings?: JsonObject,
    ): Promise<Question | undefined> {
      let asked: Question | undefined;
      const ask = async (question: Question): Promise<undefined> => {
        asked = question;
      };
      await tenant.connect(state, (connection) => connection.plan(document, { ask }), settings);
      return asked;
    }

    it('as they are listed', async () => {
      const state = tenant.newState();
      const question = await questionOf(omar, state);
      expect(question?.about).to.equal('opportunity');
      expect(question).to.have.property('candidates').with.length(2);
      expect(await questionOf(omar, state, byUser)).to.equal(undefined);
    });

    it('never when there are none, or when the document has one', async () => {
      const state = tenant.newState();
      expect(await questionOf(await exampleDocument('AAAQ1006'), state)).to.equal(undefined);
      await tenant.push(state, laura);
      expect(await questionOf({ ...laura, purchaseOrder: 'changed' }, state)).to.equal(undefined);
      expect(await questionOf(laura, tenant.newState())).to.equal(undefined);
    });

    it('with a request of its own, which is not spent when nobody is there', async () => {
      const requests = async (work: () => Promise<unknown>): Promise<number> => {
        await tenant.forgetRequests();
        await work();
        return (await tenant.requests()).length;
      };
      const alone = await requests(() =>
        tenant.connect(tenant.newState(), (connection) => connection.plan(omar)),
      );
      const asked = await requests(() => questionOf(omar, tenant.newState()));
      expect(asked).to.equal(alone + 1);
    });
  });
});
