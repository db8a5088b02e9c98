import { expect } from 'chai';
import type { ContactManager } from '@quotebridge/core/plugin';
import { checkGroups } from './check-groups.js';
import type { AdapterOptions, OptionalPort } from './suite/adapter-options.js';
import type { Check, CheckGroup } from './suite/check.js';
import { CheckRun } from './suite/check-run.js';
import type { TestContext, TestInterface } from './suite/test-interface.js';

/**
 * Registers the conformance suite: call it at the top of a spec file. Nothing is opened before the tests run.
 *
 * @param ui `describe` and `it` of mocha, the global ones unless given.
 */
export function describeAdapter(options: AdapterOptions, ui: TestInterface = mochaGlobals()): void {
  ui.describe(`${options.name} is a contact manager`, () => {
    for (const group of checkGroups) {
      ui.describe(group.name, () => {
        const missing = missingPort(group, options);
        if (missing !== undefined) registerMissing(group, missing, options, ui);
        else for (const check of group.checks) register(check, options, ui);
      });
    }
    ui.describe('skips', () => {
      ui.it('skips.stated: each skip names a check of this suite and a reason', async () => {
        const ids = new Set(
          checkGroups
            .filter((group) => missingPort(group, options) === undefined)
            .flatMap((group) => group.checks.map(({ id }) => id)),
        );
        for (const [id, reason] of Object.entries(options.skip ?? {})) {
          expect(ids.has(id), `“${id}” is a check of this suite`).to.equal(true);
          expect(reason.trim(), `the reason for skipping ${id}`).not.to.equal('');
        }
      });
    });
  });
}

function mochaGlobals(): TestInterface {
  const globals: object = globalThis;
  return globals as TestInterface;
}

/** The first port of the group that the adapter is said to lack, itself or as a method of a port that it lacks. */
function missingPort({ ports = [] }: CheckGroup, { without = [] }: AdapterOptions): OptionalPort | undefined {
  return ports.find((port) => without.some((lacking) => port === lacking || port.startsWith(`${lacking}.`)));
}

function registerMissing(
  group: CheckGroup,
  port: OptionalPort,
  options: AdapterOptions,
  ui: TestInterface,
): void {
  ui.it(`${group.name}.missing: offers no ${port}, so hosts hide them`, async () => {
    await new CheckRun(options).carryOut(async (run) => {
      const { contactManager } = await run.open();
      expect(offered(contactManager, port), `the port ${port}`).to.equal(undefined);
    });
  });
}

function offered(contactManager: ContactManager, port: OptionalPort): unknown {
  const step = (value: unknown, name: string): unknown =>
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  return port.split('.').reduce<unknown>(step, contactManager);
}

function register(check: Check, options: AdapterOptions, ui: TestInterface): void {
  const reason = options.skip?.[check.id];
  const title = `${check.id}: ${check.says}`;
  ui.it(reason === undefined ? title : `${title} (skipped: ${reason})`, async function () {
    const run = new CheckRun(options);
    this.timeout(run.patience + 5000);
    if (reason === undefined) await run.carryOut(check.run);
    else await expectFailure(check, run, this);
  });
}

/** A skipped check runs all the same: once it passes, the skip has to go. */
async function expectFailure(check: Check, run: CheckRun, context: TestContext): Promise<void> {
  const failed = await run.carryOut(check.run).then(
    () => false,
    () => true,
  );
  if (failed) context.skip();
  throw new Error(`${check.id} passes: the skip is not needed.`);
}
