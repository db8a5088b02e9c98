import { expect } from 'chai';
import type { StoredQuoteLine } from '../../src/contract/records.js';
import { matchLines } from '../../src/plan/match-lines.js';
import { storedLine } from '../samples/sample-quote-line.js';

interface Outcome {
  readonly ours: Record<string, string>;
  readonly gone: readonly string[];
  readonly foreign: readonly string[];
}

function match(
  keys: readonly string[],
  stored: readonly StoredQuoteLine[],
  remembered: Record<string, string> = {},
): Outcome {
  const found = matchLines(
    keys,
    stored,
    new Map(Object.entries(remembered)),
    (key, line) => line.name === key,
  );
  return {
    ours: Object.fromEntries([...found.ours].map(([key, { id }]) => [key, id])),
    gone: found.gone.map(({ id }) => id),
    foreign: found.foreign.map(({ line, after }) => `${line.id} after ${after ?? 'nothing'}`),
  };
}

/** Lines at positions 1, 2, …: `key@id`, or `@id` for a line without a key; the name is the key or `name`. */
function lines(...texts: readonly string[]): StoredQuoteLine[] {
  return texts.map((text, index) => {
    const [key = '', id = '', name = key] = text.split('@');
    return storedLine(id, { position: index + 1, name, ...(key === '' ? {} : { key }) });
  });
}

describe('matchLines', () => {
  it('matches by the key in the record, before what is remembered', () => {
    expect(match(['A', 'B'], lines('A@1', 'B@2'), { A: '2', B: '1' }).ours).to.deep.equal({ A: '1', B: '2' });
  });

  it('matches by memory when the records carry no key', () => {
    expect(match(['A', 'B'], lines('@1', '@2'), { A: '1', B: '2' }).ours).to.deep.equal({ A: '1', B: '2' });
  });

  it('takes lines without key and memory for those of people, with our line before them', () => {
    expect(match(['A', 'B'], lines('@9', 'A@1', '@8', '@7', 'B@2'))).to.deep.equal({
      ours: { A: '1', B: '2' },
      gone: [],
      foreign: ['9 after nothing', '8 after A', '7 after A'],
    });
  });

  it('goes by position, not by the order of the answer', () => {
    expect(match(['A'], lines('@9', 'A@1').reverse()).foreign).to.deep.equal(['9 after nothing']);
  });

  it('names our lines that the document no longer has', () => {
    expect(match(['A'], lines('A@1', 'B@2', '@3'), { C: '3' })).to.deep.equal({
      ours: { A: '1' },
      gone: ['2', '3'],
      foreign: [],
    });
  });

  it('takes a second line under one of our keys for a double to be removed', () => {
    expect(match(['A'], lines('A@1', 'A@2', 'A@3'))).to.deep.equal({
      ours: { A: '1' },
      gone: ['2', '3'],
      foreign: [],
    });
  });

  it('recognises a new line by what it says when the lines of people are known', () => {
    const stored = [
      storedLine('1', { position: 1, name: 'A' }),
      storedLine('2', { position: 2, name: 'B' }),
      storedLine('3', { position: 3, name: 'B' }),
    ];
    const { ours, foreign } = matchLines(
      ['A', 'B'],
      stored,
      new Map([['A', '1']]),
      (key, line) => line.name === key,
      new Set(['2']),
    );
    expect([...ours].map(([key, { id }]) => [key, id])).to.deep.equal([
      ['A', '1'],
      ['B', '3'],
    ]);
    expect(foreign.map(({ line }) => line.id)).to.deep.equal(['2']);
  });

  describe('when keys and memory are lost', () => {
    it('matches by content, in order, and each line once', () => {
      expect(match(['A', 'B', 'C'], lines('@1@A', '@2@X', '@3@C')).ours).to.deep.equal({ A: '1', C: '3' });
      const same = matchLines(['A', 'B'], lines('@1', '@2'), new Map(), () => true);
      expect([...same.ours].map(([key, { id }]) => `${key} ${id}`)).to.deep.equal(['A 1', 'B 2']);
    });

    it('does so, too, when none of the remembered records is there any more', () => {
      expect(match(['A', 'B'], lines('@11@A', '@12@B'), { A: '1', B: '2' })).to.deep.equal({
        ours: { A: '11', B: '12' },
        gone: [],
        foreign: [],
      });
    });

    it('does not do so as long as one line is known', () => {
      expect(match(['A', 'B'], lines('A@1', '@2@B')).foreign).to.deep.equal(['2 after A']);
    });
  });
});
