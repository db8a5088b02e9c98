import { createHash } from 'node:crypto';
import { expect } from 'chai';
import type { AttachmentInput, PushResult } from '@quotebridge/core';
import { errorOf } from './error-of.js';
import { exampleDocument } from './example-document.js';
import { Tenant } from './tenant.js';

describe('Attachments of a push', () => {
  let tenant: Tenant;
  let state: string;

  before(async () => {
    tenant = await Tenant.start({ items: 20 });
  });
  after(() => tenant[Symbol.asyncDispose]());
  beforeEach(async () => {
    await tenant.reset();
    state = tenant.newState();
  });

  async function* pieces(content: Uint8Array): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < content.length; at += 1_000) {
      await Promise.resolve();
      yield content.subarray(at, at + 1_000);
    }
  }

  function pdf(text: string, name = 'quote.pdf'): AttachmentInput {
    const content = new TextEncoder().encode(`%PDF-1.7 ${text.repeat(3_000)}`);
    return {
      name,
      mediaType: 'application/pdf',
      location: `${name} ${text}`,
      size: content.length,
      open: () => pieces(content),
    };
  }

  async function push(
    newVersion: 'add' | 'replace',
    ...files: readonly AttachmentInput[]
  ): Promise<PushResult> {
    const settings = { ...tenant.settings, attachments: { newVersion } };
    return tenant.push(state, await exampleDocument('AAAQ1001'), { attachments: files }, settings);
  }

  async function digests(): Promise<readonly unknown[]> {
    return (await tenant.state()).attachments
      .filter((row) => row['filename'] === 'quote.pdf')
      .map((row) => row['sha256']);
  }

  function digestOf(text: string): string {
    return createHash('sha256')
      .update(`%PDF-1.7 ${text.repeat(3_000)}`)
      .digest('hex');
  }

  it('arrive byte by byte, and the same content once', async () => {
    const first = await push('add', pdf('one'));
    const again = await push('add', pdf('one'));
    expect(await digests()).to.deep.equal([digestOf('one')]);
    expect(first.attachments.map(({ action }) => action)).to.deep.equal(['created']);
    expect(again.status).to.equal('unchanged');
  });

  it('stand beside their earlier versions, or take their places, as set', async () => {
    await push('add', pdf('one'));
    await push('add', pdf('two'));
    expect(await digests()).to.deep.equal([digestOf('one'), digestOf('two')]);
    const result = await push('replace', pdf('three'));
    expect(await digests()).to.deep.equal([digestOf('three')]);
    expect(result.attachments[0]?.replaced).to.have.length(2);
  });

  it('take the places of earlier versions that the state has forgotten', async () => {
    await push('replace', pdf('one'));
    state = tenant.newState();
    await push('replace', pdf('two'));
    expect(await digests()).to.deep.equal([digestOf('two')]);
  });

  it('leave the files of people alone', async () => {
    const { opportunity } = await push('replace', pdf('one'));
    const data_base64 = Buffer.from('%PDF-1.7 of a person').toString('base64');
    await tenant.edit('Attachment', {
      filename: 'quote.pdf',
      ticket_id: Number(opportunity?.id),
      data_base64,
    });
    state = tenant.newState();
    await push('replace', pdf('two'));
    const left = await digests();
    expect(left).to.have.length(2).and.to.include(digestOf('two'));
    expect(left).to.not.include(digestOf('one'));
  });

  for (const type of ['serverError', 'dropAfter'] as const) {
    it(`are replaced by the next push when deleting met ${type}`, async () => {
      await push('replace', pdf('one'));
      await tenant.fail({ match: { method: 'DELETE' }, times: 9, fault: { type } });
      await errorOf(push('replace', pdf('two')));
      expect(await digests()).to.include(digestOf('two'));
      await fetch(`${tenant.sandbox.url}/__sandbox/faults`, { method: 'DELETE' });
      await push('replace', pdf('two'));
      expect(await digests()).to.deep.equal([digestOf('two')]);
      expect((await push('replace', pdf('two'))).status).to.equal('unchanged');
    });
  }
});
