import { expect } from 'chai';
import { detectDelimiter } from '../../src/csv/detect-delimiter.js';

describe('detectDelimiter', () => {
  it('finds comma, semicolon and tab', () => {
    expect(detectDelimiter('a,b,c\n1;2;3;4;5')).to.equal(',');
    expect(detectDelimiter('a;b;c\n1,2,3,4,5')).to.equal(';');
    expect(detectDelimiter('a\tb\tc\n')).to.equal('\t');
  });

  it('passes over quoted names', () => {
    expect(detectDelimiter('"a,b,c,d";e\n')).to.equal(';');
    expect(detectDelimiter('"a\n,,,""";e\n')).to.equal(';');
  });

  it('takes the comma when there is none', () => {
    expect(detectDelimiter('')).to.equal(',');
    expect(detectDelimiter('a')).to.equal(',');
  });
});
