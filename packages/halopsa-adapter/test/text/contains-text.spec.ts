import { expect } from 'chai';
import { containsText } from '../../src/text/contains-text.js';

describe('containsText', () => {
  it('takes no notice of case, accents and how many blanks there are', () => {
    for (const [text, part] of [
      ['Müller & Söhne', 'muller & SOHNE'],
      ['Jose Nunez', 'José  Núñez'],
      ['Acme  Dental\u00A0Group', ' acme dental   group '],
      ['anything', ''],
    ] as const)
      expect(containsText(text, part), part).to.equal(true);
    expect(containsText('Acme Dental', 'acmedental')).to.equal(false);
  });
});
