import { expectForm } from './harness/schema-check.js';
import { example, Workplace } from './harness/workplace.js';
import { errorOf } from './harness/run-command.js';
import { expect } from 'chai';
import { copyFileSync, readFileSync, rmSync } from 'node:fs';

interface Issue {
  readonly id: string;
  readonly document: { readonly number: string };
  readonly about: string;
  readonly line?: string;
  readonly code: string;
  readonly next: string;
  readonly times: number;
  readonly source: { readonly file: string; readonly attach?: readonly string[] };
}

describe('issues', () => {
  let place: Workplace;
  before(async () => {
    place = await Workplace.open();
  });
  after(async () => place[Symbol.asyncDispose]());
  beforeEach(async () => {
    await place.reset();
    place.writeConfiguration({});
    copyFileSync(example('quotes.csv'), place.path('quotes.csv'));
  });

  async function issues(...options: readonly string[]): Promise<readonly Issue[]> {
    const printed = (await place.succeed(['issues', 'list', '--json', ...options])).json();
    expectForm('issues', printed);
    return (printed as { issues: readonly Issue[] }).issues;
  }
  const push = (...options: readonly string[]): ReturnType<Workplace['run']> =>
    place.run(['push', 'quotes.csv', '--doc', 'AAAQ1004', '--yes', '--quiet', ...options]);

  it('list: nothing when nothing is open', async () => {
    const { stdout, stderr } = await place.succeed(['issues', 'list']);
    expect(stdout).to.equal('');
    expect(stderr).to.contain('0 issues');
    expect(await issues()).to.deep.equal([]);
  });

  it('show: the line, the cause, the next step and the file of a question that was not answered', async () => {
    expect((await push()).code).to.equal(5);
    const [issue, ...others] = await issues();
    expect(others).to.deep.equal([]);
    expect(issue).to.deep.include({ about: 'products.emptyPartNumbers', code: 'plan.conflict', times: 1 });
    expect(issue?.line).to.match(/^\d+ \(Thermal labels/);
    expect(issue?.source.file).to.equal(place.path('quotes.csv'));
    const { stdout } = await place.succeed(['issues', 'show', issue?.id.slice(0, 5) ?? '']);
    expect(stdout)
      .to.contain('AAAQ1004')
      .and.to.contain('Thermal labels')
      .and.to.contain('Next: Fill the field');
    const list = await place.succeed(['issues', 'list', '--doc', 'AAAQ1004']);
    expect(list.stdout).to.contain(issue?.id);
    expect(await issues('--doc', 'AAAQ1001')).to.deep.equal([]);
  });

  it('retry: pushes again from the file it came from, and is clear once it goes through', async () => {
    await push();
    const [issue] = await issues();
    const again = await place.run(['issues', 'retry', issue?.id ?? '', '--yes', '--quiet']);
    expect(again.code).to.equal(5);
    expect(await issues()).to.have.nested.property('[0].times', 2);
    place.writeConfiguration({}, { products: { emptyPartNumbers: { product: 'MISC' } } });
    const retried = await place.run(['issues', 'retry', '--all', '--yes', '--quiet', '--json']);
    expect(retried.code, retried.stderr).to.equal(0);
    expectForm('push-result', retried.json());
    expect(await issues()).to.deep.equal([]);
    expect((await place.run(['issues', 'retry', '--all', '--yes'])).stderr).to.contain('nothing to retry');
  });

  it('retry: attaches again what was attached, by paths that hold from every folder', async () => {
    copyFileSync(example('quote.pdf'), place.path('offer.pdf'));
    await push('--attach', 'offer.pdf');
    const [issue] = await issues();
    expect(issue?.source.attach).to.deep.equal([place.path('offer.pdf')]);
    place.writeConfiguration({}, { products: { emptyPartNumbers: { product: 'MISC' } } });
    await place.succeed(['issues', 'retry', '--all', '--yes', '--quiet']);
    expect((await place.data()).attachments).to.have.length.above(0);
  });

  it('retry: a file that is gone is said, and stays an issue', async () => {
    await push();
    rmSync(place.path('quotes.csv'));
    const gone = await place.run(['issues', 'retry', '--all', '--yes', '--quiet', '--json']);
    expect(gone.code).to.equal(2);
    expect((gone.json() as { error: { message: string } }).error.message).to.contain('quotes.csv');
    expect(await issues()).to.have.length.above(0);
  });

  it('retry: wants either ids or --all, and nobody is asked without --yes', async () => {
    expect((await place.run(['issues', 'retry'])).code).to.equal(2);
    expect((await place.run(['issues', 'retry', 'abc', '--all'])).code).to.equal(2);
    expect(errorOf(await place.run(['issues', 'retry', 'abc', '--json'])).message).to.contain('abc');
  });

  it('dismiss: is put aside, listed when asked, and back when the error happens again', async () => {
    await push();
    const [issue] = await issues();
    const dismissed = await place.succeed(['issues', 'dismiss', issue?.id ?? '', '--json']);
    expect((dismissed.json() as { dismissed: Issue[] }).dismissed.map(({ id }) => id)).to.deep.equal([
      issue?.id,
    ]);
    expect(await issues()).to.deep.equal([]);
    expect(await issues('--dismissed')).to.have.length(1);
    const shown = await place.succeed(['issues', 'list', '--dismissed']);
    expect(shown.stdout).to.match(/^\S+ +– +AAAQ1004 /m);
    expect(shown.stderr.trim()).to.equal('0 issues, 1 put aside');
    await push();
    expect(await issues()).to.have.length(1);
  });

  it('holds a document that cannot be read, of a push of them all', async () => {
    const text = readFileSync(example('quotes.csv'), 'utf8');
    place.write('quotes.csv', text.replace(',38.00,85.00,85.00,2040.00,', ',38.00,85.00,many,2040.00,'));
    const pushed = await place.run(['push', 'quotes.csv', '--all', '--yes', '--quiet']);
    expect(pushed.code).to.be.greaterThan(0);
    const found = await issues();
    const unreadable = found.find(({ code }) => code === 'document.invalid');
    expect(unreadable).to.deep.include({ about: 'document', times: 1 });
    expect(unreadable).to.have.nested.property('faults[0].value', 'many');
    expect(new Set(found.map(({ id }) => id)).size).to.equal(found.length);
  });

  it('has no issue for a plan that a person did not want, or that nobody could be asked about', async () => {
    const unasked = await place.run(['push', 'quotes.csv', '--doc', 'AAAQ1002', '--quiet']);
    expect(unasked.code).to.equal(2);
    expect(await issues()).to.deep.equal([]);
  });

  it('has an issue for a push that was killed in the middle, until it is pushed again', async () => {
    const slow = { match: { method: 'POST', path: '/api/Quotation' }, fault: { type: 'delay', ms: 20_000 } };
    await place.control('POST', 'faults', slow);
    const { child, ended } = place.start(['push', 'quotes.csv', '--doc', 'AAAQ1002', '--yes', '--quiet']);
    while (
      !(await place.requests()).some(({ method, path }) => method === 'POST' && path.includes('Quotation'))
    )
      await new Promise((resolve) => setTimeout(resolve, 50));
    child.kill('SIGKILL');
    await ended;
    await place.control('DELETE', 'faults');
    const [issue, ...others] = await issues();
    expect(others).to.deep.equal([]);
    expect(issue).to.deep.include({ code: 'cancelled', times: 1 });
    await place.succeed(['issues', 'retry', '--all', '--yes', '--quiet']);
    expect(await issues()).to.deep.equal([]);
    const { entries } = (await place.succeed(['history', '--json'])).json() as {
      entries: readonly { outcome: string }[];
    };
    expect(entries.map(({ outcome }) => outcome)).to.deep.equal(['written', 'interrupted']);
  });
});
