import { expect } from 'chai';
import { endingOf, fitsEnding } from '../../src/plan/file-type.js';

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);
const text = (value: string): Uint8Array => new TextEncoder().encode(value);

describe('the type of a file', () => {
  for (const [name, ending] of [
    ['quote.pdf', 'pdf'],
    ['Quote.PDF', 'pdf'],
    ['a.b.docx', 'docx'],
    ['folder.pdf/readme', ''],
    ['C:\\quotes.d\\plan', ''],
    ['.profile', ''],
    ['trailing.', ''],
    ['', ''],
  ] as const) {
    it(`reads the ending of “${name}” as “${ending}”`, () => expect(endingOf(name)).to.equal(ending));
  }

  const png = bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0);
  const zip = bytes(0x50, 0x4b, 3, 4, 20);
  const known: readonly (readonly [string, Uint8Array])[] = [
    ['pdf', text('%PDF-1.7\n')],
    ['pdf', text(`${'\n'.repeat(500)}%PDF-1.4`)],
    ['png', png],
    ['jpg', bytes(0xff, 0xd8, 0xff, 0xe0)],
    ['jpeg', bytes(0xff, 0xd8, 0xff, 0xdb)],
    ['gif', text('GIF89a')],
    ['gif', text('GIF87a')],
    ['zip', zip],
    ['zip', bytes(0x50, 0x4b, 5, 6)],
    ...['docx', 'xlsx', 'pptx', 'vsdx', 'odt', 'ods'].map((ending) => [ending, zip] as const),
  ];
  for (const [ending, start] of known) {
    it(`takes ${ending} for ${ending}`, () => expect(fitsEnding(ending, start)).to.equal(true));
    it(`takes no text for ${ending}`, () => expect(fitsEnding(ending, text('hello'))).to.equal(false));
  }

  it('takes no picture for a document, and no empty archive for one', () => {
    expect(fitsEnding('pdf', png)).to.equal(false);
    expect(fitsEnding('docx', bytes(0x50, 0x4b, 5, 6))).to.equal(false);
    expect(fitsEnding('png', zip)).to.equal(false);
  });

  it('knows nothing of other endings', () => expect(fitsEnding('txt', png)).to.equal(true));
});
