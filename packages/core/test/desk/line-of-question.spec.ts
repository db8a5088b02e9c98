import { expect } from 'chai';
import { lineOfQuestion } from '../../src/desk/line-of-question.js';
import { sampleLine } from '../samples/sample-document.js';

const lines = [
  sampleLine({ key: 'a', manufacturerPartNumber: 'A1', description: 'First\nwith more' }),
  sampleLine({ key: 'b', manufacturerPartNumber: 'B1', description: 'Second' }),
  sampleLine({ key: 'c', manufacturerPartNumber: 'B1', description: 'Third' }),
];

describe('the line of a question', () => {
  it('is the one that it names itself', () => {
    expect(lineOfQuestion({ about: 'line 7', message: '' }, [])).to.equal('7');
  });

  it('is found by the item number, all of them when several carry it', () => {
    expect(lineOfQuestion({ about: 'item A1', message: '' }, lines)).to.equal('1 (First)');
    expect(lineOfQuestion({ about: 'item B1', message: '' }, lines)).to.equal('2 (Second) and 1 more');
  });

  it('is found by its name in the message', () => {
    const message = 'A line has no item number: “Second”.';
    expect(lineOfQuestion({ about: 'products.emptyPartNumbers', message }, lines)).to.equal('2 (Second)');
  });

  it('is none where nothing tells it', () => {
    expect(lineOfQuestion({ about: 'client', message: 'Nobody is called “Sec”.' }, lines)).to.equal(
      undefined,
    );
    expect(lineOfQuestion({ about: 'item Z9', message: '' }, lines)).to.equal(undefined);
  });
});
