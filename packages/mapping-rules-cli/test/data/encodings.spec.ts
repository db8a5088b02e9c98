import { expect } from 'chai';
import { readData } from '../../src/data/read-data.js';
import { failureOf, inputOf, linesOf } from './pieces-of.js';

const content = 'Name,Text\r\nGröße,10 € – “ok” 日本 हि 😀\r\n';
const western = 'Name,Text\r\nMüller Größe,10 € – “ok”\r\n';

/** As Windows-1252, which has neither Japanese nor 😀. */
function windows1252(text: string): Buffer {
  const special: Readonly<Record<string, number>> = { '€': 0x80, '–': 0x96, '“': 0x93, '”': 0x94 };
  return Buffer.from(Array.from(text, (character) => special[character] ?? character.charCodeAt(0)));
}

function utf16(text: string, bigEndian: boolean): Buffer {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

describe('encodings', () => {
  const encoded = [
    ['UTF-8', Buffer.from(content), content],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${content}`), content],
    ['UTF-16, little end first', utf16(content, false), content],
    ['UTF-16, big end first', utf16(content, true), content],
    ['Windows-1252', windows1252(western), western],
  ] as const;
  for (const [name, bytes, text] of encoded) {
    for (const piped of [false, true]) {
      it(`${name} comes right from a ${piped ? 'pipe' : 'file'}, wherever the bytes are cut`, async () => {
        const [, row = ''] = text.split('\r\n');
        for (const piece of [1, 2, 3, 5, 7, 1_000]) {
          const lines = await linesOf(inputOf(bytes, { piece, piped }));
          expect(lines.map(({ cells }) => cells.join(','))).to.deep.equal([row]);
        }
      });
    }
  }

  it('a file that is UTF-8 but for one byte is read as Windows-1252 as a whole; a pipe of it is refused', async () => {
    const bytes = Buffer.concat([Buffer.from('A\nö\n'), Buffer.from([0xe9, 0x0a])]);
    expect((await linesOf(inputOf(bytes))).map(({ cells }) => cells[0])).to.deep.equal(['Ã¶', 'é']);
    expect(await failureOf(inputOf(bytes, { piped: true, piece: 4 }))).to.have.property(
      'name',
      'UnreadableData',
    );
  });

  it('what was Windows-1252 is marked as UTF-8 where it is written, so that spreadsheets see it', async () => {
    expect((await readData(inputOf(windows1252(western)))).dialect?.byteOrderMark).to.equal(true);
    expect((await readData(inputOf(western))).dialect?.byteOrderMark).to.equal(false);
  });

  it('is no other one for half of a mark', async () => {
    for (const text of ['ÿA\nx\n', 'þA\nx\n', 'Aþ\nx\n', 'Aÿ\nx\n']) {
      const read = await readData(inputOf(windows1252(text)));
      expect(read.columns).to.deep.equal([text.split('\n')[0]]);
    }
  });

  it('a lone accent at the very end is one of Windows-1252', async () => {
    for (const piped of [false, true]) {
      const lines = await linesOf(inputOf(windows1252('A\ncafé'), { piped }));
      expect(lines.map(({ cells }) => cells[0])).to.deep.equal(['café']);
    }
  });
});
