import { expectForm } from './harness/schema-check.js';
import { errorView } from '../src/errors/error-view.js';
import { amountsText, moneyText } from '../src/presentation/money-text.js';
import { keptPlanText } from '../src/presentation/kept-plan-text.js';
import { planView } from '../src/presentation/plan-view.js';
import { resultExitCode } from '../src/presentation/result-exit-code.js';
import { resultView } from '../src/presentation/result-view.js';
import { shortened } from '../src/presentation/field-rows.js';
import { itemTable } from '../src/presentation/item-table.js';
import { proofRows } from '../src/presentation/proof-rows.js';
import { fieldText, valueText } from '../src/presentation/value-text.js';
import { planFormat, type Item, type Plan, type LineOperation, type PushResult } from '@quotebridge/core';
import { expect } from 'chai';
import pico from 'picocolors';
import stringWidth from 'string-width';

const colours = pico.createColors(false);

describe('money', () => {
  it('has two places, or as many as it needs, and thousands apart', () => {
    expect(moneyText('1234567.5')).to.equal('1,234,567.50');
    expect(moneyText('-1399')).to.equal('-1,399.00');
    expect(moneyText('0.0125')).to.equal('0.0125');
    expect(moneyText('1000')).to.equal('1,000.00');
  });

  it('is never added up over periods', () => {
    expect(amountsText({ monthly: '99', oneOff: '1200' })).to.equal('one-off 1,200.00 · monthly 99.00');
    expect(amountsText({})).to.equal('0.00');
  });
});

describe('values', () => {
  it('show what an id stands for', () => {
    const matches = [
      { kind: 'client', id: '12', name: 'Acme', reason: { from: 'match', text: 'x' } },
    ] as const;
    expect(valueText('clientId', '12', matches)).to.equal('Acme (12)');
    expect(valueText('clientId', '13', matches)).to.equal('13');
    expect(valueText('billingAddress', { lines: ['1 Way', ''], postalCode: '80' }, [])).to.equal('1 Way, 80');
    expect(valueText('note', 'a\r\nb', [])).to.equal('a ⏎ b');
    expect(valueText('expectedCloseDate', null, [])).to.equal('(empty)');
    expect(fieldText('expectedCloseDate')).to.equal('expected close date');
  });
});

describe('the table of items', () => {
  const item: Item = {
    id: '1001',
    name: 'A laptop with a rather long name that goes on',
    description: '',
    numbers: ['LAT-5550-16-512'],
    sku: 'SKU-5550-16-512',
    supplier: 'Bright Distribution',
    supplierNumber: 'BD-5550',
    manufacturer: '',
    cost: '11120',
    price: '13399',
    stock: '12',
    billingPeriod: 'quarterly',
    classification: { group: { id: '41', name: 'Hardware and more' } },
    inactive: false,
  };
  const widest = (text: string): number => Math.max(...text.split('\n').map((line) => stringWidth(line)));

  it('fits a narrow terminal: what matters less is left out', () => {
    for (const width of [80, 92, 110]) {
      expect(widest(itemTable([item], { width, colours }))).to.be.at.most(width);
    }
    const narrow = itemTable([item], { width: 80, colours });
    expect(narrow).to.contain('13,399.00').and.to.contain('stock').and.not.to.contain('supplier');
    expect(itemTable([item], { width: 110, colours }))
      .to.contain('supplier')
      .and.to.contain('SKU');
  });
});

describe('the proof', () => {
  const bare = {
    source: 'answer',
    tolerance: '0',
    sums: [],
    lines: [],
    differingLines: 0,
    notCompared: [],
  } as const;

  it('has no empty line when there is no money to compare', () => {
    expect(proofRows({ ...bare, verdict: 'equal' }, colours)).to.deep.equal([
      '  proof        equal  (from the answer to the write)',
    ]);
  });

  it('is one row of sums when all is equal, and says what could not be compared', () => {
    const sums = [
      { of: 'oneOff', document: '14407.6', stored: '14407.6' },
      { of: 'discount oneOff', document: '-10', stored: '-10' },
      { of: 'optional monthly', document: '9', stored: '9' },
    ] as const;
    const notCompared = [{ of: 'tax', why: 'the PSA shows none' }] as const;
    const rows = proofRows({ ...bare, verdict: 'equal', sums, notCompared }, colours);
    expect(rows.slice(1)).to.deep.equal([
      '               one-off 14,407.60 · discount one-off -10.00 · optional monthly 9.00',
      '               tax not compared: the PSA shows none',
    ]);
  });

  it('shows both figures, what is between them and why, and the lines that differ', () => {
    const explanation = {
      cause: 'repricing',
      text: 'The PSA re-priced one line from its own catalogue.',
      lines: ['a'],
    } as const;
    const proof = {
      ...bare,
      verdict: 'different',
      source: 'readBack',
      sums: [
        { of: 'oneOff', document: '1350', stored: '1389', difference: '39', explanation },
        { of: 'tax', document: '5', stored: '5' },
      ],
      lines: [
        {
          key: 'a',
          label: 'Monitor\n27 inch',
          field: 'price',
          document: '350',
          stored: '389',
          difference: '39',
          cause: 'repricing',
          text: "it is the price of the product in the PSA's catalogue",
        },
        {
          key: 'b',
          label: 'Cable',
          field: 'missing',
          document: 'a line',
          stored: 'no line',
          difference: '-5',
        },
      ],
      differingLines: 23,
    } as const;
    expect(proofRows(proof, colours)).to.deep.equal([
      '  proof        different  (read back)',
      '                        document       PSA  difference',
      '               one-off  1,350.00  1,389.00      +39.00',
      '                 The PSA re-priced one line from its own catalogue.',
      '               tax          5.00      5.00',
      '               23 lines differ:',
      "                 Monitor 27 inch: price 350, PSA 389 (+39.00): it is the price of the product in the PSA's catalogue",
      '                 Cable is missing (-5.00)',
      '                 … and 21 more',
    ]);
  });

  it('says how much was let pass', () => {
    const sums = [{ of: 'tax', document: '0.02', stored: '0.03', difference: '0.01' }] as const;
    const rows = proofRows({ ...bare, verdict: 'withinTolerance', tolerance: '0.02', sums }, colours);
    expect(rows[0]).to.equal('  proof        within the tolerance of 0.02  (from the answer to the write)');
    expect(rows[2]).to.equal('               tax      0.02  0.03       +0.01');
  });
});

describe('the view of open questions', () => {
  const question = (about: string, candidates: number): object => ({
    about,
    message: `Which ${about}?`,
    next: `Choose a ${about}.`,
    candidates: Array.from({ length: candidates }, (_, index) => ({ id: `${about}${index}`, name: 'One' })),
  });
  const view = (...data: readonly object[]): string =>
    errorView(
      {
        code: 'plan.conflict',
        message: `${data.length} questions are open; nothing was written. The first: Which client?`,
        details: { data: data as never, next: 'Answer each of them.' },
      },
      colours,
    );

  it('has each of several with its own candidates, at most five, and its own next step', () => {
    expect(view(question('client', 7), question('owner', 1)).split('\n')).to.deep.equal([
      '✗ 2 questions are open; nothing was written. (plan.conflict)',
      '  ✗ client: Which client?',
      ...['      client0  One', '      client1  One', '      client2  One'],
      ...['      client3  One', '      client4  One', '      … and 2 more'],
      '    Next: Choose a client.',
      '  ✗ owner: Which owner?',
      '      owner0  One',
      '    Next: Choose a owner.',
    ]);
  });

  it('has one alone below the error itself, and minds no other data', () => {
    expect(view(question('client', 1))).to.contain('\n    client0  One\n  Next: Answer');
    expect(view(question('products.itemNumberField', 0)), 'with the setting that is meant').to.contain(
      '✗ products.itemNumberField: 1 questions are open',
    );
    expect(view('17' as never, '18' as never)).to.contain('(plan.conflict)\n  Next: Answer');
  });
});

describe('shortened text', () => {
  it('never cuts a wide letter in half', () => {
    expect(shortened('漢字漢字', 5)).to.equal('漢字…');
    expect(shortened('abc', 3)).to.equal('abc');
  });
});

describe('the view of a plan', () => {
  const line = (position: number): NonNullable<LineOperation['wanted']> => ({
    kind: 'item',
    position,
    itemId: '1',
    itemNumber: `PART-${position}`,
    name: `A product with a rather long name, number ${position} of many`,
    note: '',
    quantity: '1',
    price: '10',
    billingPeriod: 'oneOff',
    optional: false,
    groupKey: null,
  });
  const plan: Plan = {
    format: planFormat,
    digest: '',
    purpose: 'push',
    ownership: { opportunity: {}, quote: {}, lines: {}, clients: {}, users: {} },
    settings: {},
    connection: 'main',
    contactManager: 'halopsa',
    createdAt: '2026-11-23T12:00:00Z',
    document: { number: 'A1', type: 'QUOTE', name: 'Refresh', family: 'A1', hash: 'x', soldToHash: 'y' },
    matches: [],
    operations: [
      {
        kind: 'quote',
        action: 'update',
        id: '7',
        marker: 'm',
        wanted: { title: 'New' },
        before: { title: 'Old' },
        image: {},
        reasons: { title: { from: 'document', text: 'the document name' } },
        lines: [
          ...Array.from({ length: 120 }, (_, index) => ({
            action: 'create' as const,
            key: `k${index}`,
            label: `line ${index}`,
            wanted: line(index + 1),
            reasons: {},
          })),
          {
            action: 'update',
            key: 'u',
            label: 'Switch',
            wanted: line(121),
            before: { price: '9' },
            reasons: {},
          },
          { action: 'remove', key: 'r', label: 'Old cable', reasons: {} },
          { action: 'keep', key: 'k', label: 'Kept', reasons: {} },
          { action: 'foreign', key: 'f', label: 'Theirs', reasons: {} },
        ],
      },
    ],
    conflicts: [
      {
        about: 'client',
        message: 'Two clients have this name.',
        next: 'Name one.',
        candidates: [{ id: '5', name: 'Acme A' }],
      },
    ],
    warnings: [
      { about: 'owner', message: 'nobody' },
      { about: 'mandatory', message: 'may be refused', next: 'Fill it.' },
    ],
    money: { net: { oneOff: '1200', monthly: '99' }, optional: {}, tax: '12.5', currency: 'USD' },
    basis: [],
    requests: { spent: { read: 3, write: 0 }, expected: { read: 0, write: 1 }, verifying: 1 },
  };

  it('shows changes with before, after and reason, and counts what stays', () => {
    const text = planView(plan, { width: 100, colours, everything: false });
    expect(text).to.match(/title {2}Old → New {2}← the document name/);
    expect(text).to.match(/~ line 121 {2}Switch\n +price {2}9\.00 → 10\.00/);
    expect(text)
      .to.contain('- Old cable')
      .and.to.contain('1 line unchanged')
      .and.to.contain('1 line that people added');
    expect(text).to.contain('one-off 1,200.00 · monthly 99.00 USD').and.to.contain('Tax       12.50');
    expect(text)
      .to.contain('! owner: nobody')
      .and.to.contain('5  Acme A')
      .and.to.contain('! mandatory: may be refused\n    Next: Fill it.')
      .and.to.contain('Cannot be pushed: 1 open question');
  });

  it('says what a plan that was kept is good for', () => {
    expect(keptPlanText('p.json', { ...plan, conflicts: [] })).to.contain('quotebridge apply p.json');
    expect(keptPlanText('p.json', plan))
      .to.contain('cannot be carried out')
      .and.not.to.contain('apply p.json');
  });

  it('fits the width and sums up a long document, unless everything is wanted', () => {
    const text = planView(plan, { width: 80, colours, everything: false });
    for (const row of text.split('\n')) expect(stringWidth(row), row).to.be.at.most(80);
    expect(text).to.contain('… and 95 more lines').and.not.to.contain('PART-26');
    expect(planView(plan, { width: 80, colours, everything: true })).to.contain('PART-120');
  });

  it('says when nothing is to be done, and when nothing can be written', () => {
    const kept: Plan['operations'] = [
      {
        kind: 'opportunity',
        action: 'keep',
        id: '7',
        marker: 'm',
        wanted: {},
        before: {},
        image: {},
        reasons: {},
      },
    ];
    const view = (over: Partial<Plan>): string =>
      planView({ ...plan, conflicts: [], warnings: [], ...over }, { width: 80, colours, everything: false });
    expect(view({ operations: kept })).to.contain('Nothing to do: everything stands as it should.');
    const others = { operations: kept, warnings: [{ about: 'owner', message: 'Nobody.' }] };
    expect(view(others)).to.contain('Nothing to do');
    for (const over of [
      { operations: kept, warnings: [{ about: 'tax', message: 'The document states a tax of 1.' }] },
      { operations: [], warnings: [{ about: 'opportunity', message: 'It has no opportunity.' }] },
    ]) {
      expect(view(over))
        .to.contain('Nothing to write, see the warning above.')
        .and.not.contain('Nothing to do');
      expect(view(over)).to.contain(`! ${over.warnings[0]?.about ?? ''}: `);
    }
  });

  it('names a file as the PSA has it', () => {
    const operations: Plan['operations'] = [
      {
        kind: 'attachment',
        action: 'keep',
        id: '9',
        name: 'world.txt',
        storedName: 'hello.txt',
        mediaType: 'text/plain',
        location: 'x',
        size: 5,
        sha256: 'x',
        marker: 'm',
      },
    ];
    const text = planView({ ...plan, conflicts: [], operations }, { width: 80, colours, everything: false });
    expect(text).to.contain('attachment world.txt').and.contain('is there already as hello.txt');
  });

  it('shows what DataLink writes, products that are brought up to date, files that are replaced, the day of completion', () => {
    const reason = { from: 'mapping', text: 'row 0' } as const;
    const operations: Plan['operations'] = [
      {
        kind: 'itemUpdate',
        action: 'update',
        id: '9',
        number: 'LAT-1',
        name: 'Laptop',
        wanted: { cost: '11' },
        before: { cost: '10' },
        reasons: { cost: { from: 'setting', text: 'products.updateExisting' } },
      },
      {
        kind: 'contact',
        action: 'update',
        object: 'users',
        id: '301',
        name: 'Sarah Chen',
        wanted: { CFRegion: 'West' },
        before: { CFRegion: 'East' },
        image: { CFRegion: 'West' },
        reasons: { CFRegion: reason },
      },
      {
        kind: 'opportunity',
        action: 'create',
        marker: 'm',
        wanted: { title: 'Refresh', linked: { CFQuote: 'A1' } },
        before: {},
        image: {},
        reasons: { 'linked.CFQuote': reason },
      },
      {
        kind: 'attachment',
        action: 'create',
        name: 'quote.pdf',
        mediaType: 'application/pdf',
        location: 'x',
        size: 2048,
        sha256: 'x',
        marker: 'm',
        replaces: ['77'],
      },
      { kind: 'completion', action: 'update', outcome: 'won', on: '2026-11-30', reason },
    ];
    const money = { net: { oneOff: '10' }, optional: {}, tax: '1.00', expectedTax: '1.05' };
    const text = planView(
      { ...plan, operations, money, conflicts: [] },
      { width: 110, colours, everything: false },
    );
    expect(text).to.match(/~ item LAT-1 {2}Laptop\n +cost {2}10\.00 → 11\.00/);
    expect(text).to.match(/~ user 301 {2}Sarah Chen\n +CFRegion {2}East → West {2}← row 0/);
    expect(text).to.match(/CFQuote +A1 {2}← row 0/);
    expect(text).to.contain('replaces 77').and.to.contain('closed as won, on 2026-11-30');
    expect(text).to.contain('Tax       1.00 by the PSA’s taxes 1.05');
  });
});

describe('the view of a result', () => {
  const result: PushResult = {
    document: { number: 'BO1002', type: 'ORDER', family: 'BO1002' },
    status: 'skipped',
    items: [],
    attachments: [],
    requests: { read: 2, write: 0 },
    issues: [{ level: 'warning', about: 'opportunity', message: 'It has no opportunity.' }],
  };

  it('says what was not written, and why', () => {
    const text = resultView(result, colours);
    expect(text).to.match(/^– Not written: order BO1002\n {2}! opportunity: It has no opportunity\./);
    expect(resultExitCode(result)).to.equal(0);
    expectForm('push-result', result);
  });

  it('names a file as the PSA has it', () => {
    const attachments = [{ id: '9', action: 'kept', name: 'world.txt', storedName: 'hello.txt' }] as const;
    const text = resultView({ ...result, status: 'unchanged', attachments }, colours);
    expect(text).to.contain('9 kept  world.txt, there as hello.txt');
    expectForm('push-result', { ...result, attachments });
  });
});
