import { expect } from 'chai';
import { recogniseFormat } from '../../src/text/recognise-format.js';

describe('recogniseFormat', () => {
  const known: readonly (readonly [start: string, name: RegExp])[] = [
    ['%PDF-1.7', /PDF/],
    ['PK\u0003\u0004rest', /Excel workbook/],
    ['\u00d0\u00cf\u0011\u00e0rest', /old Excel/],
    ['\u0000\u0001\u0000\u0000Standard Jet DB', /Access/],
    ['\u0089PNG\r\n', /PNG/],
    ['\u00ff\u00d8\u00ff\u00e0', /JPEG/],
    ['<?xml version="1.0"?>', /XML/],
    ['\u00ef\u00bb\u00bf<QuoteWerksXML>', /QuoteWerks XML/],
    ['\r\n<!DOCTYPE html>', /web page/],
  ];
  for (const [start, name] of known) {
    it(`knows ${JSON.stringify(start)}`, () =>
      expect(recogniseFormat(Buffer.from(start, 'latin1'))).to.match(name));
  }

  it('does not know text', () => {
    for (const text of ['', 'DocumentHeaders_DocNo', '{"number":"Q1"}', '"DocumentHeaders_DocNo"'])
      expect(recogniseFormat(Buffer.from(text))).to.equal(undefined);
  });
});
