import { expect } from 'chai';
import { check, type CheckGroup } from '../suite/check.js';
import { expectFields } from '../expectation/expect-fields.js';
import { expectTextId } from '../expectation/expect-text-id.js';
import { newOpportunity, opportunityFields } from '../expectation/new-opportunity.js';

export const opportunityChecks: CheckGroup = {
  name: 'opportunities',
  checks: [
    check('opportunities.create', 'reads back each field as it was written', async (subject) => {
      const { opportunities } = subject.contactManager;
      const written = opportunityFields(subject);
      const answer = await opportunities.create(written, marker(1));
      expectTextId(answer.id, 'the opportunity');
      const stored = await opportunities.get(answer.id);
      // The value has a check of its own: a PSA may derive it.
      const fields = { ...written, value: undefined, valueByPeriod: undefined };
      expectFields(
        stored ?? {},
        { ...fields, id: answer.id, outcome: 'open', marker: marker(1).key },
        'opportunity',
      );
    }),
    check('opportunities.create.value', 'reads back the value as it was written', async (subject) => {
      const { value } = opportunityFields(subject);
      const stored = await subject.contactManager.opportunities.get(await newOpportunity(subject));
      expect(stored?.value).to.equal(value);
    }),
    check(
      'opportunities.create.answer',
      'answers a write with the record as stored, or with its id alone',
      async (subject) => {
        const { opportunities } = subject.contactManager;
        const created = await opportunities.create(opportunityFields(subject), marker(1));
        if (created.stored !== undefined)
          expect(await opportunities.get(created.id)).to.deep.equal(created.stored);
        const updated = await opportunities.update(created.id, { title: 'Other' }, marker(1));
        expect(updated.id).to.equal(created.id);
        if (updated.stored !== undefined)
          expect(await opportunities.get(created.id)).to.deep.equal(updated.stored);
      },
    ),
    check('opportunities.create.one-record', 'creates one record, no more', async (subject) => {
      const { opportunities } = subject.contactManager;
      const before = await opportunities.list({ clientId: subject.samples.client.id });
      const id = await newOpportunity(subject);
      const after = await opportunities.list({ clientId: subject.samples.client.id });
      expect(after.map((one) => one.id).sort()).to.deep.equal([...before.map((one) => one.id), id].sort());
    }),
    check('opportunities.update', 'writes the given fields and leaves the others', async (subject) => {
      const { opportunities } = subject.contactManager;
      const id = await newOpportunity(subject);
      const before = await opportunities.get(id);
      await opportunities.update(id, { title: 'New title' }, marker(1));
      expectFields((await opportunities.get(id)) ?? {}, { ...before, title: 'New title' }, 'opportunity');
    }),
    check('opportunities.update.empties', 'empties a field that is written as null', async (subject) => {
      const { opportunities } = subject.contactManager;
      const id = await newOpportunity(subject);
      await opportunities.update(id, { expectedCloseDate: null }, marker(1));
      expect((await opportunities.get(id))?.expectedCloseDate ?? null).to.equal(null);
    }),
    check(
      'opportunities.update.marker',
      'writes the marker with an update, and takes it away with an empty one',
      async (subject) => {
        const { opportunities } = subject.contactManager;
        const id = await newOpportunity(subject);
        await opportunities.update(id, {}, marker(2));
        expect((await opportunities.get(id))?.marker).to.equal(marker(2).key);
        await opportunities.update(id, {}, { key: '' });
        expect((await opportunities.get(id))?.marker, 'after an empty key').to.equal(undefined);
      },
    ),
    check('opportunities.list', 'lists by client and by user', async (subject) => {
      const { opportunities } = subject.contactManager;
      const { client, user, unknownId } = subject.samples;
      const id = await newOpportunity(subject);
      for (const query of [
        { clientId: client.id },
        { userId: user.id },
        { clientId: client.id, userId: user.id },
      ]) {
        expect(
          (await opportunities.list(query)).map((one) => one.id),
          JSON.stringify(query),
        ).to.include(id);
      }
      expect(await opportunities.list({ userId: unknownId })).to.deep.equal([]);
    }),
    check(
      'opportunities.get.unknown',
      'gets undefined for an unknown id',
      async ({ contactManager, samples }) => {
        expect(await contactManager.opportunities.get(samples.unknownId)).to.equal(undefined);
      },
    ),
  ],
};

function marker(number: number): { readonly key: string } {
  return { key: `quotebridge:KIT${number}` };
}
