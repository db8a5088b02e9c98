import { expect } from 'chai';
import type { AttachmentInput, QuoteDocument } from '@quotebridge/core';
import { endState } from '../engine/end-state.js';
import { exampleDocuments } from '../engine/example-documents.js';
import { exampleBytes, exampleContent } from '../engine/example-file.js';
import { Tenant } from '../engine/tenant.js';

const faults = [
  { type: 'dropBefore' },
  { type: 'dropAfter' },
  { type: 'serverError' },
  { type: 'htmlError' },
  { type: 'badGateway' },
  { type: 'truncate' },
  { type: 'rateLimit' },
  { type: 'rateLimit', retryAfter: 0 },
  { type: 'expireToken' },
] as const;

describe('A push that is disturbed ends as an undisturbed one', () => {
  let tenant: Tenant;
  let document: QuoteDocument;
  let undisturbed: string;
  let requests: number;
  const attachments: readonly AttachmentInput[] = [
    {
      name: 'quote.pdf',
      mediaType: 'application/pdf',
      location: 'quote.pdf',
      size: exampleBytes('quote.pdf').length,
      open: () => exampleContent('quote.pdf'),
    },
  ];

  before(async () => {
    tenant = await Tenant.start();
    const documents = await exampleDocuments();
    // It has a product that the catalogue lacks, options, a group, tax.
    document = documents.get('AAAQ1005-01') as QuoteDocument;
    await tenant.push(tenant.newState(), document, { attachments });
    undisturbed = endState(await tenant.state());
    requests = (await tenant.requests()).length;
  });
  after(() => tenant[Symbol.asyncDispose]());

  for (const fault of faults) {
    const label = 'retryAfter' in fault ? `${fault.type} with Retry-After` : fault.type;
    it(`when any one request meets ${label}`, async function () {
      this.timeout(120_000);
      for (let nth = 1; nth <= requests; nth += 1) {
        await tenant.reset();
        await tenant.fail({ match: { nth }, fault });
        const state = tenant.newState();
        await tenant.pushUntilDone(state, document, { attachments });
        const after = endState(await tenant.state());
        expect(after, `request ${nth}`).to.equal(undisturbed);
      }
    });
  }

  it('when the answer to any write is lost, and a person wanted a won opportunity', async function () {
    this.timeout(120_000);
    const order = (await exampleDocuments()).get('AAAO1001') as QuoteDocument;
    const opportunity = { wonStatus: 'Won', closureCategory: 'Won - price' };
    const settings = { ...tenant.settings, opportunity };
    const push = (state: string): Promise<unknown> =>
      tenant.push(state, order, { choices: { createWon: true } }, settings);
    await tenant.reset();
    await push(tenant.newState());
    const expected = endState(await tenant.state());
    const writes = (await tenant.requests()).filter(({ write }) => write).length;
    for (let nth = 1; nth <= writes; nth += 1) {
      await tenant.reset();
      await tenant.fail({ match: { method: 'POST', path: '/api/', nth }, fault: { type: 'dropAfter' } });
      const state = tenant.newState();
      await push(state).catch(() => push(state));
      expect(endState(await tenant.state()), `write ${nth}`).to.equal(expected);
    }
  });

  it('when two processes push it at the same time', async () => {
    await tenant.reset();
    const state = tenant.newState();
    const results = await Promise.all([
      tenant.push(state, document, { attachments }),
      tenant.push(state, document, { attachments }),
    ]);
    expect(endState(await tenant.state())).to.equal(undisturbed);
    expect(results.map((result) => result.status).sort()).to.deep.equal(['unchanged', 'written']);
  });

  it('when the state is lost and it is pushed again', async () => {
    await tenant.reset();
    await tenant.push(tenant.newState(), document, { attachments });
    await tenant.push(tenant.newState(), document, { attachments });
    expect(endState(await tenant.state())).to.equal(undisturbed);
  });
});
