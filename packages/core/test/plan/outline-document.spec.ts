import { expect } from 'chai';
import { outlineDocument } from '../../src/plan/outline-document.js';
import { documentMoney } from '../../src/plan/document-money.js';
import { selectLines } from '../../src/select/select-lines.js';
import { sampleDocument, sampleLine } from '../samples/sample-document.js';
import { samplePolicy } from '../samples/sample-policy.js';

const document = sampleDocument({
  lines: [
    sampleLine({ key: 'head', lineType: 'groupHeader', description: 'Kit', quantity: '2' }),
    sampleLine({
      key: 'member',
      attributes: ['groupMember'],
      description: `Switch\r\nwith ports`,
      notes: 'Rack mount',
      manufacturerPartNumber: 'SW-24',
      groupQuantity: '2',
      unitCost: '7',
    }),
    sampleLine({ key: 'option', attributes: ['option'], unitPrice: '5' }),
    sampleLine({ key: 'comment', lineType: 'comment', description: 'Thanks' }),
    sampleLine({ key: 'out', attributes: ['exclude'] }),
  ],
  freight: { amount: '3', cost: '1', taxable: false },
});

describe('outlineDocument', () => {
  it('gives the lines that a push selects and what they amount to, without costs', () => {
    const { lines, money, conflicts } = outlineDocument(document);
    const selected = selectLines(document, samplePolicy()).lines;
    expect(lines.map(({ key }) => key)).to.deep.equal(selected.map(({ key }) => key));
    expect(money).to.deep.equal(documentMoney(document, selected));
    expect(money).to.deep.include({ net: { oneOff: '23' }, optional: { oneOff: '5' } });
    expect(conflicts).to.deep.equal([]);
    expect(JSON.stringify(lines)).not.to.match(/cost/i);
    expect(lines[1]).to.deep.include({
      type: 'product',
      name: 'Switch',
      note: 'with ports\n\nRack mount',
      partNumber: 'SW-24',
      quantity: '2',
      price: '10',
      amount: '20',
      groupKey: 'head',
      hasMoney: true,
    });
    expect(lines.map(({ type, hasMoney }) => [type, hasMoney])).to.deep.equal([
      ['groupHeader', false],
      ['product', true],
      ['product', true],
      ['comment', false],
      ['freight', true],
    ]);
  });

  it('follows the settings, and passes over pages that are not the push policy’s', () => {
    const account = { clientSecret: { env: 'HALO_SECRET' } };
    const { lines } = outlineDocument(document, {
      account,
      quote: { options: 'skip', freightName: 'Carriage' },
    });
    expect(lines.map(({ key }) => key)).not.to.include('option');
    expect(lines.at(-1)?.name).to.equal('Carriage');
    expect(() => outlineDocument(document, { quote: { options: 'perhaps' } })).to.throw(
      /\/settings\/quote\/options/,
    );
  });

  it('keeps a long first line of a description whole', () => {
    const description = 'x'.repeat(400);
    expect(outlineDocument(sampleDocument({ lines: [sampleLine({ description })] })).lines[0]).to.include({
      name: description,
      note: '',
    });
  });

  it('says when the figures contradict each other, not that the document was replaced', () => {
    expect(outlineDocument({ ...document, superseded: true }).conflicts).to.deep.equal([]);
    expect(outlineDocument({ ...document, subtotal: '1' }).conflicts.map(({ about }) => about)).to.deep.equal(
      ['money'],
    );
  });
});
