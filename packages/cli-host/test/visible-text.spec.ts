import { example, Workplace } from './harness/workplace.js';
import { escapedJson, visible, visibleButColours, visibleText } from '../src/presentation/visible-text.js';
import { expect } from 'chai';
import { readFileSync } from 'node:fs';

describe('visible text', () => {
  it('shows what would steer a terminal, and keeps line ends and tabs', () => {
    expect(visibleText('a\u001B[2Jb\u0000c\u007F')).to.equal('a␛[2Jb␀c␡');
    expect(visibleText('a\u009B2J \u202Etxt.exe \u2066')).to.equal('a\\u{9b}2J \\u{202e}txt.exe \\u{2066}');
    expect(visibleText('a\tb\nc\r\nd\re')).to.equal('a\tb\nc\nd␍e');
    expect(visibleText('Müller & Söhne 漢字 שלום ⏎ …')).to.equal('Müller & Söhne 漢字 שלום ⏎ …');
  });

  it('is made of every text in plain data', () => {
    expect(visible({ 'a\u0007': ['b\u0008', 1, null, undefined, { c: true }] })).to.deep.equal({
      'a␇': ['b␈', 1, null, undefined, { c: true }],
    });
  });

  it('keeps our colours only', () => {
    expect(visibleButColours('\u001B[32mfine\u001B[39m \u001B]0;title\u0007')).to.equal(
      '\u001B[32mfine\u001B[39m ␛]0;title␇',
    );
  });

  it('is escaped in JSON, which stays the same value', () => {
    const value = { a: '\u001B\u009B\u202E' };
    const json = escapedJson(JSON.stringify(value));
    expect(json).to.equal('{"a":"\\u001b\\u009b\\u202e"}');
    expect(JSON.parse(json)).to.deep.equal(value);
  });
});

describe('control characters in a document', () => {
  // Control characters are what is looked for.
  // eslint-disable-next-line no-control-regex
  const raw = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

  it('reach neither a terminal nor a pipe as they are', async () => {
    await using place = await Workplace.open();
    const text = readFileSync(example('quotes.csv'), 'utf8')
      .replaceAll('Front desk and network refresh', 'Front \u001B[2J\u001B[31mdesk \u202Efdp.exe\u009B1m')
      .replaceAll('Müller & Söhne GmbH,', 'Nobody \u001B]0;x\u0007 GmbH,');
    const file = place.write('steering.csv', text);
    for (const args of [
      ['documents', 'list', file],
      ['documents', 'show', file, '--doc', 'AAAQ1001'],
      ['plan', file, '--doc', 'AAAQ1001'],
      ['push', file, '--doc', 'AAAQ1001', 'AAAQ1003', '--yes'],
      ['opportunities', 'list', '--client', '101'],
      ['push', file, '--doc', 'AAAQ1003', '--yes', '--json'],
      ['opportunities', 'list', '--client', '101', '--json'],
    ]) {
      const { stdout, stderr } = await place.run(args);
      expect(stdout + stderr, args.join(' ')).not.to.match(raw);
    }
    const plan = await place.run(['plan', file, '--doc', 'AAAQ1001'], { FORCE_COLOR: '1' });
    expect(plan.stdout).to.contain('Front ␛[2J␛[31mdesk \\u{202e}fdp.exe\\u{9b}1m');
    const list = await place.run(['opportunities', 'list', '--client', '101', '--json']);
    expect(list.stdout).to.contain('\\u009b1m');
  });
});
