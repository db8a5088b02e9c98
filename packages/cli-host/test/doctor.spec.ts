import { expectForm } from './harness/schema-check.js';
import { example, Workplace } from './harness/workplace.js';
import { expect } from 'chai';

describe('doctor', () => {
  let place: Workplace;
  before(async () => {
    place = await Workplace.open();
  });
  after(async () => place[Symbol.asyncDispose]());

  it('looks at the connection, and is called check, too', async () => {
    const report = (await place.succeed(['doctor', '--json'])).json();
    expectForm('doctor', report);
    const { findings } = report as { findings: readonly { topic: string }[] };
    const topics = findings.map(({ topic }) => topic);
    expect(topics).to.include.members(['scopes', 'clock', 'limits', 'ticket types', 'settings']);
    const { stdout } = await place.succeed(['check']);
    expect(stdout).to.contain('signed in to').and.to.contain('clocks of this machine and of the PSA agree');
  });

  it('tries the documents of a file, writes nothing, and exits with 5 when something is in the way', async () => {
    await place.control('DELETE', 'requests');
    const ended = await place.run(['doctor', '--documents', example('quotes.csv'), '--json']);
    expect(ended.code).to.equal(5);
    expectForm('doctor', ended.json());
    expect(await place.writes()).to.deep.equal([]);
    const { documents } = ended.json() as { documents: readonly { number: string; verdict: string }[] };
    expect(documents.find(({ number }) => number === 'AAAQ1004')?.verdict).to.equal('blocked');
    expect(documents.map(({ number }) => number)).to.not.include('AAAQ1001');
    const text = await place.run(['doctor', '--documents', example('quotes.csv')]);
    expect(text.stdout).to.match(/documents +6 documents: 3 ready, 2 skipped, 1 blocked/);
    expect(text.stdout).to.contain('Next: quotebridge mappings users set erossi AGENT');
    expect(text.stdout).to.match(/AAAQ1004 +blocked/);
  });

  it('tries only the documents that are named', async () => {
    const one = await place.succeed([
      'doctor',
      '--documents',
      example('quotes.csv'),
      '--doc',
      'AAAQ1002',
      '--json',
    ]);
    const { documents } = one.json() as { documents: readonly { number: string }[] };
    expect(documents.map(({ number }) => number)).to.deep.equal(['AAAQ1002']);
    expect((await place.run(['doctor', '--doc', 'AAAQ1002'])).code).to.equal(2);
  });

  it('says that there is no such file before anything is requested', async () => {
    await place.control('DELETE', 'requests');
    expect((await place.run(['doctor', '--documents', 'none.csv'])).code).to.equal(2);
    expect(await place.requests()).to.deep.equal([]);
  });
});
