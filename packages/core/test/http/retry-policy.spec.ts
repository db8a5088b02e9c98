import { expect } from 'chai';
import fc from 'fast-check';
import { nextDelay, parseRetryAfter, type FailedTry } from '../../src/http/retry-policy.js';

const middle = (): number => 0.5;

const reasons = ['throttled', 'gateway', 'server', 'network'] as const;

const failedTry = fc.record(
  {
    effect: fc.constantFrom('read', 'write'),
    tries: fc.integer({ min: 1, max: 10 }),
    reason: fc.constantFrom(...reasons),
    arrived: fc.constantFrom('no', 'unknown'),
    retryAfterMilliseconds: fc.integer({ min: 0, max: 600_000 }),
  },
  { requiredKeys: ['effect', 'tries', 'reason', 'arrived'] },
);

describe('nextDelay', () => {
  const table: readonly (readonly [
    FailedTry['effect'],
    FailedTry['reason'],
    FailedTry['arrived'],
    boolean,
  ])[] = [
    ['read', 'throttled', 'no', true],
    ['read', 'gateway', 'unknown', true],
    ['read', 'server', 'unknown', true],
    ['read', 'network', 'unknown', true],
    ['read', 'network', 'no', true],
    ['write', 'throttled', 'no', true],
    ['write', 'gateway', 'unknown', false],
    ['write', 'server', 'unknown', false],
    ['write', 'network', 'unknown', false],
    ['write', 'network', 'no', true],
  ];
  for (const [effect, reason, arrived, repeated] of table) {
    it(`${repeated ? 'repeats' : 'does not repeat'} a ${effect} after ${reason}, arrived: ${arrived}`, () => {
      expect(nextDelay({ effect, reason, arrived, tries: 1 }, middle) !== undefined).to.equal(repeated);
    });
  }

  it('never repeats a write that may have been carried out', () => {
    fc.assert(
      fc.property(failedTry, (failed) => {
        const unproven =
          failed.effect === 'write' && failed.arrived === 'unknown' && failed.reason !== 'throttled';
        if (unproven) expect(nextDelay(failed, middle)).to.equal(undefined);
      }),
    );
  });

  it('gives up after a few tries of each kind', () => {
    const tries = reasons.map((reason) => {
      let count = 1;
      while (nextDelay({ effect: 'read', reason, arrived: 'no', tries: count }, middle) !== undefined)
        count += 1;
      return [reason, count];
    });
    expect(Object.fromEntries(tries)).to.deep.equal({ throttled: 8, gateway: 4, server: 2, network: 4 });
  });

  it('waits as long as the server asks for, but no longer than five minutes', () => {
    const throttled = { effect: 'read', reason: 'throttled', arrived: 'no', tries: 1 } as const;
    expect(nextDelay({ ...throttled, retryAfterMilliseconds: 0 })).to.equal(0);
    expect(nextDelay({ ...throttled, retryAfterMilliseconds: 300_000 })).to.equal(300_000);
    expect(nextDelay({ ...throttled, retryAfterMilliseconds: 300_001 })).to.equal(undefined);
  });

  it('waits longer with each try, spread by a quarter to both sides, and never longer than 75 seconds', () => {
    const delays = [1, 2, 3, 4, 5, 6, 7].map((tries) =>
      nextDelay({ effect: 'read', reason: 'throttled', arrived: 'no', tries }, middle),
    );
    expect(delays).to.deep.equal([5_000, 10_000, 20_000, 40_000, 60_000, 60_000, 60_000]);
    const gateway = { effect: 'read', reason: 'gateway', arrived: 'unknown', tries: 1 } as const;
    expect(nextDelay(gateway, () => 0)).to.equal(188);
    expect(nextDelay(gateway, () => 0.999)).to.equal(312);
  });
});

describe('parseRetryAfter', () => {
  const now = Date.parse('2026-03-31T12:00:00Z');

  it('reads seconds', () => {
    expect(parseRetryAfter('30', now)).to.equal(30_000);
    expect(parseRetryAfter(' 0 ', now)).to.equal(0);
    expect(parseRetryAfter('1.2', now)).to.equal(1_200);
  });

  it('reads a date, and takes one that has passed as now', () => {
    expect(parseRetryAfter('Tue, 31 Mar 2026 12:00:42 GMT', now)).to.equal(42_000);
    expect(parseRetryAfter('Tue, 31 Mar 2026 11:59:00 GMT', now)).to.equal(0);
  });

  it('ignores what it cannot read', () => {
    for (const value of [undefined, '', 'soon', 'five minutes'])
      expect(parseRetryAfter(value, now), value).to.equal(undefined);
  });
});
