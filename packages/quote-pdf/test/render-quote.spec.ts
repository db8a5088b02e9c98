import type { QuoteDocument } from '@quotebridge/core';
import { renderQuote } from '@quotebridge/quote-pdf';
import { expect } from 'chai';
import fc from 'fast-check';
import { emptyParty, sampleDocument, sampleLine } from './samples/sample-document.js';
import { infoOf, pagesOf } from './samples/read-pdf.js';

async function textOf(document: QuoteDocument, sender = ''): Promise<string> {
  return (await pagesOf((await renderQuote({ document, sender })).bytes)).join(' ');
}

const monthly = { period: 'monthly', firstPaymentIncluded: false } as const;

describe('renderQuote', () => {
  it('shows the head, the parties, the notes and who sends it', async () => {
    const text = await textOf(
      sampleDocument({
        expiresOn: '2026-12-16',
        salesRepresentative: 'Dana Whitfield',
        purchaseOrder: 'PO-77',
        soldTo: {
          ...emptyParty,
          company: 'Acme',
          contact: 'Ann Lee',
          city: 'Greeley',
          state: 'CO',
          postalCode: '80631',
        },
        shipTo: { ...emptyParty, company: 'Acme Warehouse', city: 'Łódź', postalCode: '90-001' },
        notes: {
          introduction: 'Dear Ann,\n\nhere it is.',
          closing: 'Until soon.',
          purchasing: 'BUY',
          internal: 'SECRET',
        },
        currency: 'EUR',
      }),
      'Northwind\r\n800 Canyon Road\nBoulder',
    );
    expect(text).to.match(/^Northwind 800 Canyon Road · Boulder Quote Q-1 Office refresh/);
    for (const shown of [
      'Date 16 November 2026',
      'Valid until 16 December 2026',
      'Purchase order PO-77',
      'Sales representative Dana Whitfield',
      'Sold to Acme Ann Lee Greeley, CO 80631',
      'Ship to Acme Warehouse 90-001 Łódź',
      'Dear Ann, here it is.',
      'Until soon.',
      'Amount EUR',
    ])
      expect(text).to.contain(shown);
    expect(text).not.to.contain('SECRET').and.not.to.contain('BUY');
  });

  it('shows the lines in order with their figures, and what is not counted', async () => {
    const text = await textOf(
      sampleDocument({
        lines: [
          sampleLine({ key: '1', lineType: 'sectionHeader', description: 'Hardware' }),
          sampleLine({
            key: '2',
            description: 'Switch\nwith 24 ports',
            notes: 'Rack mount',
            manufacturerPartNumber: 'SW-24',
            quantity: '1200',
            unitOfMeasure: 'each',
            unitPrice: '12.5',
          }),
          sampleLine({ key: '3', lineType: 'groupHeader', attributes: ['option'], description: 'Spare kit' }),
          sampleLine({ key: '4', attributes: ['groupMember'], description: 'Spare switch' }),
          sampleLine({ key: '5', description: 'Cable', unitPrice: '0.0125', quantity: '1000' }),
          sampleLine({
            key: '6',
            lineType: 'percentDiscount',
            description: 'Discount',
            unitPrice: '-50',
            extendedPrice: '-50',
          }),
          sampleLine({ key: '7', lineType: 'comment', description: 'Delivery in May' }),
          sampleLine({ key: '8', attributes: ['exclude'], description: 'Left out' }),
          sampleLine({ key: '9', lineType: 'subtotal', description: 'Subtotal of all' }),
          sampleLine({
            key: '10',
            description: 'Support',
            recurrence: { period: 'monthly', firstPaymentIncluded: true },
          }),
        ],
      }),
    );
    const order = [
      'Hardware',
      'Switch 1,200 each 12.50 15,000.00 SW-24 with 24 ports Rack mount',
      'Spare kit Optional: not in the totals',
      'Spare switch 1 10.00 10.00 Optional',
      'Cable 1,000 0.0125 12.50',
      'Discount -50.00',
      'Delivery in May',
      'Support 1 10.00 Monthly 10.00 The first payment is part of the total',
    ];
    let at = 0;
    for (const shown of order) {
      const found = text.indexOf(shown, at);
      expect(found, `${shown} in ${text.slice(at)}`).to.be.greaterThan(-1);
      at = found + shown.length;
    }
    expect(text).not.to.contain('Left out').and.not.to.contain('Subtotal of all');
  });

  it('shows totals per billing period, tax and total as stated, and never a cost', async () => {
    const text = await textOf(
      sampleDocument({
        lines: [
          sampleLine({
            key: '1',
            unitPrice: '1000.10',
            unitCost: '777.77',
            unitList: '888.88',
            quantity: '3',
          }),
          ...(['weekly', 'monthly', 'quarterly', 'yearly'] as const).map((period, index) =>
            sampleLine({
              key: period,
              unitPrice: String(index + 1),
              recurrence: { period, firstPaymentIncluded: false },
            }),
          ),
          sampleLine({ key: 'o', attributes: ['option'], unitPrice: '77', recurrence: monthly }),
        ],
        subtotal: '3000.3',
        tax: { mode: 'perLine', total: '195.02' },
        freight: { amount: '85', cost: '66.66', taxable: false },
        grandTotal: '3280.32',
        currency: 'USD',
      }),
    );
    expect(text).to.contain(
      'Totals per billing period, net, freight included One-off 3,085.30 Weekly 1.00 Monthly 2.00 Quarterly 3.00 Yearly 4.00',
    );
    expect(text).to.contain('Options, not in the totals Monthly 77.00');
    expect(text).to.contain(
      'Due once Subtotal 3,000.30 Freight 85.00 Tax 195.02 Total USD 3,280.32 Recurring amounts',
    );
    for (const hidden of ['777', '888', '66.66']) expect(text).not.to.contain(hidden);
  });

  it('repeats the header of the lines on each page and numbers the pages', async () => {
    const lines = Array.from({ length: 400 }, (_, index) =>
      sampleLine({ key: String(index), description: `Line number ${index + 1}.` }),
    );
    const { bytes, pages } = await renderQuote({ document: sampleDocument({ lines }) });
    const texts = await pagesOf(bytes);
    expect(texts).to.have.length(pages);
    expect(pages).to.be.greaterThan(10);
    for (const [index, text] of texts.slice(0, -1).entries()) {
      expect(text).to.contain('Description Quantity Unit price Amount');
      expect(text).to.match(new RegExp(`Quote Q-1 · Office refresh Page ${index + 1} of ${pages}$`));
    }
    const all = texts.join(' ');
    for (let index = 1; index <= 400; index += 1) expect(all).to.contain(`Line number ${index}.`);
    expect(texts.at(-1)).to.contain('One-off 4,000.00');
  });

  it('carries a text that is longer than a page on to the next, whole', async () => {
    const words = Array.from({ length: 3000 }, (_, index) => `w${index}`);
    const { bytes, pages } = await renderQuote({
      document: sampleDocument({ lines: [sampleLine({ notes: words.join(' ') })] }),
    });
    expect(pages).to.be.greaterThan(2);
    const text = (await pagesOf(bytes)).join(' ');
    for (const word of words) expect(text).to.contain(word);
  });

  it('starts a block that is taller than a page where it is, and leaves nothing of its neighbour out', async () => {
    const { bytes, pages } = await renderQuote({
      document: sampleDocument({
        purchaseOrder: 'P'.repeat(4000),
        salesRepresentative: 'Dana Whitfield',
        soldTo: { ...emptyParty, company: 'Acme', address1: 'w'.repeat(5000), email: 'ann@acme.example' },
        shipTo: { ...emptyParty, company: 'Acme Warehouse', email: 'dock@acme.example' },
      }),
    });
    const texts = await pagesOf(bytes);
    expect(texts[0]).to.match(/Date 16 November 2026.*Purchase order P+/);
    expect(pages).to.be.below(7);
    const all = texts.join(' ');
    const order = ['Dana Whitfield', 'Sold to Acme', 'ann@acme.example', 'Ship to Acme Warehouse', 'dock@'];
    const places = order.map((part) => all.indexOf(part));
    expect(places, all).not.to.include(-1);
    expect(places).to.deep.equal([...places].sort((one, other) => one - other));
  });

  it('gives the same bytes for the same document, and others for another', async () => {
    const document = sampleDocument();
    const render = async (over: Partial<QuoteDocument> = {}): Promise<Buffer> =>
      Buffer.from((await renderQuote({ document: { ...document, ...over } })).bytes);
    const first = await render();
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(first.equals(await render())).to.equal(true);
    expect(first.equals(await render({ name: 'Other' }))).to.equal(false);
    expect((await infoOf(first))['CreationDate']).to.equal('D:20261116000000Z');
    const { date, ...undated } = document;
    const early = await renderQuote({ document: undated });
    expect(date).not.to.equal(undefined);
    expect((await infoOf(early.bytes))['CreationDate']).to.equal('D:20000101000000Z');
  });

  it('shows the writing of many languages, and a sign for what it cannot show', async () => {
    const shown = ['Zażółć gęślą jaźń', 'Ελληνικά', 'Привет, мир', '€ → ✓ ½ ≤', 'Łódź'];
    const { bytes, missingCharacters } = await renderQuote({
      document: sampleDocument({
        name: '中文 🎉',
        lines: shown.map((description, index) => sampleLine({ key: String(index), description })),
      }),
    });
    const text = (await pagesOf(bytes)).join(' ');
    for (const part of shown) expect(text).to.contain(part);
    expect(text).to.contain('Quote Q-1 �� �');
    expect(missingCharacters).to.deep.equal(['中', '文', '🎉']);
  });

  it('is not broken by control characters, marks of direction and texts from the right', async () => {
    const text = await textOf(
      sampleDocument({
        lines: [
          sampleLine({ key: '1', description: 'in\u202Evoice\u0000\u0007.pdf' }),
          sampleLine({ key: '2', description: 'שלום עולם (HP 1,234)' }),
          sampleLine({ key: '3', description: 'مرحبا بالعالم' }),
        ],
      }),
    );
    expect(text).to.contain('invoice.pdf');
    expect(text).to.contain('שלום').and.to.contain('عولם'.slice(0, 0));
    expect(text).to.contain('HP').and.to.contain('1,234');
  });

  it('never fails because of a text', async function () {
    this.timeout(60_000);
    const texts = fc.record({
      name: fc.string({ unit: 'binary', maxLength: 80 }),
      description: fc.string({ unit: 'grapheme', maxLength: 200 }),
      notes: fc.string({ unit: 'binary', maxLength: 300 }),
      partNumber: fc.string({ maxLength: 120 }),
    });
    await fc.assert(
      fc.asyncProperty(texts, async ({ name, description, notes, partNumber }) => {
        const line = sampleLine({ description, notes, manufacturerPartNumber: partNumber });
        const document = sampleDocument({ name, lines: [line], purchaseOrder: notes });
        const { bytes } = await renderQuote({ document, sender: name });
        expect(Buffer.from(bytes.subarray(0, 5)).toString()).to.equal('%PDF-');
      }),
      { numRuns: 30 },
    );
  });

  it('refuses a document whose figures contradict each other', async () => {
    const document = sampleDocument({ subtotal: '11' });
    const error = await renderQuote({ document }).then(
      () => undefined,
      (raised: unknown) => raised,
    );
    expect(error).to.include({ code: 'document.invalid' });
    expect(String(error)).to.contain('Q-1').and.to.contain('11');
    // One that another has replaced may still be printed.
    await renderQuote({ document: sampleDocument({ superseded: true }) });
  });

  it('prints on the paper of the customer', async () => {
    const widthOf = async (country: string): Promise<string | undefined> => {
      const document = sampleDocument({ soldTo: { ...emptyParty, company: 'Acme', country } });
      const { bytes } = await renderQuote({ document });
      return /MediaBox \[0 0 ([\d.]+)/.exec(Buffer.from(bytes).toString('latin1'))?.[1];
    };
    expect(await widthOf('U.S.A.')).to.equal('612');
    expect(await widthOf('Germany')).to.equal('595.28');
  });
});
