import { expect } from 'chai';
import { JsonSource } from '../../src/index.js';
import { catchError } from '../catch-error.js';

const source = new JsonSource();
const input = (text: string, name = 'quote.json'): { name: string; bytes: Uint8Array } => ({
  name,
  bytes: Buffer.from(text),
});
const read = (text: string): ReturnType<JsonSource['read']> => source.read(input(text));

describe('JsonSource', () => {
  it('recognises its files by ending or first character', () => {
    expect(source.accepts(input('', 'A.JSON'))).to.equal(true);
    expect(source.accepts(input(' {"number":1}', 'quote'))).to.equal(true);
    expect(source.accepts(input('DocumentHeaders_DocNo', 'quote.csv'))).to.equal(false);
  });

  it('reads one document, a list and an object of documents alike', async () => {
    const expected = [{ number: 'Q1', content: { number: 'Q1' }, faults: [] }];
    expect(await read('{"number":"Q1"}')).to.deep.equal(expected);
    expect(await read('[{"number":"Q1"}]')).to.deep.equal(expected);
    expect(await read('\ufeff{"documents":[{"number":"Q1"}]}')).to.deep.equal(expected);
    expect(await read('[]')).to.deep.equal([]);
  });

  it('judges nothing that the schema judges', async () => {
    const [first, second, third] = await read('[{"number":7},"text",null]');
    expect(first).to.deep.equal({ number: '', content: { number: 7 }, faults: [] });
    expect([second?.content, third?.content]).to.deep.equal(['text', null]);
  });

  it('leaves out the name of the schema', async () => {
    expect((await read('{"$schema":"document.schema.json","number":"Q1"}'))[0]?.content).to.deep.equal({
      number: 'Q1',
    });
  });

  it('finds a number that is there twice', async () => {
    const documents = await read('{"documents":[{"number":"Q1"},{"number":"Q2"},{"number":"Q1"}]}');
    expect(documents.map(({ faults }) => faults)).to.deep.equal([
      [],
      [],
      [{ at: '/documents/2/number', value: 'Q1', expected: 'another number: /documents/0 has this one' }],
    ]);
  });

  it('says line and column of a mistake', async () => {
    const error = await catchError(read('{\n  "number": "Q1",\n}'));
    expect(error.message).to.equal(
      'quote.json is not valid JSON: line 3, column 1, expected a name in double quotes.',
    );
    expect(error.details.faults).to.deep.equal([
      { at: 'line 3, column 1', expected: 'a name in double quotes' },
    ]);
  });

  it('says what another file looks like', async () => {
    expect((await catchError(read('%PDF-1.4'))).message).to.match(/looks like a PDF document/);
    expect((await catchError(read('  '))).message).to.match(/is empty/);
    expect((await catchError(read('7'))).message).to.match(/holds no documents/);
    expect((await catchError(read('{"documents":{}}'))).message).to.match(/holds no documents/);
  });

  it('takes a hostile name for a name', async () => {
    const [document] = await read('{"number":"Q1","$schema":"","__proto__":{"polluted":true}}');
    expect(document?.content).to.not.have.property('polluted');
    expect(Object.prototype).to.not.have.property('polluted');
  });
});
