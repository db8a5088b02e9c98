import { expect } from 'chai';
import fc from 'fast-check';
import { dataFormats } from '../../src/data/data-format.js';
import { UnreadableData } from '../../src/data/unreadable-data.js';
import { inputOf, linesOf } from './pieces-of.js';

/** Texts made of what means something to one of the formats. */
const signs = fc.constantFrom(
  '"',
  ',',
  ';',
  '\t',
  '\n',
  '\r\n',
  '{',
  '}',
  '[',
  ']',
  ':',
  '\\',
  "'",
  '=',
  'a',
  '1',
  ' ',
  '\uFEFF',
  '\0',
  'é',
  '💡',
  '"__proto__":',
  'null',
);
const content = fc.oneof(
  fc.array(signs, { maxLength: 60 }).map((parts) => Buffer.from(parts.join(''))),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
);

describe('whatever is given as data', () => {
  it('is read as lines that are as wide as their columns, or refused with what was expected', async () => {
    const options = { piece: fc.integer({ min: 1, max: 50 }), piped: fc.boolean() };
    await fc.assert(
      fc.asyncProperty(
        content,
        fc.constantFrom(...dataFormats),
        fc.record(options),
        async (bytes, format, how) => {
          try {
            const lines = await linesOf(inputOf(bytes, how), { format });
            expect(lines.every(({ cells, columns }) => cells.length === columns.length)).to.equal(true);
            const places = lines.map(({ line }) => line);
            expect(places).to.deep.equal([...places].sort((a, b) => a - b));
          } catch (error) {
            if (!(error instanceof UnreadableData)) throw error;
            expect(error.expected).not.to.equal('');
            expect(error.next).not.to.equal('');
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
