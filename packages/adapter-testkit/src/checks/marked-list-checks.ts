import { expect } from 'chai';
import { check, type CheckGroup } from '../suite/check.js';
import { expectDistinct } from '../expectation/expect-distinct.js';
import { given } from '../expectation/given.js';
import { creations, quoteFields, quoteMarker, quotesOf, textLine } from '../expectation/kit-quote.js';
import { newOpportunity } from '../expectation/new-opportunity.js';
import { opportunitiesWith } from '../expectation/opportunities-with.js';

/** More than one page of a small list. */
const several = [1, 2, 3, 4, 5];

/** A lost state is rebuilt from what carries a marker of ours. */
export const markedOpportunityChecks: CheckGroup = {
  name: 'opportunities.listMarked',
  ports: ['opportunities.listMarked'],
  checks: [
    check(
      'opportunities.list-marked',
      'lists every one that carries a marker of ours, once, closed ones included',
      async (subject) => {
        const { opportunities } = subject.contactManager;
        const keys = several.map((number) => `quotebridge:KIT${number}`);
        const ids = new Map<string, string>();
        for (const key of keys) ids.set(key, await newOpportunity(subject, key));
        await newOpportunity(subject, 'other-tool:KIT1');
        const on = '2031-02-27';
        const statusId = subject.samples.statusIds?.won;
        const won = { outcome: 'won', on, ...(statusId === undefined ? {} : { statusId }) } as const;
        await opportunities.complete(ids.get(keys[1] ?? '') ?? '', won);
        const listed = await all(opportunitiesWith(subject, 'listMarked').listMarked());
        expectDistinct(listed, 'opportunities');
        expect(new Map(listed.map(({ id, marker }) => [marker, id]))).to.deep.equal(ids);
        expect(listed.find(({ marker }) => marker === keys[1])?.outcome).to.equal('won');
      },
    ),
  ],
};

export const markedQuoteChecks: CheckGroup = {
  name: 'quotes.listMarked',
  ports: ['quotes', 'quotes.listMarked'],
  checks: [
    check(
      'quotes.list-marked',
      'lists every quote that carries a marker of ours, once, with its lines',
      async (subject) => {
        const fields = quoteFields(subject, await newOpportunity(subject));
        const quotes = quotesOf(subject);
        for (const number of several) {
          const marker = { key: `quotebridge:KIT${number}` };
          await quotes.create(fields, creations([textLine({ name: `Line of ${number}` })]), marker);
        }
        await quotes.create(fields, creations([textLine()]), { key: 'other-tool:KIT1' });
        const method = 'method “quotes.listMarked” (an adapter without it says so in `without`)';
        const listed = await all(given(quotes.listMarked?.(), method));
        expectDistinct(listed, 'quotes');
        expect(
          listed
            .map(({ marker, opportunityId, lines = [] }) => [
              marker,
              opportunityId,
              lines.map(({ name }) => name),
            ])
            .sort(),
        ).to.deep.equal(
          several.map((number) => [`quotebridge:KIT${number}`, fields.opportunityId, [`Line of ${number}`]]),
        );
        expect(listed.map(({ marker }) => marker)).not.to.include(quoteMarker.key);
      },
    ),
  ],
};

async function all<Stored>(pages: AsyncIterable<readonly Stored[]>): Promise<readonly Stored[]> {
  const found: Stored[] = [];
  for await (const page of pages) found.push(...page);
  return found;
}
