import { expect } from 'chai';
import { issuesOver, type Progress } from '../../src/desk/issues-over.js';
import type { StoredIssue } from '../../src/state/issue-store.js';

function issue(id: string, more: Partial<StoredIssue> = {}): StoredIssue {
  return {
    id,
    level: 'error',
    stage: 'plan',
    purpose: 'push',
    document: { number: 'Q1', family: 'Q1' },
    about: 'client',
    code: 'plan.conflict',
    message: '',
    next: '',
    firstSeen: 1,
    lastSeen: 1,
    times: 1,
    ...more,
  };
}

const all = [
  issue('read', { stage: 'read', code: 'document.invalid' }),
  issue('question'),
  issue('unreachable', { code: 'remote.unavailable' }),
  issue('warning', { level: 'warning' }),
  issue('write', { stage: 'apply', code: 'remote.rejected' }),
  issue('money', { stage: 'prove', code: 'proof.mismatch' }),
  issue('file', { stage: 'apply', attachment: 'offer.pdf', code: 'remote.rejected' }),
  issue('attach', { purpose: 'attach', about: 'opportunity' }),
  issue('other', { document: { number: 'Q2', family: 'Q2' } }),
];
const push: Progress = { purpose: 'push', numbers: ['Q1'], attachments: [], planned: true };
const over = (progress: Partial<Progress>): readonly string[] =>
  issuesOver(all, { ...push, ...progress }).map(({ id }) => id);

describe('issues that are over', () => {
  it('are all of the document when it went through, but for files that were not there', () => {
    expect(over({})).to.deep.equal(['read', 'question', 'unreachable', 'warning', 'write', 'money']);
    expect(over({ attachments: ['offer.pdf'] })).to.include('file');
    expect(over({ numbers: ['Q1', 'Q2'] })).to.include('other');
  });

  it('are those that a push left behind when it failed later on', () => {
    expect(over({ failedIn: 'apply' })).to.deep.equal([
      'read',
      'question',
      'unreachable',
      'warning',
      'write',
    ]);
    expect(over({ failedIn: 'prove' })).to.include('money');
  });

  it('are no questions that a push did not come to', () => {
    expect(over({ failedIn: 'plan', planned: false })).to.deep.equal(['read', 'unreachable']);
    expect(over({ failedIn: 'plan' })).to.deep.equal(['read', 'question', 'unreachable', 'warning']);
    expect(over({ failedIn: 'read', planned: false })).to.deep.equal(['read']);
  });

  it('are those about files only, when only files were attached', () => {
    expect(over({ purpose: 'attach' })).to.deep.equal(['attach']);
    expect(over({ purpose: 'attach', attachments: ['offer.pdf'] })).to.deep.equal(['file', 'attach']);
  });

  it('are all of the document when its push was taken back', () => {
    expect(over({ purpose: 'undo' })).to.include.members(['question', 'write', 'money', 'attach']);
  });
});
