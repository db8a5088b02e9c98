import { expect } from 'chai';
import fc from 'fast-check';
import { generateJoin } from '../../src/codegen.js';
import { compileMacro, type MacroScope, type Vocabulary } from '../../src/index.js';
import { compiled } from './compiled.js';
import { interpret, Refused, type Piece, type Values } from './interpreter.js';
import { pieces, values, written } from './random-macros.js';

const known: Vocabulary = {
  line: ['ItemType', 'ItemTypeCode', 'CustomText01', 'constructor', 'Price (USD)'],
  header: ['DocNo', '__proto__', "it's"],
  application: ['LoggedInUserName'],
};

/** What the interpreter makes of it; undefined: a filter refuses a value. */
function expected(macro: readonly Piece[], given: Values, purpose: 'number' | 'text'): string | undefined {
  try {
    return interpret(macro, given, purpose);
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

describe('macros against a plain interpreter', () => {
  it('give the same by either join and when explained, whatever the macro and the values', () => {
    const purposes = fc.constantFrom('number', 'text');
    let refusals = 0;
    let results = 0;
    fc.assert(
      fc.property(pieces, values, purposes, fc.boolean(), (macro, given, purpose, spaced) => {
        const result = expected(macro, given, purpose);
        if (result === undefined) refusals++;
        else if (result !== '') results++;
        const scope = { line: given.DI, header: given.DH, application: given.APP } as unknown as MacroScope;
        const colour = given.TABLE['colours'];
        const tables = new Map([['colours', { lookup: () => ({ value: colour as string | undefined }) }]]);
        const text = written(macro, spaced);
        for (const options of [
          { purpose, tables },
          { purpose, tables, generateJoin },
        ]) {
          const rule = compiled(text, options, known);
          const codes: string[] = [];
          const told = rule.run(scope, ({ code }) => codes.push(code));
          expect(told, text).to.equal(result ?? '');
          expect(codes.length > 0, text).to.equal(result === undefined);
          const explained = rule.explain(scope);
          expect(explained.value, text).to.equal(told);
          expect(explained.problems.map(({ code }) => code)).to.deep.equal(codes);
          if (result === undefined) continue;
          const joined = explained.parts
            .map((part) => part.value)
            .join('')
            .trim();
          expect(purpose === 'text' || result !== '' ? joined : result).to.equal(result);
        }
      }),
      { numRuns: 3000 },
    );
    // Both kinds of ends must occur, or nothing was compared.
    expect(refusals).to.be.above(30);
    expect(results).to.be.above(1000);
  });
});

describe('any text as a macro', () => {
  const bits = fc.constantFrom(
    ...['&', '&{', '}', '{', '(', ')', '|', '??', '?', ',', ':', "'", '"', ' ', '\n', '1', '10'],
    ...[
      'DI_',
      'dh_',
      'APP_',
      'TABLE_',
      'ItemType',
      'DocNo',
      'colours',
      '__proto__',
      'constructor',
      'x',
      '\ud83d',
    ],
    ...['upper', 'left', 'mid', 'pad', 'replace', 'date', 'default', 'hash8', 'left:1', "replace:'a','b'"],
  );
  const soup = fc.array(bits, { maxLength: 30 }).map((list) => list.join(''));
  const scopes: readonly MacroScope[] = [
    { line: {}, header: {}, application: {} },
    { line: { ItemType: ' a ' }, header: { DocNo: '1/2/2026' }, application: {} },
  ];

  it('compiles, or has its mistakes named with their places', () => {
    let ran = 0;
    fc.assert(
      fc.property(soup, (text) => {
        const compilation = compileMacro(text, known);
        for (const { position = -1, path } of compilation.problems) {
          expect(path).to.equal('');
          expect(position).to.be.within(0, text.length);
        }
        const errors = compilation.problems.filter(({ severity }) => severity === 'error');
        expect(errors.length === 0).to.equal(compilation.ok);
        if (!compilation.ok) return;
        const generated = compiled(text, { generateJoin }, known);
        for (const scope of scopes) {
          ran++;
          expect(generated.run(scope)).to.equal(compilation.rule.run(scope));
          expect(compilation.rule.explain(scope).value).to.equal(compilation.rule.run(scope));
        }
      }),
      { numRuns: 5000 },
    );
    expect(ran).to.be.above(500);
  });

  it('stays as it is without an ampersand', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const plain = text.replaceAll('&', '+');
        expect(compiled(plain, { purpose: 'text' }, known).run(scopes[0] as MacroScope)).to.equal(
          plain.trim(),
        );
      }),
    );
  });
});
