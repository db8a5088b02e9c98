import { expect } from 'chai';
import fc from 'fast-check';
import type { SourceDocument } from '@quotebridge/core/plugin';
import { JsonSource } from '../../src/index.js';
import { streamed } from '../read-stream.js';

const source = new JsonSource();

async function outcomeOf(read: () => Promise<readonly SourceDocument[]>): Promise<unknown> {
  try {
    return await read();
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) };
  }
}

async function expectSame(text: string, size = 3): Promise<void> {
  const bytes = Buffer.from(text);
  const whole = await outcomeOf(() => source.read({ name: 'list.json', bytes }));
  expect(await outcomeOf(() => streamed(source, bytes, 'list.json', size)), text).to.deep.equal(whole);
}

describe('JsonSource streams', () => {
  for (const text of [
    '{"number":"A1","lines":[1,[2,"]"]]}',
    '[{"number":"A1"},{"number":"A2","x":"a,]}\\"\\\\"},{"number":"A1"}]',
    ' { "$schema": "x", "other": [1, 2], "documents" : [ {"number":"A1"} , {"number":"A2"} ], "after": {} } ',
    '{"docum\\u0065nts":[{"number":"A1"}]}',
    '{"other":{"documents":[1]},"documents":[]}',
    '{"x":{"documents":[{"number":"B"}]},"number":"A"}',
    '{"documents":{"number":"A"}}',
    '{"documents":7}',
    '[]',
    '[ ]',
    '[1]',
    '"text"',
    '',
    '   ',
    '[{"number":"A1"},]',
    '[,]',
    '[{"number":"A1"}',
    '[{"number":"A1"}] x',
    '{"documents":[{"number":"A1"}]',
    '{"documents":[{"number":"A1"}],}',
    '{"documents" [{"number":"A1"}]}',
    '[{"number":"A1"}}',
    '{"documents":[{"number":"A1"}}',
  ]) {
    it(`as it reads at once: ${text}`, () => expectSame(text));
  }

  it('any documents, cut anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 4 }), { maxLength: 5 }),
        fc.constantFrom('list', 'documents', 'one'),
        fc.integer({ min: 1, max: 50 }),
        async (documents, form, size) => {
          const all = documents.map((document, index) => ({ ...document, number: `N${index}` }));
          const value = form === 'list' ? all : form === 'one' ? (all[0] ?? {}) : { a: [1], documents: all };
          await expectSame(JSON.stringify(value), size);
        },
      ),
    );
  });

  it('the same fault when anything is broken', async () => {
    const text = JSON.stringify({ first: [1, { a: 'b' }], documents: [{ number: 'A' }, { number: 'B' }] });
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length),
        fc.constantFrom('', '"', ',', ']', '[', '}', '{', '\\', ':'),
        fc.nat(3),
        async (at, put, cut) => expectSame(text.slice(0, at) + put + text.slice(at + cut)),
      ),
      { numRuns: 500 },
    );
  });

  for (const [what, text] of [
    ['members that are lists', `{${'"a":[],'.repeat(100_000)}"b":1}`],
    ['lists one after the other', `1${'[]'.repeat(250_000)}`],
    ['lists in an object without names', `{${'[]'.repeat(250_000)}`],
  ] as const) {
    it(`in a time that grows with the length alone: ${what}`, async function () {
      this.timeout(10_000);
      await outcomeOf(() => streamed(source, Buffer.from(text), 'list.json', 65_536));
    });
  }

  it('refuses a list that is named twice', async () => {
    const error = await outcomeOf(() =>
      streamed(source, Buffer.from('{"documents":[{"number":"A"}],"documents":[{}]}'), 'list.json', 9),
    );
    expect(error).to.deep.equal({ refused: 'list.json names “documents” more than once.' });
  });
});
