import { table } from '../../src/table/table.js';
import { expect } from 'chai';
import pico from 'picocolors';
import stringWidth from 'string-width';

const colours = pico.createColors(false);

describe('tables', () => {
  const columns = [{ title: 'id' }, { title: 'name', shrinksTo: 6 }, { title: 'link', shrinksTo: 4 }];

  it('fit the width, the wide columns giving way', () => {
    const text = table(
      columns,
      [
        ['1', 'x'.repeat(80), 'y'.repeat(40)],
        ['22', '漢字'.repeat(30), 'z'],
      ],
      { width: 50, colours },
    );
    for (const line of text.split('\n')) expect(stringWidth(line)).to.be.at.most(50);
    expect(text).to.contain('…');
  });

  it('keep one line a row, whatever people typed', () => {
    expect(table(columns, [['1', 'a\nb', 'c']], { width: 50, colours }).split('\n')).to.have.length(2);
  });
});
