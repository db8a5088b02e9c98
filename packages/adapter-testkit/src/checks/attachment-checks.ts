import { expect } from 'chai';
import type { AttachmentPort, StoredAttachment } from '@quotebridge/core/plugin';
import { check, type CheckGroup } from '../suite/check.js';
import type { ConformanceSubject } from '../suite/conformance-subject.js';
import { expectTextId } from '../expectation/expect-text-id.js';
import { given } from '../expectation/given.js';
import { kitFile, type KitFile } from '../expectation/kit-file.js';
import { newOpportunity } from '../expectation/new-opportunity.js';

const marker = { key: 'quotebridge:KITQ1' };
const name = 'Quote KITQ1 (für Zürich).pdf';

export const attachmentChecks: CheckGroup = {
  name: 'attachments',
  ports: ['attachments'],
  checks: [
    check('attachments.none', 'lists nothing for an opportunity without files', async (subject) => {
      expect(await attachmentsOf(subject).list(await newOpportunity(subject))).to.deep.equal([]);
    }),
    check('attachments.upload', 'lists an uploaded file by its name', async (subject) => {
      const file = kitFile(name);
      const { uploaded, listed } = await upload(subject, file);
      expectTextId(uploaded.id, 'the attachment');
      expect(listed.map((one) => ({ id: one.id, name: one.name }))).to.deep.equal([
        { id: uploaded.id, name },
      ]);
      const size = listed[0]?.size;
      if (size !== undefined) expect(size, 'size').to.equal(file.bytes.byteLength);
    }),
    check('attachments.binary', 'keeps every byte', async (subject) => {
      given(subject.download, 'download');
      const file = kitFile(name);
      const { uploaded, listed } = await upload(subject, file);
      await expectWhole(subject, file, uploaded, listed);
    }),
    check('attachments.pieces', 'keeps content that comes in pieces, in any size', async (subject) => {
      for (const piece of [1, 3, 1000, 4096]) {
        const file = kitFile(name, 5000, piece);
        const { uploaded, listed } = await upload(subject, file);
        await expectWhole(subject, file, uploaded, listed);
      }
    }),
    check('attachments.again', 'opens the content again for a second upload', async (subject) => {
      const file = kitFile(name, 3000, 700);
      const first = await upload(subject, file);
      const second = await upload(subject, file, 'quotebridge:KIT2');
      expect(second.uploaded.id).not.to.equal(first.uploaded.id);
      expect(file.opened(), 'openings of the content').to.be.at.least(2);
      for (const { uploaded, listed } of [first, second]) await expectWhole(subject, file, uploaded, listed);
    }),
    check('attachments.opportunity', 'keeps files of different opportunities apart', async (subject) => {
      await upload(subject, kitFile(name));
      const other = await newOpportunity(subject, 'quotebridge:KIT2');
      expect(await attachmentsOf(subject).list(other)).to.deep.equal([]);
    }),
  ],
};

export const attachmentRemovalChecks: CheckGroup = {
  name: 'attachments.remove',
  ports: ['attachments.remove'],
  checks: [
    check('attachments.remove.one', 'deletes one file and leaves the others', async (subject) => {
      const { opportunityId, uploaded } = await upload(subject, kitFile(name));
      const other = await attachmentsOf(subject).upload(opportunityId, kitFile('Other.pdf').upload, marker);
      await remove(subject, uploaded.id);
      const listed = await attachmentsOf(subject).list(opportunityId);
      expect(listed.map(({ id }) => id)).to.deep.equal([other.id]);
    }),
    check('attachments.remove.twice', 'is content with a file that is gone already', async (subject) => {
      const { opportunityId, uploaded } = await upload(subject, kitFile(name));
      await remove(subject, uploaded.id);
      await remove(subject, uploaded.id);
      expect(await attachmentsOf(subject).list(opportunityId)).to.deep.equal([]);
    }),
  ],
};

function remove(subject: ConformanceSubject, id: string): Promise<void> {
  const missing = 'method “attachments.remove” (an adapter without it says so in `without`)';
  return given(attachmentsOf(subject).remove?.(id), missing);
}

function attachmentsOf({ contactManager }: ConformanceSubject): AttachmentPort {
  return given(contactManager.attachments, 'port “attachments” (an adapter without it says so in `without`)');
}

/** Every byte where the subject shows the content, the size where the PSA states one. */
async function expectWhole(
  subject: ConformanceSubject,
  file: KitFile,
  { id }: StoredAttachment,
  listed: readonly StoredAttachment[],
): Promise<void> {
  const size = listed.find((one) => one.id === id)?.size;
  if (size !== undefined) expect(size, 'size').to.equal(file.bytes.byteLength);
  if (size !== undefined && subject.download === undefined) return;
  const bytes = await given(subject.download, 'download')(id);
  expect(bytes.byteLength, 'bytes').to.equal(file.bytes.byteLength);
  expect([...bytes]).to.deep.equal([...file.bytes]);
}

interface Upload {
  readonly opportunityId: string;
  readonly uploaded: StoredAttachment;
  readonly listed: readonly StoredAttachment[];
}

async function upload(subject: ConformanceSubject, file: KitFile, key?: string): Promise<Upload> {
  const opportunityId = await newOpportunity(subject, key);
  const uploaded = await attachmentsOf(subject).upload(opportunityId, file.upload, marker);
  return { opportunityId, uploaded, listed: await attachmentsOf(subject).list(opportunityId) };
}
