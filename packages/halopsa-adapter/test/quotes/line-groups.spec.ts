import { expect } from 'chai';
import type { QuoteLineFields, QuoteLineWrite } from '@quotebridge/core/plugin';
import { lineBodies } from '../../src/quotes/line-body.js';
import { toQuoteLines } from '../../src/quotes/to-quote-line.js';
import { knownSettings } from '../support/manager-on.js';
import { lineFields } from '../support/line-fields.js';

const settings = knownSettings();
const own = (key: string, fields: Partial<QuoteLineFields>): QuoteLineWrite => ({
  action: 'create',
  key,
  fields: lineFields(fields),
});
/** What a server does that stores what it gets. */
const stored = (lines: readonly QuoteLineWrite[]): ReturnType<typeof toQuoteLines> =>
  toQuoteLines(
    lineBodies(lines, settings).map((line, index) => ({ id: 900 + index, ...line })),
    settings,
  );

describe('groups of quote lines', () => {
  const bundle = [
    own('h1', { kind: 'heading', position: 1 }),
    own('a', { position: 2, groupKey: 'h1' }),
    own('h2', { kind: 'heading', position: 3 }),
    own('b', { position: 4, groupKey: 'h2' }),
    own('c', { position: 5 }),
  ];

  it('come back as they were written', () => {
    expect(stored(bundle).map(({ key, groupKey }) => [key, groupKey])).to.deep.equal([
      ['h1', null],
      ['a', 'h1'],
      ['h2', null],
      ['b', 'h2'],
      ['c', null],
    ]);
  });

  it('leave the groups of people alone', () => {
    const foreign: QuoteLineWrite = {
      action: 'foreign',
      id: '77',
      line: {
        id: '77',
        kind: 'heading',
        opaque: { id: 77, isgroupdesc: true, group_id: 1, name: 'By hand' },
      },
    };
    const bodies = lineBodies([...bundle, foreign], settings);
    expect(bodies.map((line) => line['group_id'])).to.deep.equal([2, 2, 3, 3, 0, 1]);
  });

  it('keep a line that a person put into one of ours there, under its new id', () => {
    const foreign: QuoteLineWrite = {
      action: 'foreign',
      id: '77',
      line: { id: '77', groupKey: 'h2', opaque: { id: 77, group_id: 1, name: 'Extra' } },
    };
    expect(lineBodies([...bundle, foreign], settings).at(-1)).to.include({
      id: 77,
      group_id: 2,
      name: 'Extra',
    });
  });

  it('refuse a member without its heading', () => {
    expect(() => lineBodies([own('a', { groupKey: 'gone' })], settings)).to.throw(/gone/);
  });

  it('report no group for a line whose heading a person made', () => {
    const [heading, member, orphan] = toQuoteLines(
      [
        { id: 1, sort_seq: 1, isgroupdesc: true, group_id: 4 },
        { id: 2, sort_seq: 2, isgroupdesc: false, group_id: 4 },
        { id: 3, sort_seq: 3, isgroupdesc: false, group_id: 9 },
      ],
      settings,
    );
    expect(heading?.groupKey).to.equal(null);
    expect(member).not.to.have.property('groupKey');
    expect(orphan?.groupKey).to.equal(null);
  });
});
