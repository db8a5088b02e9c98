import { expect } from 'chai';
import type { CheckFinding } from '@quotebridge/core/plugin';
import { FakeHttp, type FakeAnswer } from '../support/fake-http.js';
import { managerOn } from '../support/manager-on.js';

/** Shows nothing but ticket types and product groups, unless it is told what. */
function silentServer(answers: Readonly<Record<string, FakeAnswer>>): FakeHttp {
  const rows: Readonly<Record<string, FakeAnswer>> = {
    TicketType: { json: [{ id: 1, name: 'Opportunity', hasmandatorytechfields: false }] },
    AssetGroup: { json: [{ id: 2, name: 'Hardware' }] },
  };
  return new FakeHttp(({ url }) => {
    if (!url.includes('/api/') || url.endsWith('/AuthInfo')) return undefined;
    const path = url.split('/api/')[1] ?? '';
    return answers[path] ?? rows[path] ?? { json: { record_count: 0 } };
  });
}

describe('check, on a server that says little', () => {
  async function findings(
    answers: Readonly<Record<string, FakeAnswer>>,
    topic: string,
  ): Promise<readonly CheckFinding[]> {
    const report = await managerOn(silentServer(answers)).check();
    return report.findings.filter((finding) => finding.topic === topic);
  }

  it('does not call settings harmless that it has not seen', async () => {
    for (const control of [{ status: 404 }, { json: {} }, { json: { id: 1, companyname: 'Northwind' } }]) {
      const [finding, ...others] = await findings({ Control: control }, 'tenant settings');
      expect(others).to.deep.equal([]);
      expect(finding).to.include({ level: 'warning' });
      expect(finding?.message).to.contain('does not show');
    }
    const [finding] = await findings({ Control: { json: { quotepricedp: 4 } } }, 'tenant settings');
    expect(finding).to.include({ level: 'ok' });
  });

  it('says when it cannot tell who it is signed in as', async () => {
    for (const me of [{ status: 404 }, { json: { id: 0 } }]) {
      const [finding] = await findings({ 'Agent/me': me }, 'agent');
      expect(finding).to.include({ level: 'warning' });
    }
    const me = { json: { id: 5, name: 'API Quotebridge', isapiagent: true } };
    expect(await findings({ 'Agent/me': me }, 'agent')).to.deep.equal([]);
  });
});
