import { expect } from 'chai';
import fc from 'fast-check';
import type { StoredQuoteLine } from '../../src/contract/records.js';
import { ownershipTable } from '../../src/plan/ownership.js';
import { planLines as planLinesOf, type PlannedLines } from '../../src/plan/plan-lines.js';
import { samplePolicy } from '../samples/sample-policy.js';
import { sampleFields, storedLine, wantedLine } from '../samples/sample-quote-line.js';

const ownership = ownershipTable(samplePolicy()).lines;

type Given = Parameters<typeof planLinesOf>;

function planLines(
  lines: Given[0],
  there: Given[1],
  remembered: Given[2],
  foreignLines: Given[3]['foreignLines'] = 'keep',
): PlannedLines {
  return planLinesOf(lines, there, remembered, { foreignLines, ownership });
}

function summary({ operations }: PlannedLines): readonly string[] {
  return operations.map(
    ({ action, key, wanted }) => `${action} ${key}${wanted === undefined ? '' : ` at ${wanted.position}`}`,
  );
}

function stored(...keys: readonly string[]): StoredQuoteLine[] {
  return keys.map((key, index) =>
    key.startsWith('*')
      ? storedLine(key, { name: key, position: index + 1 })
      : storedLine(`id-${key}`, { key, name: key, position: index + 1 }),
  );
}

const wanted = (...keys: readonly string[]) => keys.map((key) => wantedLine(key));

describe('planLines', () => {
  it('creates all lines of a quote that does not exist', () => {
    const planned = planLines(wanted('A', 'B'), undefined, new Map());
    expect(summary(planned)).to.deep.equal(['create A at 1', 'create B at 2']);
    expect(planned.changed).to.equal(true);
  });

  it('keeps lines that are as they should be', () => {
    const planned = planLines(wanted('A', 'B'), stored('A', 'B'), new Map());
    expect(summary(planned)).to.deep.equal(['keep A at 1', 'keep B at 2']);
    expect(planned.changed).to.equal(false);
  });

  it('keeps the lines of people where they are', () => {
    const planned = planLines(wanted('A', 'B'), stored('*x', 'A', '*y', 'B', '*z'), new Map());
    expect(summary(planned)).to.deep.equal([
      'foreign *x',
      'keep A at 2',
      'foreign *y',
      'keep B at 4',
      'foreign *z',
    ]);
    expect(planned.changed).to.equal(false);
    expect(planned.operations[0]?.foreign).to.deep.include({ id: '*x' });
  });

  it('removes the lines of people when that is set, and says which setting it was', () => {
    const planned = planLines(wanted('A', 'B'), stored('*x', 'A', '*y', 'B'), new Map(), 'remove');
    expect(summary(planned)).to.deep.equal(['keep A at 1', 'keep B at 2', 'remove *x', 'remove *y']);
    expect(planned.changed).to.equal(true);
    expect(planned.operations[2]?.reasons['action']).to.include({
      from: 'setting',
      at: 'quote.foreignLines',
    });
  });

  it('inserts and removes without touching the lines that only shift', () => {
    const planned = planLines(wanted('new', 'A', 'C'), stored('A', 'B', 'C'), new Map());
    expect(summary(planned)).to.deep.equal(['create new at 1', 'keep A at 2', 'keep C at 3', 'remove B']);
  });

  it('moves as few lines as possible', () => {
    const planned = planLines(wanted('C', 'A', 'B'), stored('A', 'B', 'C'), new Map());
    expect(summary(planned)).to.deep.equal(['update C at 1', 'keep A at 2', 'keep B at 3']);
    expect(planned.operations[0]?.before).to.deep.equal({ position: 3 });
  });

  it('writes only what differs, with what stood there before', () => {
    const [operation] = planLines([wantedLine('A', { price: '12' })], stored('A'), new Map()).operations;
    expect(operation).to.deep.include({ action: 'update', id: 'id-A', before: { price: '10' } });
    expect(operation?.wanted).to.deep.include({ price: '12', quantity: '1', position: 1 });
  });

  it('puts money right that a person changed, and keeps a name that a person changed', () => {
    const there = stored('A').map((line) => ({ ...line, price: '9', name: 'Better name' }));
    const image = { ...sampleFields({ name: 'A' }) };
    const memory = new Map([['A', { recordId: 'id-A', image: { wanted: image, stored: image } }]]);
    const { operations, warnings } = planLines(wanted('A'), there, memory);
    expect(operations[0]?.before).to.deep.equal({ price: '9' });
    expect(operations[0]?.wanted).to.deep.include({ price: '10', name: 'Better name' });
    expect(operations[0]?.ours).to.deep.equal({ name: 'A' });
    expect(warnings[0]?.message).to.contain('Better name');
  });

  it('updates a line whose product is still to be created', () => {
    const line = { ...wantedLine('A', { itemId: null }), createsItem: 'N9' };
    const [operation] = planLines([line], stored('A'), new Map()).operations;
    expect(operation).to.deep.include({ action: 'update', createsItem: 'N9' });
  });

  it('doubles no line when state and keys are lost', () => {
    const there = stored('A', 'B').map((line): StoredQuoteLine => {
      const { key: _, ...rest } = line;
      return rest;
    });
    expect(summary(planLines(wanted('A', 'B'), there, new Map()))).to.deep.equal([
      'keep A at 1',
      'keep B at 2',
    ]);
  });

  it('numbers ours and theirs from 1 without a gap, whatever changed, and loses no line of people', () => {
    const anyKeys: fc.Arbitrary<string[]> = fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'));
    const anyStored: fc.Arbitrary<string[]> = fc.uniqueArray(
      fc.constantFrom('A', 'B', 'C', 'D', '*x', '*y', '*z'),
    );
    fc.assert(
      fc.property(anyKeys, anyStored, (keys, there) => {
        fc.pre(there.some((key) => !key.startsWith('*')));
        const { operations } = planLines(wanted(...keys), stored(...there), new Map());
        const standing = operations.filter(({ action }) => action !== 'remove');
        standing.forEach((operation, index) => {
          if (operation.wanted !== undefined) expect(operation.wanted.position).to.equal(index + 1);
        });
        expect(standing.flatMap(({ wanted: line, key }) => (line === undefined ? [] : [key]))).to.deep.equal(
          keys,
        );
        const foreign = operations.filter(({ action }) => action === 'foreign').map(({ key }) => key);
        expect(foreign).to.have.members(there.filter((key) => key.startsWith('*')));
        const removed = operations.filter(({ action }) => action === 'remove').map(({ key }) => key);
        expect(removed).to.have.members(there.filter((key) => !key.startsWith('*') && !keys.includes(key)));
      }),
    );
  });
});
