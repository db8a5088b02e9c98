import { setTimeout as pause } from 'node:timers/promises';
import { startSandbox, type Sandbox } from '@quotebridge/halopsa-sandbox';
import { expect } from 'chai';
import { Machine } from '../../src/command/machine.js';
import type { Running } from '../../src/command/run-command.js';
import { SandboxControl } from '../../src/engine/sandbox-control.js';
import { scenarios, scenarioSettings } from '../../src/faults/scenario.js';
import { comparePictures } from '../../src/picture/compare-pictures.js';
import { tenantPicture, type TenantPicture } from '../../src/picture/tenant-picture.js';

const { opportunity, products } = scenarioSettings;
const [first] = await scenarios();
const command = first?.step.command ?? [];

describe('A push that a person stops', () => {
  let sandbox: Sandbox;
  let control: SandboxControl;
  let machine: Machine;
  let undisturbed: TenantPicture;

  before(async () => {
    sandbox = await startSandbox({ port: 0, rateLimit: false });
    control = new SandboxControl(sandbox.url);
    machine = new Machine(sandbox, { opportunity, products });
    await machine.succeed(command);
    undisturbed = tenantPicture(await control.data());
  });
  after(async () => {
    machine[Symbol.dispose]();
    await sandbox.close();
  });

  /** Starts the push and waits until the request that creates the opportunity is held. */
  async function startHeld(): Promise<Running> {
    await control.reset();
    machine.restoreState();
    await control.fail({ match: { method: 'POST', path: '/Opportunities' }, fault: { type: 'hold' } });
    const running = machine.start(command);
    while (running.child.exitCode === null && (await control.held()).length === 0) await pause(5);
    return running;
  }

  it('by Ctrl-C finishes the running request, says what is left, and goes on later', async () => {
    const { child, ended } = await startHeld();
    child.kill('SIGINT');
    await pause(300);
    await control.release();
    const stopped = await ended;
    expect(stopped.code, stopped.stdout + stopped.stderr).to.equal(130);
    expect(JSON.parse(stopped.stdout)).to.have.nested.property('error.code', 'cancelled');
    expect(stopped.stdout).to.contain('Still to be written');
    expect(stopped.stderr).to.contain('the running request is finished first');
    const written = (await control.requests()).filter(({ write, stored }) => write && stored);
    expect(written.map(({ path }) => path)).to.include('/api/Opportunities');
    await machine.succeed(command);
    expect(comparePictures(tenantPicture(await control.data()), undisturbed).differences).to.deep.equal([]);
  });

  it('by a second Ctrl-C ends at once, and goes on later', async () => {
    const { child, ended } = await startHeld();
    const start = Date.now();
    child.kill('SIGINT');
    await pause(150);
    child.kill('SIGINT');
    expect((await ended).code).to.equal(130);
    expect(Date.now() - start).to.be.below(3000);
    await machine.succeed(command);
    expect(comparePictures(tenantPicture(await control.data()), undisturbed).differences).to.deep.equal([]);
  });
});
