import type { PlannedWrite } from '@quotebridge/core/plugin';
import { expect } from 'chai';
import { check, type CheckGroup } from '../suite/check.js';
import type { CheckRun } from '../suite/check-run.js';
import { expectCode } from '../expectation/raised-by.js';
import { given } from '../expectation/given.js';

const everyWrite: readonly PlannedWrite[] = [
  'item',
  'itemUpdate',
  'contact',
  'opportunity',
  'quote',
  'attachment',
  'completion',
  'reopening',
  'opportunityRemoval',
  'quoteRemoval',
  'attachmentRemoval',
];

export const connectionChecks: CheckGroup = {
  name: 'connection',
  checks: [
    check('connection.check', 'tells who we are and finds nothing in the way', async ({ contactManager }) => {
      const { account, server, findings } = await contactManager.check();
      expect(account.name, 'name of the account').not.to.equal('');
      expect(server, 'server').not.to.equal('');
      for (const finding of findings) {
        expect(finding.level, finding.message).to.be.oneOf(['ok', 'warning']);
        expect(finding.topic, 'topic').not.to.equal('');
        expect(finding.message, finding.topic).not.to.equal('');
      }
    }),
    check('connection.check.harmless', 'checking writes nothing', async ({ contactManager, counts }) => {
      const count = given(counts, 'counts');
      await contactManager.check();
      expect(count().write, 'writes').to.equal(0);
    }),
    check(
      'connection.permissions',
      'misses no permission for an account that has them all, if it can tell, and writes nothing to find out',
      async ({ contactManager, counts }) => {
        expect((await contactManager.missingPermissions?.(everyWrite)) ?? []).to.deep.equal([]);
        if (counts !== undefined) expect(counts().write, 'writes').to.equal(0);
      },
    ),
    check('connection.lazy', 'requests nothing before it is asked to', ({ counts }) => {
      expect(given(counts, 'counts')(), 'requests').to.deep.equal({ read: 0, write: 0 });
    }),
    {
      id: 'connection.rejected',
      says: 'says auth.rejected to wrong credentials, from check and from any other call',
      run: async (run: CheckRun): Promise<void> => {
        for (const call of ['check', 'search'] as const) {
          const { contactManager } = await run.open({ credentials: 'wrong' });
          await expectCode('auth.rejected', () =>
            call === 'check' ? contactManager.check() : contactManager.clients.search({ text: 'a' }),
          );
        }
      },
    },
  ],
};
