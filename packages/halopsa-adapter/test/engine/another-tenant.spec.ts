import { expect } from 'chai';
import { errorOf } from './error-of.js';
import { Tenant } from './tenant.js';
import { exampleDocument } from './example-document.js';

describe('a connection that is pointed at another tenant', () => {
  it('takes no record of the former one for its own', async () => {
    await using trial = await Tenant.start();
    await using real = await Tenant.start();
    const [ours, theirs] = [await exampleDocument('AAAQ1001'), await exampleDocument('AAAQ1005-01')];
    const state = trial.newState();
    const first = await trial.push(state, ours);
    // A record of another client has the same id there.
    const other = await real.push(real.newState(), theirs);
    expect(other.opportunity?.id).to.equal(first.opportunity?.id);

    const pushed = await real.push(state, ours);

    expect(pushed).to.include({ status: 'written' });
    expect(pushed.opportunity?.action).to.equal('created');
    expect(pushed.opportunity?.id).to.not.equal(other.opportunity?.id);
    expect(pushed.issues.map(({ message }) => message).join()).to.not.contain('no longer in the PSA');
    const again = await trial.push(state, ours);
    expect([again.status, again.opportunity?.id]).to.deep.equal(['unchanged', first.opportunity?.id]);
  });

  it('does not carry out a plan that was made for the former one', async () => {
    await using trial = await Tenant.start();
    await using real = await Tenant.start();
    const document = await exampleDocument('AAAQ1001');
    const state = trial.newState();
    const plan = await trial.connect(state, (connection) => connection.plan(document));
    const error = await errorOf(real.connect(state, (connection) => connection.apply(plan)));
    expect(error.code).to.equal('usage');
    expect(error.message).to.contain(new URL(trial.sandbox.url).host);
    expect((await real.requests()).filter(({ write }) => write)).to.deep.equal([]);
  });
});
