import { expect } from 'chai';
import type { Conflict, JsonObject, PushOptions, PushResult, QuoteDocument } from '@quotebridge/core';
import { featureScopes } from '../../src/index.js';
import { errorOf } from './error-of.js';
import { exampleDocument } from './example-document.js';
import { exampleBytes, exampleContent } from './example-file.js';
import { counts } from './tenant-records.js';
import { Tenant } from './tenant.js';

const every = [...new Set(featureScopes.flatMap(({ needs }) => needs))];
const without = (...gone: readonly string[]): readonly string[] =>
  every.filter((scope) => !gone.includes(scope));

const file = {
  name: 'quote.pdf',
  mediaType: 'application/pdf',
  location: 'quote.pdf',
  size: exampleBytes('quote.pdf').length,
  open: () => exampleContent('quote.pdf'),
};

describe('a permission that is certain to be missing', () => {
  let document: QuoteDocument;
  before(async () => {
    const example = await exampleDocument('AAAQ1001');
    const lines = example.lines.map((line, index) =>
      line.manufacturerPartNumber === '' ? line : { ...line, manufacturerPartNumber: `NEW-${index}` },
    );
    document = { ...example, lines };
  });

  async function onTenant<Result>(
    scopes: readonly string[],
    use: (push: (options?: PushOptions) => Promise<PushResult>, tenant: Tenant) => Promise<Result>,
  ): Promise<Result> {
    await using tenant = await Tenant.start();
    const account = { ...(tenant.settings['account'] as JsonObject), scope: scopes.join(' ') };
    const state = tenant.newState();
    const push = (more: PushOptions = {}): Promise<PushResult> =>
      tenant.push(state, document, more, { ...tenant.settings, account });
    return await use(push, tenant);
  }

  for (const [scope, noun] of [
    ['edit:quotes', 'quotes'],
    ['edit:items', 'items'],
  ] as const) {
    it(`is asked about before anything is written: ${scope}`, async () => {
      await onTenant(without(scope), async (push, tenant) => {
        const { code, details } = await errorOf(push());
        const conflicts = details.data as unknown as readonly Conflict[];
        expect(code).to.equal('plan.conflict');
        expect(conflicts.map(({ about }) => about)).to.deep.equal(['account.scope']);
        expect(conflicts[0]?.message).to.contain(scope).and.contain(noun);
        expect(conflicts[0]?.next).to.contain(scope).and.contain('Permissions');
        expect((await counts(tenant)).writes).to.equal(0);
      });
    });
  }

  it('is told for everything at once, and only of what this push writes', async () => {
    const gone = ['edit:quotes', 'edit:crm', 'edit:sales', 'edit:tickets', 'edit:customers'];
    await onTenant(without(...gone), async (push, tenant) => {
      const said = async (options?: PushOptions): Promise<readonly string[]> => {
        const conflicts = (await errorOf(push(options))).details.data as unknown as readonly Conflict[];
        return conflicts.map(({ message }) => message.replace(/.*: /, ''));
      };
      expect(await said()).to.deep.equal(['opportunities cannot be written.', 'quotes cannot be written.']);
      expect(await said({ attachments: [file] })).to.have.length(3);
      expect((await counts(tenant)).writes).to.equal(0);
    });
  });

  it('takes no request to find out that nothing is missing', async () => {
    await onTenant(every, async (push, tenant) => {
      const options = { confirm: async () => true };
      expect((await push(options)).status).to.equal('written');
      expect((await tenant.requests()).filter(({ path }) => path.includes('token'))).to.have.length(1);
    });
  });

  it('is no guess: one of the scopes that may do it is enough', async () => {
    await onTenant(without('edit:crm', 'edit:sales'), async (push) => {
      const failure = await push().then(
        () => undefined,
        (error: unknown) => error as { readonly code: string },
      );
      expect(failure?.code).to.not.equal('plan.conflict');
    });
  });
});
