import { isQuotebridgeError, type Connection, type PushResult, type QuoteDocument } from '@quotebridge/core';
import type { Row, TenantData } from '../engine/sandbox-control.js';
import { crashingState, ProcessGone } from './crashing-state.js';
import { PsaPerson, type QuoteRow } from './psa-person.js';
import { RandomDocument } from './random-document.js';
import type { Schedule, Step } from './schedule.js';
import { checkCounts, checkMoney, checkStrangers, type Stranger } from './invariants.js';
import type { ScheduleTenant } from './schedule-tenant.js';
import { faultOf, type Trouble } from './trouble.js';

const marker = `quotebridge:${RandomDocument.number}`;
const mostRuns = 6;
const watched = ['opportunities', 'quotes', 'items', 'attachments'];
/** Steps after which the PSA cannot look different. */
const quiet: readonly Step['does'][] = ['change', 'add', 'remove', 'move', 'rename', 'loseState', 'keepBackup', 'restoreBackup', 'otherMachine']; // prettier-ignore

/** How often each thing happened, so that a run can show that it tried what it says. */
export type Tally = Record<string, number>;

/**
 * Carries out one schedule and looks after each step whether what was promised still holds.
 *
 * @throws with the step and the promise that was broken
 */
export async function runSchedule(tenant: ScheduleTenant, schedule: Schedule, tally: Tally): Promise<void> {
  await tenant.reset();
  const run = new ScheduleRun(tenant, schedule, tally);
  await run.start();
  for (const [index, step] of schedule.steps.entries()) {
    try {
      await run.step(step);
    } catch (error) {
      throw new Error(`Step ${index + 1}, ${JSON.stringify(step)}: ${String(error)}`, { cause: error });
    }
  }
  await run.finish();
}

class ScheduleRun {
  readonly #tenant: ScheduleTenant;
  readonly #document: RandomDocument;
  readonly #person: PsaPerson;
  readonly #tally: Tally;
  /** State files of two machines; the first is the one in use. */
  #machines: readonly [string, string];
  #backup: string | undefined;
  #before: TenantData = {};
  readonly #newNumbers = new Set<string>();
  #strangers: Stranger[] = [];

  constructor(tenant: ScheduleTenant, schedule: Schedule, tally: Tally) {
    this.#tenant = tenant;
    this.#document = new RandomDocument(schedule);
    this.#person = new PsaPerson(tenant.sandbox, tenant.control);
    this.#tally = tally;
    this.#machines = [tenant.newState(), tenant.newState()];
  }

  async start(): Promise<void> {
    this.#before = await this.#tenant.control.data(...watched);
  }

  /** Pushed until it is through, everything is as the document has it, and another push has nothing to do. */
  async finish(): Promise<void> {
    await this.#pushUntilDone();
    await this.#tenant.control.forgetRequests();
    const again = await this.#push();
    const writes = (await this.#tenant.control.requests()).filter(({ write }) => write);
    if (again.status !== 'unchanged' || writes.length > 0)
      throw new Error(`Pushed again it was ${again.status}, with ${writes.length} writes.`);
  }

  async step(step: Step): Promise<void> {
    this.#count(step.does);
    this.#document.apply(step);
    if (step.does === 'push')
      await (step.untilDone ? this.#pushUntilDone(step.trouble) : this.#pushOnce(step.trouble));
    else if (step.does === 'crash') await this.#crash(step.at);
    else if (step.does === 'plan') await this.#plan();
    else if (step.does === 'loseState') this.#machines = [this.#tenant.newState(), this.#machines[1]];
    else if (step.does === 'otherMachine') this.#machines = [this.#machines[1], this.#machines[0]];
    else if (step.does === 'keepBackup') this.#backup = await this.#tenant.copyState(this.#machines[0]);
    else if (step.does === 'restoreBackup' && this.#backup !== undefined)
      this.#machines = [await this.#tenant.copyState(this.#backup), this.#machines[1]];
    else if (step.does.startsWith('person')) await this.#handEdit(step);
    if (!quiet.includes(step.does)) await this.#check();
  }

  async #check(): Promise<TenantData> {
    const data = await this.#tenant.control.data(...watched);
    checkCounts(data, this.#before, marker, this.#newNumbers);
    checkStrangers(data, marker, this.#strangers);
    return data;
  }

  async #push(disturb?: Parameters<ScheduleTenant['connect']>[2]): Promise<PushResult> {
    for (const number of this.#document.newNumbers) this.#newNumbers.add(number);
    return this.#tenant.connect(
      this.#machines[0],
      async (connection: Connection, read) =>
        connection.push((await read(this.#document.file)) as QuoteDocument),
      disturb,
    );
  }

  async #pushOnce(trouble: Trouble | undefined): Promise<void> {
    await this.#troubled(trouble, async () => {
      await this.#push().catch((error: unknown) => this.#expected(error));
    });
  }

  async #crash(at: number): Promise<void> {
    await this.#push((state) => crashingState(state, at)).then(
      () => undefined,
      (error: unknown) => {
        if (!(error instanceof ProcessGone)) this.#expected(error);
        this.#count('crashed');
      },
    );
  }

  async #pushUntilDone(trouble?: Trouble): Promise<void> {
    const outcomes: string[] = [];
    await this.#troubled(trouble, async () => {
      while (outcomes.length < mostRuns) {
        try {
          const { status, issues } = await this.#push();
          const errors = issues.filter(({ level }) => level === 'error');
          if (errors.length === 0) {
            checkMoney(await this.#check(), marker, this.#document.expected, this.#strangers);
            this.#count(status);
            return;
          }
          outcomes.push(errors.map(({ code, message }) => `${code}: ${message}`).join('; '));
        } catch (error) {
          outcomes.push(this.#expected(error));
        }
        await this.#check();
      }
      throw new Error(`It did not go through in ${mostRuns} runs: ${outcomes.join(' | ')}`);
    });
  }

  async #troubled(trouble: Trouble | undefined, work: () => Promise<void>): Promise<void> {
    if (trouble !== undefined) await this.#tenant.control.fail(faultOf(trouble));
    try {
      await work();
    } finally {
      await this.#tenant.control.forgetFaults();
    }
  }

  /** A plan sends no request that writes. */
  async #plan(): Promise<void> {
    await this.#tenant.control.forgetRequests();
    await this.#tenant.connect(this.#machines[0], async (connection, read) =>
      connection.plan((await read(this.#document.file)) as QuoteDocument),
    );
    const requests = await this.#tenant.control.requests();
    const writing = requests.filter(
      ({ method, path, write }) => write || (method !== 'GET' && !/token/.test(path)),
    );
    if (writing.length > 0) throw new Error(`Planning sent ${JSON.stringify(writing[0])}.`);
  }

  async #handEdit(step: Step): Promise<void> {
    const [quote] = await this.#person.quotes(marker);
    if (quote === undefined) return;
    this.#count('hand edits made');
    if (step.does === 'personRenames' && step.what === 'opportunity')
      return this.#person.renameOpportunity(quote['ticket_id'], step.title);
    if (step.does === 'personRenames') return this.#person.renameQuote(quote, step.title);
    const lines = editedLines(step, quote, this.#strangers);
    if (lines !== undefined) await this.#person.writeLines(quote, lines);
  }

  /** The code of an error that a push may end with. Anything else is a fault of ours. */
  #expected(error: unknown): string {
    if (!isQuotebridgeError(error) || error.code === 'internal') throw error;
    const text = JSON.stringify(error.toJSON());
    if (text.includes(this.#tenant.sandbox.clientSecret)) throw new Error(`The secret is in ${error.code}.`);
    this.#count(`error ${error.code}`);
    return `${error.code}: ${error.message}`;
  }

  #count(what: string): void {
    this.#tally[what] = (this.#tally[what] ?? 0) + 1;
  }
}

function editedLines(step: Step, { lines }: QuoteRow, strangers: Stranger[]): readonly Row[] | undefined {
  const ours = lines.filter((line) => !strangers.some(({ name }) => name === line['name']));
  const at = 'line' in step ? ours[step.line % Math.max(1, ours.length)] : undefined;
  const changed = (change: Row): readonly Row[] =>
    lines.map((line) => (line === at ? { ...line, ...change } : line));
  switch (step.does) {
    case 'personRewords':
      return at === undefined ? undefined : changed({ name: `By hand: ${step.text}` });
    case 'personReprices':
      return at === undefined ? undefined : changed({ price: step.cents / 100 });
    case 'personDeletes':
      return at === undefined || lines.length === 1 ? undefined : lines.filter((line) => line !== at);
    case 'personAdds': {
      const stranger = {
        name: `A person’s own line ${strangers.length + 1}: ${step.text}`,
        cents: step.cents,
      };
      strangers.push(stranger);
      return [
        ...lines,
        { name: stranger.name, quantity: 1, price: stranger.cents / 100, sort_seq: lines.length + 1 },
      ];
    }
    default:
      return undefined;
  }
}
