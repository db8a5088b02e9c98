import { expect } from 'chai';
import { generateJoin } from '../../src/codegen.js';
import { compileMacro, type MacroScope, type Problem } from '../../src/index.js';
import { scopeOf, vocabulary } from '../vocabulary.js';
import { compiled, errorOf, errorsOf } from './compiled.js';

/** Milliseconds that compiling and running takes; nothing here may take longer than in proportion to its length. */
function timed(text: string): number {
  const started = performance.now();
  const compilation = compileMacro(text, vocabulary);
  if (compilation.ok) {
    compilation.rule.run(scopeOf({ ItemType: 'a' }));
    compilation.rule.explain(scopeOf({ ItemType: 'a' }));
  }
  return performance.now() - started;
}

describe('hostile macros', () => {
  it('takes 100,000 tokens', () => {
    for (const options of [{}, { generateJoin }]) {
      const macro = compiled('&DI_ItemType,'.repeat(100_000), options);
      const started = performance.now();
      expect(macro.run(scopeOf({ ItemType: 'a' }))).to.have.length(200_000);
      expect(performance.now() - started).to.be.below(5000);
    }
  });

  const many = 100_000;
  const long: Readonly<Record<string, string>> = {
    expressions: '&{DI_ItemType|upper}'.repeat(many),
    alternatives: `&{${'DI_ItemTypeCode ?? '.repeat(many)}DI_ItemType}`,
    filters: `&{DI_ItemType${'|upper'.repeat(many)}}`,
    arguments: `&{DI_ItemType|left:${'1,'.repeat(many)}1}`,
    parentheses: `&{${'('.repeat(many)}`,
    'closed parentheses': `&{${'('.repeat(many)}DI_ItemType${')'.repeat(many)}}`,
    braces: '&{'.repeat(many),
    ampersands: '&'.repeat(many),
    prefixes: '&DI_'.repeat(many),
    quotes: `&{${"'".repeat(many + 1)}`,
    'question marks': `&{DI_${'?'.repeat(many)}`,
    spaces: `&{${' '.repeat(many)}`,
    'cut names': Array.from({ length: many }, (_, at) => `&DI_ItemTypeCode${at}`).join(''),
    'one name': `&DI_${'x'.repeat(1_000_000)}`,
    'one name in braces': `&{DI_${'x'.repeat(1_000_000)}}`,
    'one name without prefix': `&{${'x'.repeat(1_000_000)}}`,
  };
  for (const [what, text] of Object.entries(long)) {
    it(`takes an endless row of ${what} without delay`, () => {
      // Far above what a busy machine takes, far below what work that grows with the square would.
      expect(timed(text)).to.be.below(15_000);
    });
  }

  it('tells a hundred mistakes at most, and a warning never hides one', () => {
    expect(errorsOf('&DI_ '.repeat(1000))).to.have.length(100);
    const cut = '&DI_ItemTypeCode1 ';
    const problems = errorsOf(`${cut.repeat(100)}&DI_`);
    expect(problems.at(-1)).to.include({ code: 'macro.nameMissing', position: 1800 });
    expect(problems).to.have.length(101);
    expect(errorsOf(cut.repeat(101)).at(-1)).to.include({ code: 'macro.unknownField', position: 1800 });
  });

  it('refuses a macro that is longer than any', () => {
    expect(errorOf('x'.repeat(4_000_001)).code).to.equal('macro.tooLong');
  });

  it('refuses parentheses that are nested too deep, and takes 50', () => {
    const nested = (depth: number): string => `&{${'('.repeat(depth)}DI_ItemType${')'.repeat(depth)}|upper}`;
    expect(compiled(nested(50)).run(scopeOf({ ItemType: 'a' }))).to.equal('A');
    expect(errorOf(nested(51)).code).to.equal('macro.tooLong');
  });

  it('gives nothing, and says why, where the values are too long for one text', () => {
    const scope = scopeOf({ ItemType: 'x'.repeat(2 ** 28) });
    for (const options of [{}, { generateJoin }]) {
      const macro = compiled('&DI_ItemType&DI_ItemType&DI_ItemType&{DI_ItemType}', options);
      const problems: Problem[] = [];
      expect(macro.run(scope, (problem) => problems.push(problem))).to.equal('');
      expect(problems.map(({ code }) => code)).to.deep.equal(['macro.tooLong']);
      expect(macro.explain(scope).value).to.equal('');
      expect(macro.explain(scope).problems.map(({ code }) => code)).to.deep.equal(['macro.tooLong']);
    }
  });

  it('reads no inherited property', () => {
    for (const options of [{}, { generateJoin }]) {
      const macro = compiled('&DI_constructor&{DI_constructor}', options);
      expect(macro.run(scopeOf({}))).to.equal('');
      expect(macro.run(scopeOf({ constructor: 'x' }))).to.equal('xx');
    }
  });

  it('does not know __proto__, constructor and the like unless the vocabulary does', () => {
    const bare = { line: ['ItemType'], header: [], application: [] };
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      expect(errorOf(`&{DI_${name}}`, {}, bare)).to.include({ code: 'macro.unknownField', position: 2 });
      expect(errorsOf(`&DI_${name}`, {}, bare)[0]).to.include({ severity: 'error', position: 0 });
    }
    const line = JSON.parse('{"__proto__":"polluted","ItemType":"a"}') as Record<string, string>;
    for (const options of [{}, { generateJoin }]) {
      const macro = compiled('&DI_ItemType&{DI_ItemType}', options, { ...bare, line: Object.keys(line) });
      expect(macro.run(scopeOf(line))).to.equal('aa');
      const own = compiled('&{DI___proto__}', options, { ...bare, line: Object.keys(line) });
      expect(own.run(scopeOf(line))).to.equal('polluted');
      expect(own.run(scopeOf({}))).to.equal('');
    }
  });

  it('treats values that are no text as absent', () => {
    const scope = {
      line: { ItemType: 7, CustomText01: null },
      header: {},
      application: {},
    } as unknown as MacroScope;
    for (const options of [{}, { generateJoin }]) {
      expect(compiled('a&DI_ItemType&DI_CustomText01', options).run(scope)).to.equal('a');
    }
  });

  it('keeps surrogate pairs and lone surrogates', () => {
    expect(compiled('😀&DI_ItemType\ud83d').run(scopeOf({ ItemType: '\ude00x' }))).to.equal(
      '😀\ude00x\ud83d',
    );
    expect(compiled('😀').run(scopeOf({}))).to.equal('');
  });

  it('shows an endless name shortened', () => {
    const problem = errorOf(`&DI_${'x'.repeat(1_000_000)}`);
    expect(problem.message.length).to.be.below(200);
    expect(problem.suggestions).to.deep.equal([]);
  });

  it('lets a macro in a value alone', () => {
    expect(compiled('&DI_ItemType').run(scopeOf({ ItemType: '&DH_DocNo &&' }, { DocNo: 'no' }))).to.equal(
      '&DH_DocNo &&',
    );
  });
});
