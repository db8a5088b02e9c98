import { comparePictures, type Comparison } from '../picture/compare-pictures.js';
import { Tenant } from '../engine/tenant.js';
import { moneyOfQuote } from '../picture/money-of-quote.js';
import { tenantPicture, type TenantPicture } from '../picture/tenant-picture.js';
import type { CaseResult } from './case-result.js';
import { pushUntilDone } from './push-until-done.js';
import { scenarioItems, scenarioSettings, type Scenario, type Step } from './scenario.js';

/** What becomes of the state between two pushes. */
export type StateLoss = 'state lost' | 'backup from before the last push restored';

/** Pushes the documents of a scenario, and the last one twice, with the state lost or set back before each push but the first. */
export class LostState implements AsyncDisposable {
  readonly scenario: Scenario;
  readonly #tenant: Tenant;
  readonly #steps: readonly Step[];
  readonly #undisturbed: TenantPicture;

  private constructor(scenario: Scenario, tenant: Tenant, undisturbed: TenantPicture) {
    this.scenario = scenario;
    this.#tenant = tenant;
    this.#steps = [...scenario.before, scenario.step, scenario.step];
    this.#undisturbed = undisturbed;
  }

  static async prepare(scenario: Scenario): Promise<LostState> {
    const tenant = await Tenant.start(scenarioSettings, { items: scenarioItems });
    const state = tenant.newState();
    for (const step of [...scenario.before, scenario.step]) await push(tenant, state, step);
    return new LostState(scenario, tenant, tenantPicture(await tenant.control.data()));
  }

  /** Before which pushes, counted from 1, the state can be lost. */
  get positions(): readonly number[] {
    return this.#steps.slice(1).map((_step, index) => index + 2);
  }

  async lose(loss: StateLoss, position: number): Promise<CaseResult & Comparison> {
    const tenant = this.#tenant;
    await tenant.control.reset();
    let state = tenant.newState();
    let backup = tenant.newState();
    const outcomes: string[] = [];
    let isEqual = true;
    for (const [index, step] of this.#steps.entries()) {
      if (index + 1 === position) state = loss === 'state lost' ? tenant.newState() : tenant.newState(backup);
      backup = tenant.newState(state);
      const current = state;
      const done = await pushUntilDone(
        () => push(tenant, current, step),
        () => Promise.resolve(),
      );
      outcomes.push(...done.outcomes);
      isEqual &&= done.proof === undefined || done.proof.verdict === 'equal';
    }
    const data = await tenant.control.data();
    const money =
      JSON.stringify(moneyOfQuote(data, this.scenario.marker)) === JSON.stringify(this.scenario.money);
    return {
      scenario: this.scenario.name,
      fault: loss,
      position,
      request: `push ${position} of ${this.#steps.length}`,
      reruns: outcomes.length - this.#steps.length,
      outcomes,
      proven: money && isEqual,
      ...comparePictures(tenantPicture(data), this.#undisturbed),
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#tenant[Symbol.asyncDispose]();
  }
}

function push(tenant: Tenant, state: string, step: Step): ReturnType<Tenant['push']> {
  return tenant.push(state, step.document, { siblings: step.siblings, attachments: step.attachments });
}
