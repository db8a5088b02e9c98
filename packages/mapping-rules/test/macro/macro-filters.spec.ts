import { expect } from 'chai';
import { macroFilters } from '../../src/macro/macro-filters.js';
import { scopeOf } from '../vocabulary.js';
import { compiled } from './compiled.js';

const examples: Readonly<
  Record<string, readonly (readonly [filter: string, value: string, result: string])[]>
> = {
  trim: [['left:3|trim|pad:4', 'ab cd', '00ab']],
  upper: [
    ['upper', 'dvc-503ß', 'DVC-503SS'],
    ['upper', 'i', 'I'],
  ],
  lower: [['lower', 'ÄBC', 'äbc']],
  left: [
    ['left:3', 'abcdef', 'abc'],
    ['left:9', 'abc', 'abc'],
    ['left:0', 'abc', ''],
    ['left:2', '😀é😀', '😀é'],
  ],
  right: [
    ['right:3', 'abcdef', 'def'],
    ['right:9', 'abc', 'abc'],
    ['right:0', 'abc', ''],
    ['right:2', '😀é😀', 'é😀'],
  ],
  mid: [
    ['mid:2,3', 'abcdef', 'bcd'],
    ['mid:5,9', 'abcdef', 'ef'],
    ['mid:7,1', 'abcdef', ''],
    ['mid:2,1', '😀é😀', 'é'],
  ],
  pad: [
    ['pad:5', '42', '00042'],
    ["pad:5,'x'", '42', 'xxx42'],
    ["pad:3,'😀'", '😀', '😀😀😀'],
    ['pad:2', '12345', '12345'],
    ['mid:2,1|pad:4', 'a b', ''],
  ],
  replace: [
    ["replace:'-',''", 'a-b-c', 'abc'],
    ["replace:'.','$&'", 'a.b', 'a$&b'],
    ["replace:'A','b'", 'aA', 'ab'],
  ],
  digits: [
    ['digits', 'DVC-503 (2)', '5032'],
    ['digits', 'abc', ''],
    ['digits', '٣4', '4'],
  ],
  slug: [
    ['slug', ' Café  “Élan” & Co. ', 'cafe-elan-co'],
    ['slug', 'Größe_10', 'große-10'],
    ['slug', '産業 हिन्दी', '産業-हिन्दी'],
    ['slug', '--', ''],
  ],
  date: [
    ["date:'yyyy-MM-dd'", '3/7/2026', '2026-03-07'],
    ["date:'yyyy-MM-dd'", '2026-03-07T23:59:00Z', '2026-03-07'],
    ["date:'yyyyMMdd'", '2/29/2000', '20000229'],
    ["date:'d.M.yy'", '12/31/1999 12:00:00 AM', '31.12.99'],
    ["date:'yyyyMMdd'", '2024-2-29', '20240229'],
    ["date:'產yyyy'", '2024-2-29', '產2024'],
  ],
  default: [
    ["default:'x'", '', 'x'],
    ["default:'x'", 'a', 'a'],
    ["digits|default:'x'", 'abc', 'x'],
  ],
  hash8: [['hash8', 'Product', '7OPPRFAX']],
};

const apply = (filter: string, value: string): string =>
  compiled(`&{DI_ItemType|${filter}}`, { purpose: 'text' }).run(scopeOf({ ItemType: value }));

describe('filters', () => {
  for (const name of macroFilters.keys()) {
    for (const [filter, value, result] of examples[name] ?? []) {
      it(`“${value}”|${filter} is “${result}”`, () => {
        expect(apply(filter, value)).to.equal(result);
      });
    }
    it(`${name} has an example`, () => {
      expect(examples[name]).not.to.equal(undefined);
    });
  }

  for (const value of [
    '2026-02-29',
    '1900-02-29',
    '13/1/2026',
    '31/12/2026',
    '2026-00-10',
    '0000-01-01',
    '1/1/26',
    'today',
  ]) {
    it(`date refuses ${value}`, () => {
      const codes: string[] = [];
      const macro = compiled("&{DI_ItemType|date:'yyyy'}");
      expect(macro.run(scopeOf({ ItemType: value }), ({ code }) => codes.push(code))).to.equal('');
      expect(codes).to.deep.equal(['macro.valueRefused']);
    });
  }

  it('refuse what grows beyond all bounds', () => {
    const codes: string[] = [];
    const growing = "|replace:'a','aaaaaaaaaa'".repeat(20);
    const macro = compiled(`&{DI_ItemType${growing}}`);
    expect(macro.run(scopeOf({ ItemType: 'aaa' }), ({ code }) => codes.push(code))).to.equal('');
    expect(codes).to.deep.equal(['macro.tooLong']);
  });
});
