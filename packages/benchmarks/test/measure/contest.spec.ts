import { expect } from 'chai';
import type { Contestant } from '../../src/measure/contestant.js';
import { runContest, type Contest } from '../../src/measure/contest.js';

const options = { rounds: 3, milliseconds: 5 };

describe('A contest', () => {
  it('is not timed when somebody gives another result', async () => {
    const wrong = contestOf({ 'says upper': (text) => text.toUpperCase(), 'says as it is': (text) => text });
    const failed = await runContest(wrong, 'a', options).then(
      () => 'timed',
      (error: unknown) => String(error),
    );
    expect(failed).to.contain('says as it is gives “one”, not “ONE”');
  });

  it('finds the one that does more work slower, and leaves out who cannot take part', async () => {
    const contest = contestOf({
      once: (text) => text.toUpperCase(),
      often: (text) => {
        let result = '';
        for (let time = 0; time < 50; time++) result = (text + String(time)).toUpperCase();
        return result === '' ? '' : text.toUpperCase();
      },
    });
    const unable: Contestant<string> = {
      name: 'unable',
      kind: 'peer',
      cannot: () => 'knows no letters',
      load: () => Promise.reject(new Error('must not be loaded')),
    };
    const { figures, absent } = await runContest(
      { ...contest, contestants: [...contest.contestants, unable] },
      'a',
      options,
    );
    expect([...absent]).to.deep.equal([['unable', 'knows no letters']]);
    expect(figures.get('once')).to.have.length(options.rounds);
    expect(Math.min(...(figures.get('often') ?? []))).to.be.above(Math.min(...(figures.get('once') ?? [])));
  });

  it('waits for results that come later', async () => {
    const later: Contestant<string> = {
      name: 'later',
      kind: 'peer',
      load: () => Promise.resolve(() => (text: string) => Promise.resolve(text.toUpperCase())),
    };
    const { figures } = await runContest({ ...contestOf({}), contestants: [later] }, 'a', options);
    expect(figures.get('later')).to.have.length(options.rounds);
  });
});

function contestOf(ways: Readonly<Record<string, (text: string) => string>>): Contest<string> {
  const inputs = ['one', 'two', 'three'];
  return {
    workloads: ['a'],
    contestants: Object.entries(ways).map(([name, run]) => ({
      name,
      kind: 'baseline',
      load: () => Promise.resolve(() => run),
    })),
    inputsOf: () => inputs,
    expected: () => inputs.map((text) => text.toUpperCase()),
  };
}
