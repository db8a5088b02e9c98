import { expect } from 'chai';
import { check, type CheckGroup } from '../suite/check.js';
import type { ConformanceSubject } from '../suite/conformance-subject.js';
import { given } from '../expectation/given.js';
import { kitFile } from '../expectation/kit-file.js';
import { newQuote, quoteMarker, quotesOf, textLine } from '../expectation/kit-quote.js';
import { newOpportunity } from '../expectation/new-opportunity.js';
import { opportunitiesWith } from '../expectation/opportunities-with.js';

/** What a push completed is opened again. */
export const reopeningChecks: CheckGroup = {
  name: 'opportunities.reopen',
  ports: ['opportunities.reopen'],
  checks: [
    check(
      'opportunities.reopen.status',
      'opens a won one again in the status that it had',
      async (subject) => {
        const { id, statusId } = await completed(subject, 'won');
        given(statusId, 'status id with an opportunity that is read');
        const answer = await opportunitiesWith(subject, 'reopen').reopen(id, statusId);
        expect(answer.id).to.equal(id);
        const now = await subject.contactManager.opportunities.get(id);
        expect({ outcome: now?.outcome, statusId: now?.statusId }).to.deep.equal({
          outcome: 'open',
          statusId,
        });
        if (answer.stored !== undefined) expect(answer.stored.outcome).to.equal('open');
      },
    ),
    check('opportunities.reopen.first', 'opens a lost one in a status of its own choice', async (subject) => {
      const { id } = await completed(subject, 'lost');
      await opportunitiesWith(subject, 'reopen').reopen(id, undefined);
      const { opportunities } = subject.contactManager;
      expect((await opportunities.get(id))?.outcome).to.equal('open');
      const listed = await opportunities.list({ clientId: subject.samples.client.id, openOnly: true });
      expect(listed.map((one) => one.id)).to.include(id);
    }),
  ],
};

/** What a push created is deleted, as long as nobody else has used it. */
export const addedByOthersChecks: CheckGroup = {
  name: 'opportunities.addedByOthers',
  ports: ['opportunities.addedByOthers'],
  checks: [
    check('opportunities.others.nothing', 'tells of nothing while all of it is ours', async (subject) => {
      const id = await newOpportunity(subject);
      expect(await opportunitiesWith(subject, 'addedByOthers').addedByOthers(id)).to.deep.equal([]);
      const { contactManager } = subject;
      if (contactManager.quotes === undefined || contactManager.attachments === undefined) return;
      const { opportunityId = '' } = await newQuote(subject, [textLine()]);
      await contactManager.attachments.upload(opportunityId, kitFile('Ours.pdf').upload, quoteMarker);
      expect(await opportunitiesWith(subject, 'addedByOthers').addedByOthers(opportunityId)).to.deep.equal(
        [],
      );
    }),
    check('opportunities.others.note', 'tells of what a person noted', async (subject) => {
      const addNote = given(subject.addNote, 'addNote');
      const [id, other] = [await newOpportunity(subject), await newOpportunity(subject, 'quotebridge:KIT2')];
      await addNote(id);
      expect(await opportunitiesWith(subject, 'addedByOthers').addedByOthers(id)).not.to.deep.equal([]);
      expect(await opportunitiesWith(subject, 'addedByOthers').addedByOthers(other)).to.deep.equal([]);
    }),
    check('opportunities.others.file', 'tells of a file that is not ours', async (subject) => {
      const { attachments } = subject.contactManager;
      if (attachments === undefined) return;
      const id = await newOpportunity(subject);
      await attachments.upload(id, kitFile('Theirs.pdf').upload, { key: 'other-tool:1' });
      expect(await opportunitiesWith(subject, 'addedByOthers').addedByOthers(id)).not.to.deep.equal([]);
    }),
  ],
};

export const opportunityRemovalChecks: CheckGroup = {
  name: 'opportunities.remove',
  ports: ['opportunities.remove'],
  checks: [
    check('opportunities.remove.one', 'deletes one and leaves the others', async (subject) => {
      const [gone, stays] = [
        await newOpportunity(subject),
        await newOpportunity(subject, 'quotebridge:KIT2'),
      ];
      await opportunitiesWith(subject, 'remove').remove(gone);
      const { opportunities } = subject.contactManager;
      expect(await opportunities.get(gone)).to.equal(undefined);
      expect((await opportunities.get(stays))?.id).to.equal(stays);
      const listed = await opportunities.list({ clientId: subject.samples.client.id });
      expect(listed.map(({ id }) => id))
        .to.include(stays)
        .and.not.to.include(gone);
    }),
    check('opportunities.remove.twice', 'is content with one that is gone already', async (subject) => {
      const id = await newOpportunity(subject);
      await opportunitiesWith(subject, 'remove').remove(id);
      await opportunitiesWith(subject, 'remove').remove(id);
      expect(await subject.contactManager.opportunities.get(id)).to.equal(undefined);
    }),
  ],
};

export const quoteRemovalChecks: CheckGroup = {
  name: 'quotes.remove',
  ports: ['quotes', 'quotes.remove'],
  checks: [
    check('quotes.remove.one', 'deletes one quote and leaves the others', async (subject) => {
      const [gone, stays] = [await newQuote(subject, [textLine()]), await newQuote(subject, [textLine()])];
      await removeQuote(subject, gone.id);
      expect(await quotesOf(subject).get(gone.id)).to.equal(undefined);
      expect((await quotesOf(subject).get(stays.id))?.lines).to.have.length(1);
      const scope = { clientId: subject.samples.client.id };
      const found = await quotesOf(subject).findByMarker(quoteMarker, scope);
      expect(found.map(({ id }) => id)).to.deep.equal([stays.id]);
      const { opportunityId = '' } = gone;
      expect((await subject.contactManager.opportunities.get(opportunityId))?.id).to.equal(opportunityId);
    }),
    check('quotes.remove.twice', 'is content with a quote that is gone already', async (subject) => {
      const { id } = await newQuote(subject, [textLine()]);
      await removeQuote(subject, id);
      await removeQuote(subject, id);
      expect(await quotesOf(subject).get(id)).to.equal(undefined);
    }),
  ],
};

async function completed(
  subject: ConformanceSubject,
  outcome: 'won' | 'lost',
): Promise<{ readonly id: string; readonly statusId: string | undefined }> {
  const { opportunities } = subject.contactManager;
  const id = await newOpportunity(subject);
  const before = await opportunities.get(id);
  const statusId = subject.samples.statusIds?.[outcome];
  await opportunities.complete(id, {
    outcome,
    on: '2031-02-27',
    ...(statusId === undefined ? {} : { statusId }),
  });
  expect((await opportunities.get(id))?.outcome).to.equal(outcome);
  return { id, statusId: before?.statusId };
}

function removeQuote(subject: ConformanceSubject, id: string): Promise<void> {
  const method = 'method “quotes.remove” (an adapter without it says so in `without`)';
  return given(quotesOf(subject).remove?.(id), method);
}
