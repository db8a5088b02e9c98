import type { PushResult } from '@quotebridge/core';
import { openSqliteState } from '@quotebridge/core/sqlite-state';
import { Tenant } from '../engine/tenant.js';
import { comparePictures, type Comparison } from '../picture/compare-pictures.js';
import { moneyOfQuote } from '../picture/money-of-quote.js';
import { tenantPicture, type TenantPicture } from '../picture/tenant-picture.js';
import type { CaseResult } from './case-result.js';
import { dyingState, type Death } from './dying-state.js';
import { pushUntilDone } from './push-until-done.js';
import { scenarioItems, scenarioSettings, type Scenario } from './scenario.js';

const deadOwner = 'a machine:1';

/** A scenario whose process dies between two steps that no request separates: at each write of its own state. */
export class DyingScenario implements AsyncDisposable {
  readonly scenario: Scenario;
  readonly #tenant: Tenant;
  readonly #baseState: string;
  #undisturbed: TenantPicture | undefined;
  #writes: readonly string[] = [];

  private constructor(scenario: Scenario, tenant: Tenant, baseState: string) {
    this.scenario = scenario;
    this.#tenant = tenant;
    this.#baseState = baseState;
  }

  /** Does what comes before, keeps that, and pushes once undisturbed. */
  static async prepare(scenario: Scenario): Promise<DyingScenario> {
    const tenant = await Tenant.start(scenarioSettings, { items: scenarioItems });
    const base = tenant.newState();
    for (const { document, siblings, attachments } of scenario.before)
      await tenant.push(base, document, { siblings, attachments });
    await tenant.control.keep();
    const dying = new DyingScenario(scenario, tenant, base);
    const undisturbed = await dying.#push(tenant.newState(base), 'a machine:2');
    dying.#writes = undisturbed.writes;
    dying.#undisturbed = tenantPicture(await tenant.control.data());
    return dying;
  }

  /** The writes of the state in an undisturbed push, in order. */
  get writes(): readonly string[] {
    return this.#writes;
  }

  /** Dies at one write of the state, goes on as another process, and looks at what has become of the tenant. */
  async die(position: number, when: Death['when']): Promise<CaseResult & Comparison> {
    const tenant = this.#tenant;
    await tenant.control.reset();
    const state = tenant.newState(this.#baseState);
    const first = await this.#push(state, deadOwner, { at: position, when });
    const { outcomes, proof } = await pushUntilDone(
      async () => {
        const { result, error } = await this.#push(state, 'a machine:2');
        if (result === undefined) throw error;
        return result;
      },
      () => Promise.resolve(),
    );
    const data = await tenant.control.data();
    const money =
      JSON.stringify(moneyOfQuote(data, this.scenario.marker)) === JSON.stringify(this.scenario.money);
    if (this.#undisturbed === undefined) throw new Error('It was not prepared.');
    return {
      scenario: this.scenario.name,
      fault:
        when === 'before'
          ? 'death just before a write of the state'
          : 'death just after a write of the state',
      position,
      request: this.writes[position - 1] ?? '',
      // A process that died at its very last write had done everything already.
      reruns: outcomes.length,
      outcomes: [first.result?.status ?? 'died', ...outcomes],
      proven: money && (proof === undefined || proof.verdict === 'equal'),
      ...comparePictures(tenantPicture(data), this.#undisturbed),
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#tenant[Symbol.asyncDispose]();
  }

  async #push(
    state: string,
    owner: string,
    death?: Omit<Death, 'happened'>,
  ): Promise<{ result?: PushResult; error?: unknown; writes: readonly string[] }> {
    const { document, siblings, attachments } = this.scenario.step;
    // What is dead sends no request any more.
    const died = new AbortController();
    const opened = await openSqliteState({ path: state, isProcessAlive: (other) => other !== deadOwner });
    const dying = dyingState(
      opened,
      death === undefined ? undefined : { ...death, happened: () => died.abort() },
    );
    try {
      const result = await this.#tenant.connect(
        state,
        (connection) => connection.push(document, { siblings, attachments, signal: died.signal }),
        { state: dying.store, owner },
      );
      return { result, writes: dying.writes };
    } catch (error) {
      return { error, writes: dying.writes };
    }
  }
}
