import { expect } from 'chai';
import fc from 'fast-check';
import { locateJsonError } from '../../src/json/locate-json-error.js';

function placeOf(text: string): string {
  const { line, column, expected } = locateJsonError(text);
  return `${line}:${column} ${expected}`;
}

describe('locateJsonError', () => {
  it('finds the place and says what may stand there', () => {
    expect(placeOf('{\n  "a": 1,\n  "b" 2\n}')).to.equal('3:7 a colon');
    expect(placeOf('{\n  "a": 1\n  "b": 2\n}')).to.equal('3:3 a comma or the closing bracket');
    expect(placeOf('{"a": 1,}')).to.equal('1:9 a name in double quotes');
    expect(placeOf("{'a': 1}")).to.equal('1:2 a name in double quotes or }');
    expect(placeOf('[1, 2,]')).to.equal('1:7 a value');
    expect(placeOf('[1, 01]')).to.equal('1:6 a comma or the closing bracket');
    expect(placeOf('{"a": 1} x')).to.equal('1:10 the end of the file');
    expect(placeOf('{"a": "open')).to.equal('1:7 a value');
    expect(placeOf('{"a": [1')).to.equal('1:9 a comma or the closing bracket');
    expect(placeOf('\r\n\r\nnothing')).to.equal('3:1 a value');
    expect(placeOf('["\\x"]')).to.equal('1:2 a value or ]');
  });

  it('finds no error in valid JSON, and one in all other text', () => {
    const text = fc.oneof(
      fc.json(),
      fc.string({ unit: fc.constantFrom(...'{}[]",:01e-. \ntrue\\u'.split('')) }),
    );
    fc.assert(
      fc.property(text, (candidate) => {
        const atEnd = placeOf(candidate).endsWith('the end of the file');
        const { line, column } = locateJsonError(candidate);
        const lines = candidate.split(/\r\n|\r|\n/);
        const whole = atEnd && line === lines.length && column === (lines.at(-1)?.length ?? 0) + 1;
        expect(whole).to.equal(isJson(candidate));
      }),
      { numRuns: 2000 },
    );
  });

  it('survives deep nesting and long texts', () => {
    expect(placeOf(`${'['.repeat(200_000)}x`)).to.match(/a value or ]$/);
    expect(placeOf(`["${'a'.repeat(2_000_000)}" 1]`)).to.match(/a comma/);
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
