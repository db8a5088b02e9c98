import { expectForm } from './harness/schema-check.js';
import { example, withOneLineChanged, Workplace } from './harness/workplace.js';
import type { PushResult } from '@quotebridge/core';
import { expect } from 'chai';

describe('the proof of the money, at the command', () => {
  let place: Workplace;
  before(async () => {
    place = await Workplace.open();
  });
  after(async () => place[Symbol.asyncDispose]());

  const push = ['push', example('quotes.csv'), '--doc', 'AAAQ1003', '--yes'] as const;

  /** One line costs more than the product in the catalogue. */
  const dearer = (): readonly string[] => {
    const file = place.write('changed.csv', withOneLineChanged());
    return ['push', file, '--doc', 'AAAQ1001', '--yes'];
  };

  it('ends with code 6 and both sums when the PSA prices lines by its own catalogue', async () => {
    await place.control('POST', 'switches', { repriceFromCatalogue: true });
    const json = await place.run([...dearer(), '--json']);
    await place.control('POST', 'switches', { repriceFromCatalogue: false });
    const result = json.json() as PushResult;
    expect(json.code).to.equal(6);
    expectForm('push-result', result);
    expect(result.proof?.verdict).to.equal('different');
    expect(result.proof?.lines).to.have.length(1);
    expect(result.proof?.lines[0]).to.include({
      field: 'price',
      document: '23',
      stored: '22',
      cause: 'repricing',
    });
    expect(result.issues.find(({ code }) => code === 'proof.mismatch')?.message).to.contain('difference');
  });

  it('is put right by the next push', async () => {
    const result = (await place.succeed([...dearer(), '--json'])).json() as PushResult;
    expectForm('push-result', result);
    expect([result.status, result.proof?.verdict]).to.deep.equal(['written', 'equal']);
  });

  it('shows figures and reasons to people, and lets pass what the settings let pass', async () => {
    await place.control('POST', 'reset');
    await place.control('POST', 'switches', { taxRounding: 'total' });
    place.writeConfiguration({}, { quote: { tolerance: '0.05' } });
    const text = await place.succeed([...push]);
    const json = (await place.succeed([...push, '--json'])).json() as PushResult;
    expect(text.stdout)
      .to.match(/proof +within the tolerance of 0\.05/)
      .and.match(/tax +430\.95 +430\.93 +-0\.02/)
      .and.contain(
        "The PSA's tax is rounded on the total of each tax (halves up), the document's is rounded line by line",
      );
    expect(json.status).to.equal('unchanged');
    place.writeConfiguration({}, { quote: { tolerance: '0.01' } });
    expect((await place.run([...push])).code).to.equal(6);
  });

  it('is told about a tolerance that is no amount', async () => {
    place.writeConfiguration({}, { quote: { tolerance: 'a cent' } });
    const ended = await place.run([...push]);
    expect(ended.code).to.equal(2);
    expect(ended.stderr).to.contain('quote/tolerance').and.contain('0.02');
  });
});
