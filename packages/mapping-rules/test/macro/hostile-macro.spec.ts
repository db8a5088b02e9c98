import { expect } from 'chai';
import { compileMacro, type MacroScope } from '../../src/index.js';
import { ruleErrorOf } from '../rule-error-of.js';
import { scopeOf, vocabulary } from '../vocabulary.js';

describe('hostile macros', () => {
  it('takes 100,000 tokens', () => {
    const macro = compileMacro('&DI_ItemType,'.repeat(100_000), vocabulary);
    const started = performance.now();
    expect(macro.run(scopeOf({ ItemType: 'a' }))).to.have.length(200_000);
    expect(performance.now() - started).to.be.below(1000);
  });

  it('reads no inherited property', () => {
    const macro = compileMacro('&DI_constructor', vocabulary);
    expect(macro.run(scopeOf({}))).to.equal('');
    expect(macro.run(scopeOf({ constructor: 'x' }))).to.equal('x');
  });

  it('does not know __proto__, constructor and the like unless the vocabulary does', () => {
    const bare = { line: ['ItemType'], header: [], application: [] };
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      expect(() => compileMacro(`&DI_${name}`, bare)).to.throw(/position 0/);
    }
    const line = JSON.parse('{"__proto__":"polluted","ItemType":"a"}') as Record<string, string>;
    expect(compileMacro('&DI_ItemType', { ...bare, line: Object.keys(line) }).run(scopeOf(line))).to.equal(
      'a',
    );
  });

  it('treats values that are no text as absent', () => {
    const scope = {
      line: { ItemType: 7, CustomText01: null },
      header: {},
      application: {},
    } as unknown as MacroScope;
    expect(compileMacro('a&DI_ItemType&DI_CustomText01', vocabulary).run(scope)).to.equal('a');
  });

  it('keeps surrogate pairs and lone surrogates', () => {
    expect(compileMacro('😀&DI_ItemType\ud83d', vocabulary).run(scopeOf({ ItemType: '\ude00x' }))).to.equal(
      '😀\ude00x\ud83d',
    );
    expect(compileMacro('😀', vocabulary).run(scopeOf({}))).to.equal('');
  });

  it('shows an endless name shortened, and soon', () => {
    const error = ruleErrorOf(() => compileMacro(`&DI_${'x'.repeat(1_000_000)}`, vocabulary));
    expect(error.message.length).to.be.below(200);
    expect(error.suggestions).to.deep.equal([]);
  });

  it('lets a macro in a value alone', () => {
    expect(
      compileMacro('&DI_ItemType', vocabulary).run(scopeOf({ ItemType: '&DH_DocNo' }, { DocNo: 'no' })),
    ).to.equal('&DH_DocNo');
  });
});
