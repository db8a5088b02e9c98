import { expect } from 'chai';
import { writeFailure } from '../../src/files/write-failure.js';

const failed = (code: string): Error => Object.assign(new Error(code), { code, path: '/shared/rules/a.csv' });

describe('why a file cannot be written', () => {
  it('is said in words that name what is in the way', () => {
    for (const code of ['EACCES', 'EPERM']) {
      expect(writeFailure(failed(code), 'folder')).to.equal(
        'you may not write to the folder “/shared/rules”',
      );
      expect(writeFailure(failed(code), 'file')).to.equal('you may not write to it');
    }
    expect(writeFailure(failed('ENOSPC'), 'folder')).to.equal('its disk is full');
  });

  it('is the code of the system where there are no words', () => {
    expect(writeFailure(failed('EIO'), 'folder')).to.equal('EIO');
    expect(writeFailure('broken', 'file')).to.equal('unknown reason');
  });
});
