import { escapedJson, visible, visibleButColours, visibleText } from '../../src/terminal/visible-text.js';
import { expect } from 'chai';

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
