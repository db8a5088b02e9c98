import { setTimeout as pause } from 'node:timers/promises';
import { startSandbox, type Sandbox } from '@quotebridge/halopsa-sandbox';
import { Machine } from '../command/machine.js';
import { SandboxControl } from '../engine/sandbox-control.js';
import { comparePictures, type Comparison } from '../picture/compare-pictures.js';
import { moneyOfQuote } from '../picture/money-of-quote.js';
import { tenantPicture, type TenantPicture } from '../picture/tenant-picture.js';
import type { CaseResult } from './case-result.js';
import { scenarioSettings, type Scenario } from './scenario.js';

const { opportunity, products } = scenarioSettings;

/** A scenario that the command does, killed again and again: a process of its own on a machine of its own. */
export class KilledScenario implements AsyncDisposable {
  readonly scenario: Scenario;
  /** The requests of the undisturbed push, in order: `POST /api/Quotation`. */
  readonly requests: readonly string[];
  readonly #sandbox: Sandbox;
  readonly #control: SandboxControl;
  readonly #machine: Machine;
  readonly #undisturbed: TenantPicture;

  private constructor(
    scenario: Scenario,
    parts: { sandbox: Sandbox; control: SandboxControl; machine: Machine },
    undisturbed: TenantPicture,
    requests: readonly string[],
  ) {
    this.scenario = scenario;
    this.#sandbox = parts.sandbox;
    this.#control = parts.control;
    this.#machine = parts.machine;
    this.#undisturbed = undisturbed;
    this.requests = requests;
  }

  /** Does what comes before, keeps that, and pushes once undisturbed. */
  static async prepare(scenario: Scenario): Promise<KilledScenario> {
    const sandbox = await startSandbox({ port: 0, rateLimit: false });
    const control = new SandboxControl(sandbox.url);
    const machine = new Machine(sandbox, { opportunity, products });
    for (const before of scenario.before) await machine.succeed(before.command);
    machine.keepState();
    await control.keep();
    await control.forgetRequests();
    await machine.succeed(scenario.step.command);
    const undisturbed = tenantPicture(await control.data());
    const requests = (await control.requests()).map(({ method, path }) => `${method} ${path}`);
    return new KilledScenario(scenario, { sandbox, control, machine }, undisturbed, requests);
  }

  /** Kills the command while the request, or the answer to it, is on its way; runs it again and looks at the tenant. */
  async kill(position: number, when: 'before' | 'after'): Promise<CaseResult & Comparison> {
    await this.#control.reset();
    this.#machine.restoreState();
    const type = when === 'before' ? 'hold' : 'holdAfter';
    await this.#control.fail({ match: { nth: position }, fault: { type } });
    const { child, ended } = this.#machine.start(this.scenario.step.command);
    while (child.exitCode === null && (await this.#control.held()).length === 0) await pause(5);
    if (child.exitCode !== null) throw new Error(`It came to an end before request ${position}.`);
    child.kill('SIGKILL');
    await ended;
    while ((await this.#control.held()).length > 0) await pause(5);
    const outcomes = ['killed'];
    const { code, stdout, stderr } = await this.#machine.run(this.scenario.step.command);
    outcomes.push(code === 0 ? outcomeOf(stdout) : `exit ${code}: ${stdout}${stderr}`);
    const data = await this.#control.data();
    return {
      scenario: this.scenario.name,
      fault: when === 'before' ? 'kill -9, request not carried out' : 'kill -9, request carried out',
      position,
      request: this.requests[position - 1] ?? '',
      reruns: outcomes.length - 1,
      outcomes,
      proven:
        code === 0 &&
        !stdout.includes('"verdict":"different"') &&
        JSON.stringify(moneyOfQuote(data, this.scenario.marker)) === JSON.stringify(this.scenario.money),
      ...comparePictures(tenantPicture(data), this.#undisturbed),
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#machine[Symbol.dispose]();
    await this.#sandbox.close();
  }
}

function outcomeOf(stdout: string): string {
  const found = /"status":"(written|unchanged)"/.exec(stdout);
  return found?.[1] ?? 'done';
}
