import { setTimeout as pause } from 'node:timers/promises';
import { startSandbox, type Sandbox } from '@quotebridge/halopsa-sandbox';
import { Machine } from '../command/machine.js';
import { SandboxControl } from '../engine/sandbox-control.js';
import { scenarioSettings, type Scenario } from '../faults/scenario.js';
import { comparePictures, type Comparison } from '../picture/compare-pictures.js';
import { moneyOfQuote } from '../picture/money-of-quote.js';
import { tenantPicture, type TenantPicture } from '../picture/tenant-picture.js';

/** How processes meet: as they come, or at a gate that opens when all of them stand before it. */
export type Meeting = 'as they come' | `all at ${string}`;

export interface RaceResult {
  readonly scenario: string;
  readonly processes: number;
  readonly states: 'one state' | 'a state each';
  readonly meeting: Meeting;
  /** How they ended, in the order of their start; `exit 5, written` was run again. */
  readonly outcomes: readonly string[];
  readonly reruns: number;
  readonly duplicates: number;
  readonly equal: boolean;
  readonly proven: boolean;
}

const { opportunity, products } = scenarioSettings;
const mostRuns = 4;

/** A scenario that several processes push in the same instant. */
export class Race implements AsyncDisposable {
  readonly scenario: Scenario;
  readonly #sandbox: Sandbox;
  readonly #control: SandboxControl;
  readonly #first: Machine;
  readonly #undisturbed: TenantPicture;

  private constructor(
    scenario: Scenario,
    parts: { sandbox: Sandbox; control: SandboxControl; first: Machine },
    undisturbed: TenantPicture,
  ) {
    this.scenario = scenario;
    this.#sandbox = parts.sandbox;
    this.#control = parts.control;
    this.#first = parts.first;
    this.#undisturbed = undisturbed;
  }

  /** Does what comes before, keeps that, and lets one process push alone. */
  static async prepare(scenario: Scenario): Promise<Race> {
    const sandbox = await startSandbox({ port: 0, rateLimit: false });
    const control = new SandboxControl(sandbox.url);
    const first = new Machine(sandbox, { opportunity, products });
    for (const before of scenario.before) await first.succeed(before.command);
    first.keepState();
    await control.keep();
    await first.succeed(scenario.step.command);
    const undisturbed = tenantPicture(await control.data());
    return new Race(scenario, { sandbox, control, first }, undisturbed);
  }

  /** Lets so many processes push, runs those again that did not get through, and looks at what has become of the tenant. */
  async run(
    processes: number,
    states: RaceResult['states'],
    meeting: Meeting,
  ): Promise<RaceResult & Comparison> {
    await this.#control.reset();
    this.#first.restoreState();
    const others = Array.from({ length: processes - 1 }, () =>
      states === 'one state' ? this.#first : this.#first.copy(),
    );
    try {
      let ended = 0;
      const gate =
        meeting === 'as they come'
          ? undefined
          : this.#gate(meeting.slice('all at '.length), processes, () => ended);
      const pushes = [this.#first, ...others].map((machine) =>
        this.#push(machine).finally(() => {
          ended += 1;
        }),
      );
      const outcomes = await Promise.all(pushes);
      await gate;
      const data = await this.#control.data();
      const money =
        JSON.stringify(moneyOfQuote(data, this.scenario.marker)) === JSON.stringify(this.scenario.money);
      return {
        scenario: this.scenario.name,
        processes,
        states,
        meeting,
        outcomes: outcomes.map((runs) => runs.join(', ')),
        reruns: outcomes.reduce((sum, runs) => sum + runs.length - 1, 0),
        proven: money,
        ...comparePictures(tenantPicture(data), this.#undisturbed),
      };
    } finally {
      for (const machine of new Set(others)) if (machine !== this.#first) machine[Symbol.dispose]();
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#first[Symbol.dispose]();
    await this.#sandbox.close();
  }

  async #push(machine: Machine): Promise<readonly string[]> {
    const outcomes: string[] = [];
    const said: string[] = [];
    while (outcomes.length < mostRuns) {
      const { code, stdout, stderr } = await machine.run(this.scenario.step.command);
      if (code === 0) {
        if (stdout.includes('"verdict":"different"')) throw new Error(`The proof failed: ${stdout}`);
        return [...outcomes, /"status":"(\w+)"/.exec(stdout)?.[1] ?? 'done'];
      }
      outcomes.push(`exit ${code} ${/"code":"([\w.]+)"/.exec(stdout)?.[1] ?? 'without a code'}`);
      said.push(`${stdout}${stderr}`.slice(0, 2000));
    }
    throw new Error(`It did not go through in ${mostRuns} runs:\n${said.join('\n')}`);
  }

  /** Holds the first such request of each process, and lets all go at once when all have come that will. */
  async #gate(path: string, processes: number, ended: () => number): Promise<void> {
    await this.#control.fail({
      match: { method: 'POST', path },
      times: processes,
      fault: { type: 'hold', name: 'gate' },
    });
    let waiting = 0;
    while (waiting + ended() < processes) {
      await pause(20);
      waiting = (await this.#control.held()).length;
    }
    await this.#control.forgetFaults();
    await this.#control.release('gate');
    if (waiting < 2) throw new Error(`Only ${waiting} of ${processes} processes came to ${path}.`);
  }
}
