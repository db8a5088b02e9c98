import { expect } from 'chai';
import { directionOf, visualRuns } from '../../src/text/visual-runs.js';

describe('visualRuns', () => {
  it('leaves text from the left as it is', () => {
    expect(visualRuns('HP (1,234)', 'ltr')).to.deep.equal(['HP (1,234)']);
  });

  it('puts the words of text from the right in their places, figures as they are', () => {
    expect(directionOf('אבג דהו 12.5')).to.equal('rtl');
    expect(visualRuns('אבג דהו 12.5', 'rtl')).to.deep.equal(['12.5', ' ', 'דהו', ' ', 'אבג']);
    expect(visualRuns('for אבג דהו now', 'ltr')).to.deep.equal(['for ', 'דהו', ' ', 'אבג', ' now']);
  });

  it('turns brackets with the text', () => {
    expect(visualRuns('(אבג)', 'rtl').join('')).to.equal(')אבג(');
  });
});
