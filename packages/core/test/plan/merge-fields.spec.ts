import { expect } from 'chai';
import type { JsonValue } from '../../src/base/json.js';
import { mergeFields, type Merged } from '../../src/plan/merge-fields.js';
import type { Ownership } from '../../src/plan/ownership.js';

interface Fields {
  readonly a: JsonValue;
}

function merge(
  ownership: Ownership,
  want: JsonValue,
  now: JsonValue | undefined,
  memory?: { readonly wanted: JsonValue; readonly stored?: JsonValue },
): Merged<Fields> {
  return mergeFields<Fields>({
    wanted: { a: want },
    current: now === undefined ? {} : { a: now },
    image:
      memory === undefined
        ? undefined
        : { wanted: { a: memory.wanted }, stored: memory.stored === undefined ? {} : { a: memory.stored } },
    ownership: { a: ownership },
  });
}

function outcome({ write, standing, kept }: Merged<Fields>): string {
  return `${'a' in write ? 'write' : 'leave'} ${JSON.stringify(standing.a)}${kept.length > 0 ? ' kept' : ''}`;
}

describe('mergeFields', () => {
  // we wrote "old" (and the PSA showed it so); what stands there now; what the document wants → by owner
  const table: readonly (readonly [string, JsonValue, JsonValue | undefined, Record<Ownership, string>])[] = [
    [
      'nobody changed it',
      'old',
      'old',
      { ours: 'leave "old"', shared: 'leave "old"', theirs: 'leave "old"' },
    ],
    [
      'we changed it',
      'new',
      'old',
      { ours: 'write "new"', shared: 'write "new"', theirs: 'leave "old" kept' },
    ],
    [
      'they changed it',
      'old',
      'hers',
      { ours: 'write "old"', shared: 'leave "hers" kept', theirs: 'leave "hers" kept' },
    ],
    [
      'both changed it',
      'new',
      'hers',
      { ours: 'write "new"', shared: 'leave "hers" kept', theirs: 'leave "hers" kept' },
    ],
    [
      'both changed it alike',
      'new',
      'new',
      { ours: 'leave "new"', shared: 'leave "new"', theirs: 'leave "new"' },
    ],
    [
      'they emptied it',
      'old',
      null,
      { ours: 'write "old"', shared: 'leave null kept', theirs: 'leave null kept' },
    ],
    ['we emptied it', null, 'old', { ours: 'write null', shared: 'write null', theirs: 'leave "old" kept' }],
    [
      'the PSA does not show it and we did not change it',
      'old',
      undefined,
      { ours: 'leave "old"', shared: 'leave "old"', theirs: 'leave "old"' },
    ],
    [
      'the PSA does not show it and we changed it',
      'new',
      undefined,
      { ours: 'write "new"', shared: 'write "new"', theirs: 'leave "new"' },
    ],
  ];
  for (const [title, want, now, expected] of table) {
    for (const ownership of ['ours', 'shared', 'theirs'] as const) {
      it(`${title}: ${ownership} → ${expected[ownership]}`, () => {
        expect(outcome(merge(ownership, want, now, { wanted: 'old', stored: 'old' }))).to.equal(
          expected[ownership],
        );
      });
    }
  }

  describe('when the PSA has another spelling of what we wrote', () => {
    const memory = { wanted: ' Old ', stored: 'old' };

    it('sees no change where nobody changed anything', () => {
      for (const ownership of ['ours', 'shared'] as const)
        expect(outcome(merge(ownership, ' Old ', 'old', memory))).to.equal('leave " Old "');
    });

    it('writes what we changed and keeps what they changed', () => {
      expect(outcome(merge('shared', 'new', 'old', memory))).to.equal('write "new"');
      expect(outcome(merge('shared', ' Old ', 'hers', memory))).to.equal('leave "hers" kept');
    });

    it('takes a value that the PSA did not keep for no change of a person', () => {
      const lost = mergeFields<Fields>({
        wanted: { a: 'old' },
        current: { a: null },
        image: { wanted: { a: 'old' }, stored: { a: null } },
        ownership: { a: 'shared' },
      });
      expect(outcome(lost)).to.equal('leave "old"');
    });
  });

  describe('without a memory of the last write', () => {
    it('writes what differs, except what belongs to the PSA', () => {
      expect(outcome(merge('ours', 'new', 'x'))).to.equal('write "new"');
      expect(outcome(merge('shared', 'new', 'x'))).to.equal('write "new"');
      expect(outcome(merge('theirs', 'new', 'x'))).to.equal('leave "x" kept');
      expect(outcome(merge('shared', 'x', 'x'))).to.equal('leave "x"');
    });

    it('treats a field alike that was not wanted last time', () => {
      const merged = mergeFields<Fields>({
        wanted: { a: 'new' },
        current: { a: 'set by the PSA itself' },
        image: { wanted: {}, stored: {} },
        ownership: { a: 'shared' },
      });
      expect(outcome(merged)).to.equal('write "new"');
    });

    it('writes everything into a record that does not exist', () => {
      const merged = mergeFields<Fields>({
        wanted: { a: 'new' },
        current: undefined,
        image: undefined,
        ownership: { a: 'theirs' },
      });
      expect(merged.write).to.deep.equal({ a: 'new' });
      expect(merged.before).to.deep.equal({});
    });
  });

  it('says of what it leaves what each side has, what was written last, and who decides', () => {
    const memory = { wanted: 'old', stored: 'old' };
    expect(merge('shared', 'new', 'hers', memory).kept).to.deep.equal([
      { field: 'a', ours: 'new', theirs: 'hers', lastWritten: 'old', ownership: 'shared' },
    ]);
    expect(merge('theirs', 'new', 'hers').kept).to.deep.equal([
      { field: 'a', ours: 'new', theirs: 'hers', ownership: 'theirs' },
    ]);
  });

  it('compares objects by what they hold', () => {
    expect(outcome(merge('ours', { x: 1, y: 2 }, { y: 2, x: 1 }))).to.contain('leave');
  });

  it('ignores what is not wanted', () => {
    const merged = mergeFields<Partial<Fields>>({
      wanted: {},
      current: { a: 'x' },
      image: undefined,
      ownership: { a: 'ours' },
    });
    expect(merged).to.deep.equal({ write: {}, before: {}, standing: {}, kept: [], ours: {} });
  });
});
