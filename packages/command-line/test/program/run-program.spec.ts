import { finishedProgram } from '../../src/program/finished-program.js';
import { runProgram } from '../../src/program/run-program.js';
import { expect } from 'chai';
import { Command } from 'commander';

describe('running a program', () => {
  let failures: { error: unknown; json: boolean; verbose: boolean; color: boolean }[];
  let listeners: readonly (readonly [NodeJS.WriteStream, readonly unknown[]])[];
  let exitCode: typeof process.exitCode;
  beforeEach(() => {
    failures = [];
    exitCode = process.exitCode;
    listeners = [process.stdout, process.stderr].map((stream) => [stream, stream.listeners('error')]);
  });
  afterEach(() => {
    process.exitCode = exitCode;
    for (const [stream, before] of listeners)
      for (const listener of stream.listeners('error'))
        if (!before.includes(listener)) stream.off('error', listener as () => void);
  });

  const run = (argv: readonly string[], work: () => void = () => undefined): Promise<number> =>
    runProgram(argv, {
      create: (options) => {
        const program = new Command('sample').option('--json').option('--verbose').option('--no-color');
        program.command('work').argument('[words...]').action(work);
        return finishedProgram(program, options);
      },
      fail: async (error, options) => {
        failures.push({ error, ...options });
        return 4;
      },
    });

  it('answers what its command has set as its exit code, else 0, whatever ran before', async () => {
    expect(await run(['work'], () => (process.exitCode = 3))).to.equal(3);
    expect(await run(['work'])).to.equal(0);
    expect(failures).to.deep.equal([]);
  });

  it('hands every failure over in the form that was asked for, and throws nothing', async () => {
    const broken = new Error('broken');
    const fail = (): never => {
      throw broken;
    };
    expect(await run(['work', '--json', '--no-color'], fail)).to.equal(4);
    expect(await run(['work', '--verbose', '--', '--json'], fail)).to.equal(4);
    expect(await run(['wrok', '--json'])).to.equal(4);
    expect(failures.slice(0, 2)).to.deep.equal([
      { error: broken, json: true, verbose: false, color: false },
      { error: broken, json: false, verbose: true, color: true },
    ]);
    expect(failures[2]).to.deep.include({ json: true });
    expect(String(failures[2]?.error)).to.contain('wrok');
  });
});
