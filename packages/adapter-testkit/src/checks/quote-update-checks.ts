import { expect } from 'chai';
import type { QuoteLineFields, QuoteLineWrite, StoredQuote, StoredQuoteLine } from '@quotebridge/core/plugin';
import { check, type CheckGroup } from '../suite/check.js';
import type { ConformanceSubject } from '../suite/conformance-subject.js';
import { expectFields } from '../expectation/expect-fields.js';
import { expectLines } from '../expectation/expect-lines.js';
import { given } from '../expectation/given.js';
import { keyAt, newQuote, quoteMarker, quotesOf, readQuote, textLine } from '../expectation/kit-quote.js';

const three = ['One', 'Two', 'Three'].map((name) => textLine({ name, note: `Note of ${name}` }));

export const quoteUpdateChecks: CheckGroup = {
  name: 'quotes.update',
  ports: ['quotes'],
  checks: [
    check(
      'quotes.update.header',
      'changes a header field and leaves the other fields and the lines',
      async (subject) => {
        const before = await newQuote(subject, three);
        await quotesOf(subject).update(before.id, { title: 'Renamed' }, undefined, quoteMarker);
        const after = await readQuote(subject, before.id);
        const { lines, ...header } = before;
        expectFields(after, { ...header, title: 'Renamed' }, 'quote');
        expect(after.lines).to.deep.equal(lines);
      },
    ),
    check('quotes.update.change', 'changes one line and leaves the others', (subject) =>
      expectUpdate(subject, ([one, two, final]) => [
        keep(one),
        update(two, { price: '-12.3456', note: 'New' }),
        keep(final),
      ]),
    ),
    check('quotes.update.remove', 'removes the line that is not in the list', (subject) =>
      expectUpdate(subject, ([one, , final]) => [keep(one), update(final, { position: 2 })]),
    ),
    check('quotes.update.add', 'adds a line', (subject) =>
      expectUpdate(subject, ([one, two, final]) => [
        keep(one),
        keep(two),
        keep(final),
        { action: 'create', key: 'L4', fields: textLine({ name: 'Four', position: 4 }) },
      ]),
    ),
    check('quotes.update.reorder', 'puts the lines in another order', (subject) =>
      expectUpdate(subject, ([one, two, final]) => [
        update(final, { position: 1 }),
        update(one, { position: 2 }),
        update(two, { position: 3 }),
      ]),
    ),
    check('quotes.update.everything', 'changes, removes, adds and reorders at once', (subject) =>
      expectUpdate(subject, ([one, , final]) => [
        update(final, { position: 1, name: 'Three, changed' }),
        { action: 'create', key: 'L4', fields: textLine({ name: 'Four', position: 2 }) },
        update(one, { position: 3 }),
      ]),
    ),
    check('quotes.update.ids', 'a line that stays keeps its id', async (subject) => {
      const { id, lines } = await newQuote(subject, three);
      await quotesOf(subject).update(
        id,
        {},
        lines.map((line) => update(line, { price: '5' })),
        quoteMarker,
      );
      const after = await readQuote(subject, id);
      expect(after.lines.map((line) => line.id)).to.deep.equal(lines.map((line) => line.id));
    }),
    check('quotes.update.foreign', 'keeps a line that a person added', async (subject) => {
      const { id } = await newQuote(subject, three);
      const added = textLine({ name: 'By hand', note: 'Do not touch', price: '3.25', position: 4 });
      await given(subject.addForeignLine, 'addForeignLine')(id, added);
      const { lines } = await readQuote(subject, id);
      const foreign = lines.filter((line) => line.key === undefined);
      expect(
        foreign.map(({ name }) => name),
        'lines without a key of ours',
      ).to.deep.equal(['By hand']);
      const wanted = lines.map((line) =>
        line.key === undefined
          ? ({ action: 'foreign', id: line.id, line } as const)
          : update(line, { price: '8' }),
      );
      await quotesOf(subject).update(id, {}, wanted, quoteMarker);
      expectLines((await readQuote(subject, id)).lines, wanted);
    }),
  ],
};

type Lines = readonly [StoredQuoteLine, StoredQuoteLine, StoredQuoteLine];

async function expectUpdate(
  subject: ConformanceSubject,
  change: (lines: Lines) => readonly QuoteLineWrite[],
): Promise<void> {
  const { id, lines }: StoredQuote = await newQuote(subject, three);
  const wanted = change(given(lines, 'lines') as unknown as Lines);
  await quotesOf(subject).update(id, {}, wanted, quoteMarker);
  expectLines((await readQuote(subject, id)).lines, wanted);
}

function keep(line: StoredQuoteLine): QuoteLineWrite {
  return { ...update(line, {}), action: 'keep' };
}

function update(
  line: StoredQuoteLine,
  changes: Partial<QuoteLineFields>,
): QuoteLineWrite & { action: 'update' | 'keep' } {
  const position = line.position ?? 0;
  const written = three[Number(line.key?.slice(1)) - 1];
  const fields = { ...textLine(written), position, ...changes };
  return { action: 'update', id: line.id, key: line.key ?? keyAt(position), fields };
}
