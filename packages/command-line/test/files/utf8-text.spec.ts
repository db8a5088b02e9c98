import { utf8Text } from '../../src/files/utf8-text.js';
import { expect } from 'chai';

describe('text in UTF-8', () => {
  const read = (bytes: Uint8Array): string =>
    utf8Text(bytes, 'a.csv', 'mapping file', (message, { faults }) => new Error(message, { cause: faults }));

  it('is read with and without byte order mark', () => {
    for (const text of ['Müller,1\n', '', '💾']) {
      expect(read(Buffer.from(text))).to.equal(text);
      expect(read(Buffer.from(`\ufeff${text}`))).to.equal(text);
    }
  });

  it('is not guessed out of any other encoding', () => {
    for (const bytes of [Buffer.from('Müller', 'latin1'), Buffer.from('\ufeffMüller', 'utf16le')]) {
      expect(() => read(bytes))
        .to.throw('The mapping file “a.csv” is not written in UTF-8.')
        .with.deep.property('cause', [{ at: 'a.csv', expected: 'text in UTF-8' }]);
    }
  });
});
