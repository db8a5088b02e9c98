import { expect } from 'chai';
import type { QuoteDocument } from '@quotebridge/core';
import { changedDocument, withoutTotals } from './changed-document.js';
import { exampleDocuments } from './example-documents.js';
import { Tenant } from './tenant.js';

describe('Requests of a push do not grow with the document', () => {
  let tenant: Tenant;
  let project: QuoteDocument;

  before(async () => {
    tenant = await Tenant.start();
    const documents = await exampleDocuments();
    project = documents.get('AAAQ1006') as QuoteDocument;
  });
  after(() => tenant[Symbol.asyncDispose]());
  beforeEach(() => tenant.reset());

  async function requestsOf(work: () => Promise<unknown>): Promise<number> {
    await tenant.forgetRequests();
    await work();
    return (await tenant.requests()).length;
  }

  for (const [label, times] of [
    ['120 lines', 1],
    ['1,200 lines', 10],
  ] as const) {
    it(`needs at most 8 for ${label} at first, 4 for a changed line, 1 when nothing has changed`, async () => {
      const state = tenant.newState();
      const document = repeated(project, times);
      await tenant.connect(state, (connection) => connection.synchroniseItems());
      const first = await requestsOf(() => tenant.push(state, document));
      const unchanged = await requestsOf(() => tenant.push(state, document));
      const changed = await requestsOf(() => tenant.push(state, withDearerLine(document)));
      expect({ first, unchanged, changed }).to.satisfy(
        () => first <= 8 && unchanged <= 1 && changed <= 4,
        JSON.stringify({ first, unchanged, changed }),
      );
    });
  }

  it('needs no more when the owner of the document is not mapped', async () => {
    const state = tenant.newState();
    const settings = { ...tenant.settings, userMappings: {} };
    await tenant.connect(state, (connection) => connection.synchroniseItems(), settings);
    await tenant.push(state, project, {}, settings);
    const changed = await requestsOf(() => tenant.push(state, withDearerLine(project), {}, settings));
    expect(changed).to.equal(4);
  });

  it('counts the same requests as the server does', async () => {
    const state = tenant.newState();
    const result = await tenant.push(state, project);
    const log = await tenant.requests();
    const writes = log.filter((request) => request.write).length;
    expect(result.requests).to.deep.equal({ read: log.length - writes, write: writes });
  });

  it('plans without any write', async () => {
    await tenant.connect(tenant.newState(), (connection) => connection.plan(project));
    const log = await tenant.requests();
    expect(log).to.not.deep.equal([]);
    expect(log.filter((request) => request.write)).to.deep.equal([]);
  });
});

/** The same lines over and over, under keys of their own. */
function repeated(document: QuoteDocument, times: number): QuoteDocument {
  if (times === 1) return document;
  const lines = Array.from({ length: times }, (_, round) =>
    document.lines.map((line) => ({ ...line, key: `${line.key}-${round}` })),
  ).flat();
  return { ...withoutTotals(document), number: `${document.number}-BIG`, lines };
}

function withDearerLine(document: QuoteDocument): QuoteDocument {
  const product = document.lines.find((line) => line.lineType === 'product');
  return changedDocument(document, product?.manufacturerPartNumber ?? '', { unitPrice: '4321' });
}
