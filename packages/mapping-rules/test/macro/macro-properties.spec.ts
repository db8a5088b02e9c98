import { expect } from 'chai';
import fc from 'fast-check';
import { compileMacro } from '../../src/index.js';
import { scopeOf, vocabulary } from '../vocabulary.js';

const value = fc.string({ unit: 'binary', maxLength: 20 });
const token = fc.constantFrom('ItemType', 'ManufacturerPartNumber', 'CustomText01');
const literal = fc.string({ unit: 'binary', maxLength: 8 }).map((text) => ` ${text.replaceAll('&', '+')}`);

describe('properties of macros', () => {
  it('gives what joining by hand gives', () => {
    const pieces = fc.array(fc.tuple(token, literal), { maxLength: 8 });
    fc.assert(
      fc.property(pieces, value, value, value, (parts, itemType, part, custom) => {
        const line = { ItemType: itemType, ManufacturerPartNumber: part, CustomText01: custom };
        const text = parts.map(([name, after]) => `&DI_${name}${after}`).join('');
        const byHand = parts
          .map(([name, after]) => line[name].trim() + after)
          .join('')
          .trim();
        const expected = /[\p{L}\p{N}]/u.test(byHand) ? byHand : '';
        const macro = compileMacro(text, vocabulary);
        expect(macro.run(scopeOf(line))).to.equal(expected);
        const explained = macro.explain(scopeOf(line));
        expect(explained.value).to.equal(expected);
        expect(
          explained.parts
            .map((piece) => piece.value)
            .join('')
            .trim(),
        ).to.equal(byHand);
      }),
    );
  });

  it('keeps text without ampersand as it is', () => {
    fc.assert(
      fc.property(literal, (text) => {
        const result = compileMacro(text, vocabulary).run(scopeOf({}));
        expect(result === '' || result === text.trim()).to.equal(true);
      }),
    );
  });

  it('either compiles any text or names the place', () => {
    const text = fc
      .array(fc.constantFrom('&', 'DI_', 'dh_', 'APP_', 'ItemType', 'x', '__proto__', '1', '\ud83d'))
      .map((bits) => bits.join(''));
    fc.assert(
      fc.property(text, (macro) => {
        try {
          compileMacro(macro, vocabulary).run(scopeOf({}));
        } catch (error) {
          const { name, position } = error as { name: string; position: number };
          expect(name).to.equal('RuleError');
          expect(macro.slice(position)).to.match(/^&(DI|DH|APP)_/i);
        }
      }),
    );
  });
});
