import { expect } from 'chai';
import { check, type CheckGroup } from '../suite/check.js';
import type { ConformanceSubject } from '../suite/conformance-subject.js';
import {
  creations,
  newQuote,
  quoteFields,
  quoteMarker,
  quotesOf,
  readQuote,
  textLine,
} from '../expectation/kit-quote.js';
import { opportunityFields } from '../expectation/new-opportunity.js';

const marker = { key: 'quotebridge:KIT1' };

/** Two machines may create the same record in one instant: the order of the PSA decides which of them stays. */
export const opportunityMarkerChecks: CheckGroup = {
  name: 'opportunities.marker',
  checks: [
    check(
      'opportunities.marker.order',
      'finds several with one marker in the order in which they were created',
      async (subject) => {
        const { opportunities } = subject.contactManager;
        const ids: string[] = [];
        for (let count = 0; count < 4; count += 1) {
          ids.push((await opportunities.create(opportunityFields(subject), marker)).id);
          // A change must not move it to another place.
          await opportunities.update(ids[0] ?? '', { title: `Changed ${count}` }, marker);
        }
        const titles = [opportunityFields(subject).title ?? '', 'Changed 3'];
        const scope = { clientId: subject.samples.client.id, titles };
        const found = await opportunities.findByMarker(marker, scope);
        expect(found.map(({ id }) => id)).to.deep.equal(ids);
      },
    ),
    check('opportunities.stamp', 'keeps the stamp of the last write', async (subject) => {
      const { opportunities } = subject.contactManager;
      const stampOf = async (id: string): Promise<string | undefined> => (await opportunities.get(id))?.stamp;
      const { id, stored } = await opportunities.create(opportunityFields(subject), {
        ...marker,
        stamp: stamps[0],
      });
      if (stored !== undefined) expect(stored.stamp, 'in the answer').to.equal(stamps[0]);
      expect(await stampOf(id)).to.equal(stamps[0]);
      await opportunities.update(id, { title: 'Other' }, { ...marker, stamp: stamps[1] });
      expect(await stampOf(id), 'after an update').to.equal(stamps[1]);
      expect((await opportunities.get(id))?.marker).to.equal(marker.key);
      await opportunities.update(id, { title: 'Third' }, marker);
      expect(await stampOf(id), 'after an update without one').to.equal(undefined);
    }),
  ],
};

export const quoteMarkerChecks: CheckGroup = {
  name: 'quotes.marker',
  ports: ['quotes'],
  checks: [
    check(
      'quotes.marker.order',
      'finds several with one marker in the order in which they were created',
      async (subject) => {
        const { id: first, opportunityId = '' } = await newQuote(subject, [textLine()]);
        const fields = quoteFields(subject, opportunityId);
        const ids = [first];
        for (let count = 0; count < 3; count += 1) {
          ids.push((await quotesOf(subject).create(fields, creations([textLine()]), quoteMarker)).id);
          await quotesOf(subject).update(first, { title: `Changed ${count}` }, undefined, quoteMarker);
        }
        const found = await quotesOf(subject).findByMarker(quoteMarker, { opportunityId });
        expect(found.map(({ id }) => id)).to.deep.equal(ids);
      },
    ),
    check('quotes.stamp', 'keeps the stamp of the last write of a quote', async (subject) => {
      const { id } = await newStampedQuote(subject);
      expect((await readQuote(subject, id)).stamp).to.equal(stamps[0]);
      await quotesOf(subject).update(id, { title: 'Other' }, undefined, { ...quoteMarker, stamp: stamps[1] });
      const { stamp, marker: key } = await readQuote(subject, id);
      expect([key, stamp], 'after an update').to.deep.equal([quoteMarker.key, stamps[1]]);
    }),
  ],
};

const stamps = ['0123456789abcdefghijklmnopqrstuv', 'Z9'] as const;

async function newStampedQuote(subject: ConformanceSubject): Promise<{ readonly id: string }> {
  const opportunity = await subject.contactManager.opportunities.create(opportunityFields(subject), marker);
  const fields = quoteFields(subject, opportunity.id);
  return quotesOf(subject).create(fields, creations([textLine()]), { ...quoteMarker, stamp: stamps[0] });
}
