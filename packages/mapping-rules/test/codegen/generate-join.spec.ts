import { expect } from 'chai';
import fc from 'fast-check';
import { generateJoin } from '../../src/codegen.js';
import type { JoinPiece, MacroScope } from '../../src/index.js';
import { compileMacro } from '../../src/macro/compile-macro.js';
import { joinPieces } from '../../src/macro/join-pieces.js';
import { vocabulary } from '../vocabulary.js';

const scopeOf = (line: Readonly<Record<string, string>>): MacroScope => ({
  line,
  header: {},
  application: {},
});

describe('generateJoin', () => {
  it('gives what the plain join gives, whatever texts, names and values hold', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(
        '`${1}',
        '\\',
        '"',
        "'",
        '\u2028',
        '*/',
        '</script>',
        ' ',
        'x\u00a0',
        '\u0010',
        '@',
        '\u00a0x',
        '\u3000',
        '',
        '\n',
        ':',
        'x',
        '__proto__',
      ),
    );
    const piece: fc.Arbitrary<JoinPiece> = fc.oneof(
      text.map((literal): JoinPiece => ({ kind: 'literal', text: literal })),
      text.map((field): JoinPiece => ({ kind: 'field', area: 'line', field })),
      text.map((value): JoinPiece => ({ kind: 'call', value: () => value.trim() })),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 6 }),
        fc.dictionary(text, text, { maxKeys: 6 }),
        fc.constantFrom('number', 'text'),
        (pieces, line, purpose) => {
          const values = pieces.map((part) => {
            if (part.kind === 'literal') return part.text;
            if (part.kind === 'call') return part.value(scopeOf(line));
            const value: unknown = line[part.field];
            return typeof value === 'string' ? value.trim() : '';
          });
          const joined = values.join('').trim();
          const expected = purpose === 'text' || /[\p{L}\p{N}]/u.test(joined) ? joined : '';
          expect(generateJoin(pieces, purpose)(scopeOf(line))).to.equal(expected);
          expect(joinPieces(pieces, purpose)(scopeOf(line))).to.equal(expected);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('refuses the values that the plain join refuses', () => {
    const line = { ItemType: 'x'.repeat(1_000_001) };
    for (const filter of ['left:3', 'left:2000000', 'upper', 'lower', 'trim', 'right:3']) {
      const compiled = compileMacro(`&{DI_ItemType|${filter}}`, vocabulary, { generateJoin });
      if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
      const codes: string[] = [];
      expect(
        compiled.rule.run(scopeOf(line), ({ code }) => void codes.push(code)),
        filter,
      ).to.equal('');
      expect(codes).to.deep.equal(['macro.tooLong']);
    }
  });

  it('calls each function once, whatever the values need', () => {
    let calls = 0;
    const call: JoinPiece = { kind: 'call', value: () => `:${++calls}` };
    const pieces: readonly JoinPiece[] = [{ kind: 'field', area: 'line', field: 'a' }, call];
    expect(generateJoin(pieces, 'number')(scopeOf({ a: 'x' }))).to.equal('x:1');
    expect(generateJoin(pieces, 'number')(scopeOf({ a: ' ä ' }))).to.equal('ä:2');
    expect(generateJoin(pieces, 'number')(scopeOf({}))).to.equal(':3');
  });

  it('falls back on the plain join where code may not be generated', () => {
    const generating = globalThis.Function;
    const forbidden = (): never => {
      throw new EvalError('Code generation from strings disallowed for this context');
    };
    const pieces: readonly JoinPiece[] = [
      { kind: 'literal', text: 'x-' },
      { kind: 'field', area: 'line', field: 'a' },
    ];
    try {
      globalThis.Function = forbidden as unknown as FunctionConstructor;
      expect(generateJoin(pieces, 'number')(scopeOf({ a: ' b ' }))).to.equal('x-b');
    } finally {
      globalThis.Function = generating;
    }
  });
});
