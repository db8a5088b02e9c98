import type { PushResult } from '@quotebridge/core';
import { Tenant } from '../engine/tenant.js';
import { comparePictures, type Comparison } from '../picture/compare-pictures.js';
import { moneyOfQuote } from '../picture/money-of-quote.js';
import { tenantPicture, type TenantPicture } from '../picture/tenant-picture.js';
import type { CaseResult } from './case-result.js';
import type { FaultKind } from './fault-kind.js';
import { pushUntilDone } from './push-until-done.js';
import { scenarioItems, scenarioSettings, type Scenario, type Step } from './scenario.js';

/** A scenario on a tenant of its own that can be disturbed again and again. */
export class DisturbedScenario implements AsyncDisposable {
  readonly scenario: Scenario;
  readonly tenant: Tenant;
  /** The requests of the undisturbed push, in order: `POST /api/Quotation`. */
  readonly requests: readonly string[];
  readonly #baseState: string;
  readonly #undisturbed: TenantPicture;

  private constructor(
    scenario: Scenario,
    tenant: Tenant,
    baseState: string,
    undisturbed: TenantPicture,
    requests: readonly string[],
  ) {
    this.scenario = scenario;
    this.tenant = tenant;
    this.#baseState = baseState;
    this.#undisturbed = undisturbed;
    this.requests = requests;
  }

  /** Does what comes before, keeps that, and pushes once undisturbed. */
  static async prepare(scenario: Scenario): Promise<DisturbedScenario> {
    const tenant = await Tenant.start(scenarioSettings, { items: scenarioItems });
    const base = tenant.newState();
    for (const before of scenario.before) await pushStep(tenant, base, before);
    await tenant.control.keep();
    await tenant.control.forgetRequests();
    await pushStep(tenant, tenant.newState(base), scenario.step);
    const undisturbed = tenantPicture(await tenant.control.data());
    const requests = (await tenant.control.requests()).map(({ method, path }) => `${method} ${path}`);
    return new DisturbedScenario(scenario, tenant, base, undisturbed, requests);
  }

  /** Pushes with a fault at one request, again until it goes through, and looks at what has become of the tenant. */
  async disturb(position: number, { name, fault, thenGone }: FaultKind): Promise<CaseResult & Comparison> {
    const { tenant, scenario } = this;
    await tenant.control.reset();
    await tenant.control.fail({ match: { nth: position }, fault });
    if (thenGone === true)
      await tenant.control.fail({
        match: { nth: position + 1 },
        times: 1000,
        fault: { type: 'dropBefore' },
      });
    const state = tenant.newState(this.#baseState);
    const { outcomes, proof } = await pushUntilDone(
      () => pushStep(tenant, state, scenario.step),
      () => tenant.control.forgetFaults(),
    );
    const data = await tenant.control.data();
    const money = JSON.stringify(moneyOfQuote(data, scenario.marker)) === JSON.stringify(scenario.money);
    return {
      scenario: scenario.name,
      fault: name,
      position,
      request: this.requests[position - 1] ?? '',
      reruns: outcomes.length - 1,
      outcomes,
      proven: money && (proof === undefined || proof.verdict === 'equal'),
      ...comparePictures(tenantPicture(data), this.#undisturbed),
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.tenant[Symbol.asyncDispose]();
  }
}

function pushStep(tenant: Tenant, state: string, step: Step): Promise<PushResult> {
  return tenant.push(state, step.document, { siblings: step.siblings, attachments: step.attachments });
}
