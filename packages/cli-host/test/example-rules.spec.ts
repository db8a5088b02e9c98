import { example, Workplace } from './harness/workplace.js';
import type { Plan } from '@quotebridge/core';
import { compileRuleSet } from '@quotebridge/mapping-rules';
import { checkRuleSet, runCases } from '@quotebridge/mapping-rules/tools';
import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

describe('the rules of the examples', () => {
  const text = readFileSync(example('rules.yaml'), 'utf8');

  it('are right, and their cases pass', () => {
    expect(checkRuleSet(parse(text))).to.deep.equal([]);
    const compilation = compileRuleSet(parse(text));
    if (!compilation.ok) throw new Error('not right');
    const results = runCases(compilation.rule);
    expect(results.map(({ passed }) => passed)).to.deep.equal([true, true, true, true]);
  });

  it('plan an example document', async () => {
    await using place = await Workplace.open();
    place.writeConfiguration({}, { defaults: { ticketType: 'Opportunity' } });
    const stored = JSON.parse(readFileSync(place.path('quotebridge.yaml'), 'utf8')) as {
      connections: { main: object };
    };
    const connections = { main: { ...stored.connections.main, rules: './rules.yaml' } };
    place.write('quotebridge.yaml', JSON.stringify({ ...stored, connections }));
    place.write('rules.yaml', text);
    const ended = await place.succeed(['plan', example('quotes.csv'), '--doc', 'AAAQ1004', '--json']);
    const { conflicts, operations } = ended.json() as Plan;
    expect(conflicts).to.deep.equal([]);
    const made = operations.flatMap((operation) => (operation.kind === 'item' ? [operation] : []));
    expect(made.map(({ item, reasons }) => [item.number, reasons['classification.group']?.at])).to.deep.equal(
      [
        ['ZEB-ZD421', 'rules.productGroups.rows.4'],
        ['LABOR-AFTERHOURS', 'rules.productGroups.rows.0'],
        ['NW-LABELS-4X6', 'rules.productGroups.rows.3'],
      ],
    );
    expect(made[0]?.item.description).to.match(/ \(Zebra\)$/);
    const opportunity = operations.find(({ kind }) => kind === 'opportunity');
    expect(JSON.stringify(opportunity)).to.contain('erossi is mapped to Elena Rossi');
  });
});
