import { expect } from 'chai';
import type { FieldDescription, FieldValues } from '@quotebridge/core/plugin';
import { check, type CheckGroup } from '../suite/check.js';
import type { ConformanceSubject } from '../suite/conformance-subject.js';
import { emptied, expectValues, twoWayFields, valuesFor } from '../expectation/kit-fields.js';
import { keyAt, newQuote, quoteFields, quoteMarker, quotesOf, textLine } from '../expectation/kit-quote.js';
import { newOpportunity, opportunityFields } from '../expectation/new-opportunity.js';

const marker = { key: 'quotebridge:KIT1' };

/** DataLink values that travel with the opportunity. */
export const linkedOpportunityChecks: CheckGroup = {
  name: 'opportunities.linked',
  ports: ['fields'],
  checks: [
    check(
      'opportunities.linked.create',
      'keeps DataLink values that come with a new one',
      async (subject) => {
        const { fields, values, names } = await linked(subject, 'opportunities');
        const written = { ...opportunityFields(subject), linked: values };
        const { id } = await subject.contactManager.opportunities.create(written, marker);
        const stored = await subject.contactManager.opportunities.get(id, {
          linked: { opportunities: names },
        });
        expectValues(stored?.linked, values, fields, 'opportunity');
      },
    ),
    check(
      'opportunities.linked.update',
      'changes the given DataLink values, empties by empty text, leaves the others',
      async (subject) => {
        const { opportunities } = subject.contactManager;
        const { fields, values, names } = await linked(subject, 'opportunities');
        const id = await newOpportunity(subject);
        const read = async (): Promise<FieldValues | undefined> =>
          (await opportunities.get(id, { linked: { opportunities: names } }))?.linked;
        await opportunities.update(id, { linked: values }, marker);
        expectValues(await read(), values, fields, 'opportunity');
        const { some, left } = halves(values);
        await opportunities.update(id, { linked: emptied(some) }, marker);
        expectValues(await read(), left, fields, 'opportunity');
        await opportunities.update(id, { title: 'Renamed' }, marker);
        expectValues(await read(), left, fields, 'opportunity, updated without DataLink values');
      },
    ),
    check('opportunities.linked.unasked', 'shows no DataLink values unless asked', async (subject) => {
      const { values } = await linked(subject, 'opportunities');
      const { opportunities } = subject.contactManager;
      const { id } = await opportunities.create({ ...opportunityFields(subject), linked: values }, marker);
      expect((await opportunities.get(id))?.linked ?? {}).to.deep.equal({});
    }),
  ],
};

/** DataLink values that travel with the quote and its lines. */
export const linkedQuoteChecks: CheckGroup = {
  name: 'quotes.linked',
  ports: ['fields', 'quotes'],
  checks: [
    check('quotes.linked.create', 'keeps DataLink values that come with a new quote', async (subject) => {
      const { fields, values, names } = await linked(subject, 'quotes');
      const written = { ...quoteFields(subject, await newOpportunity(subject)), linked: values };
      const { id } = await quotesOf(subject).create(written, [], quoteMarker);
      const stored = await quotesOf(subject).get(id, { linked: { quotes: names } });
      expectValues(stored?.linked, values, fields, 'quote');
      expect((await quotesOf(subject).get(id))?.linked ?? {}, 'unless asked').to.deep.equal({});
    }),
    check(
      'quotes.linked.update',
      'changes the given DataLink values of a quote, empties by empty text, leaves the others',
      async (subject) => {
        const { fields, values, names } = await linked(subject, 'quotes');
        const { id } = await newQuote(subject, []);
        const read = async (): Promise<FieldValues | undefined> =>
          (await quotesOf(subject).get(id, { linked: { quotes: names } }))?.linked;
        await quotesOf(subject).update(id, { linked: values }, undefined, quoteMarker);
        expectValues(await read(), values, fields, 'quote');
        const { some, left } = halves(values);
        await quotesOf(subject).update(id, { linked: emptied(some) }, undefined, quoteMarker);
        expectValues(await read(), left, fields, 'quote');
      },
    ),
    check('quotes.linked.lines', 'keeps DataLink values of each line', async (subject) => {
      const { fields, values, names } = await linked(subject, 'lineItems');
      const { id } = await newQuote(subject, [textLine({ linked: values }), textLine()]);
      const stored = await quotesOf(subject).get(id, { linked: { lineItems: names } });
      expectValues(stored?.lines?.[0]?.linked, values, fields, 'line 1');
      expectValues(stored?.lines?.[1]?.linked, {}, fields, 'line 2');
    }),
    check('quotes.linked.lines.update', 'changes and empties DataLink values of a line', async (subject) => {
      const { fields, values, names } = await linked(subject, 'lineItems');
      const { id, lines } = await newQuote(subject, [textLine()]);
      const lineId = lines[0]?.id ?? '';
      for (const written of [values, emptied(values)]) {
        const line = textLine({ linked: written });
        const update = { action: 'update', id: lineId, key: keyAt(1), fields: line } as const;
        await quotesOf(subject).update(id, {}, [update], quoteMarker);
        const stored = await quotesOf(subject).get(id, { linked: { lineItems: names } });
        expectValues(stored?.lines?.[0]?.linked, written, fields, 'line');
      }
    }),
  ],
};

interface Linked {
  readonly fields: readonly FieldDescription[];
  readonly values: FieldValues;
  readonly names: readonly string[];
}

async function linked(
  subject: ConformanceSubject,
  object: 'opportunities' | 'quotes' | 'lineItems',
): Promise<Linked> {
  const fields = await twoWayFields(subject, object);
  return { fields, values: valuesFor(subject, object, fields), names: fields.map(({ name }) => name) };
}

/** Every other value, and the rest. */
function halves(values: FieldValues): { readonly some: FieldValues; readonly left: FieldValues } {
  const pick = (rest: number): FieldValues =>
    Object.fromEntries(Object.entries(values).filter((_, index) => index % 2 === rest));
  return { some: pick(0), left: pick(1) };
}
