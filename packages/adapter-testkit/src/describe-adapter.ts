import { expect } from 'chai';
import { checkGroups } from './check-groups.js';
import type { AdapterOptions } from './suite/adapter-options.js';
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
        if (group.port !== undefined && options.without?.includes(group.port) === true) {
          registerMissing(group, group.port, options, ui);
        } else for (const check of group.checks) register(check, options, ui);
      });
    }
    ui.describe('skips', () => {
      ui.it('skips.stated: each skip names a check of this suite and a reason', async () => {
        const ids = new Set(
          checkGroups.filter(isUsed(options)).flatMap((group) => group.checks.map(({ id }) => id)),
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

function isUsed({ without = [] }: AdapterOptions): (group: CheckGroup) => boolean {
  return ({ port }) => port === undefined || !without.includes(port);
}

function registerMissing(
  group: CheckGroup,
  port: NonNullable<CheckGroup['port']>,
  options: AdapterOptions,
  ui: TestInterface,
): void {
  ui.it(`${group.name}.missing: offers no ${port}, so hosts hide them`, async () => {
    await new CheckRun(options).carryOut(async (run) => {
      const { contactManager } = await run.open();
      expect(contactManager[port], `the port ${port}`).to.equal(undefined);
    });
  });
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
