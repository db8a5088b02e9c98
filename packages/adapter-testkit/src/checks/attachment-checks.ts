import { expect } from 'chai';
import type { AttachmentPort, AttachmentUpload, StoredAttachment } from '@quotebridge/core/plugin';
import { check, type CheckGroup } from '../suite/check.js';
import type { ConformanceSubject } from '../suite/conformance-subject.js';
import { expectTextId } from '../expectation/expect-text-id.js';
import { given } from '../expectation/given.js';
import { newOpportunity } from '../expectation/new-opportunity.js';

const marker = { key: 'quotebridge:KITQ1' };

/** Every byte there is, ends with none of them missing. */
const allBytes: AttachmentUpload = {
  name: 'Quote KITQ1 (für Zürich).pdf',
  mediaType: 'application/pdf',
  bytes: Uint8Array.from({ length: 1024 }, (_, index) => index % 256),
};

export const attachmentChecks: CheckGroup = {
  name: 'attachments',
  port: 'attachments',
  checks: [
    check('attachments.none', 'lists nothing for an opportunity without files', async (subject) => {
      expect(await attachmentsOf(subject).list(await newOpportunity(subject))).to.deep.equal([]);
    }),
    check('attachments.upload', 'lists an uploaded file by its name', async (subject) => {
      const { uploaded, listed } = await upload(subject, allBytes);
      expectTextId(uploaded.id, 'the attachment');
      expect(listed.map(({ id, name }) => ({ id, name }))).to.deep.equal([
        { id: uploaded.id, name: allBytes.name },
      ]);
      const size = listed[0]?.size;
      if (size !== undefined) expect(size, 'size').to.equal(allBytes.bytes.byteLength);
    }),
    check('attachments.binary', 'keeps every byte', async (subject) => {
      const download = given(subject.download, 'download');
      const { uploaded } = await upload(subject, allBytes);
      expect([...(await download(uploaded.id))]).to.deep.equal([...allBytes.bytes]);
    }),
    check('attachments.opportunity', 'keeps files of different opportunities apart', async (subject) => {
      await upload(subject, allBytes);
      const other = await newOpportunity(subject, 'quotebridge:KIT2');
      expect(await attachmentsOf(subject).list(other)).to.deep.equal([]);
    }),
  ],
};

function attachmentsOf({ contactManager }: ConformanceSubject): AttachmentPort {
  return given(contactManager.attachments, 'port “attachments” (an adapter without it says so in `without`)');
}

async function upload(
  subject: ConformanceSubject,
  file: AttachmentUpload,
): Promise<{ readonly uploaded: StoredAttachment; readonly listed: readonly StoredAttachment[] }> {
  const opportunityId = await newOpportunity(subject);
  const uploaded = await attachmentsOf(subject).upload(opportunityId, file, marker);
  return { uploaded, listed: await attachmentsOf(subject).list(opportunityId) };
}
