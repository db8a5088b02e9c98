import { QuotebridgeError } from '../errors/quotebridge-error.js';
import type { Plan } from '../plan/plan.js';
import { explainedValues } from './explained-values.js';
import type { Explanation } from './explanation.js';
import { planSubjects } from './plan-subjects.js';
import type { Subject } from './subject.js';

/** At most that many addresses are offered when one is not found. */
const mostOffered = 40;

/**
 * The story of one value of a plan: what the document wants and where that comes from, what was looked at on the way, what
 * stands in the PSA, who decides, and what becomes of it. An address of a record or a line explains all of its values.
 * Asks nobody: everything stands in the plan.
 *
 * @param address such as `quote.title`, `quote.lines.7.price`, `opportunity`, `items.FG-60F.price`, `user.linked.title`;
 *   a line is named by its position in the quote, its key, or its item number
 * @throws `usage` that lists the addresses there are
 */
export function explainValue(plan: Plan, address: string): Explanation {
  const wanted = address.trim().toLowerCase();
  const subjects = planSubjects(plan);
  const found = longestOf(subjects, wanted);
  if (found === undefined)
    throw unknownAddress(
      address,
      subjects.map(({ names }) => names[0]),
    );
  const { subject, name } = found;
  const { label, action, reason } = subject;
  const [at] = subject.names;
  const values = explainedValues(plan, subject);
  const told = { label, action, ...(reason === undefined ? {} : { reason }) };
  if (wanted === name) return { at, ...told, values };
  const field = wanted.slice(name.length + 1);
  // An id may be called by what it names.
  const named = [field, `${field}id`];
  const only = values.filter((value) => named.includes(value.field.toLowerCase()));
  const [value] = only;
  if (value === undefined) {
    const lines = subjects.map(({ names }) => names[0]).filter((other) => other.startsWith(`${name}.lines.`));
    const isLine = field.startsWith('lines');
    throw unknownAddress(address, isLine ? lines : values.map((each) => each.at));
  }
  return { at: value.at, ...told, values: only };
}

interface Fitting {
  readonly subject: Subject;
  /** The one of its names that was used. */
  readonly name: string;
}

/** Numbers of products and names of files may have dots of their own: the longest name that fits is meant. */
function longestOf(subjects: readonly Subject[], wanted: string): Fitting | undefined {
  const fitting = subjects.flatMap((subject) =>
    subject.names
      .map((name) => name.toLowerCase())
      .filter((name) => wanted === name || wanted.startsWith(`${name}.`))
      .map((name) => ({ subject, name })),
  );
  // The place of a line goes before a key or an item number that looks the same.
  const rank = ({ subject, name }: Fitting): number => (subject.names[0].toLowerCase() === name ? 0 : 1);
  const [first, ...more] = fitting.sort(
    (one, other) => other.name.length - one.name.length || rank(one) - rank(other),
  );
  const isRival = (other: Fitting): boolean =>
    other.name === first?.name && other.subject !== first.subject && rank(first) === rank(other);
  const rivals = more.filter(isRival);
  if (first !== undefined && rivals.length > 0) {
    const all = [first, ...rivals].map(({ subject }) => subject.names[0]);
    throw new QuotebridgeError('usage', `${first.name} means ${all.length} lines of the plan.`, {
      faults: [{ at: first.name, expected: `one of ${all.join(', ')}` }],
      next: 'Name the line by its position.',
    });
  }
  return first;
}

function unknownAddress(address: string, known: readonly (string | undefined)[]): QuotebridgeError {
  const runs = foldedRuns(known.filter((each) => each !== undefined));
  const offered = runs.slice(0, mostOffered).join(', ');
  const more = runs.length > mostOffered ? `, … and ${runs.length - mostOffered} more` : '';
  return new QuotebridgeError('usage', `The plan has nothing at “${address.slice(0, 80)}”.`, {
    faults: [
      {
        at: address.slice(0, 80),
        expected: known.length === 0 ? 'a plan with records' : `one of ${offered}${more}`,
      },
    ],
    next: 'Name one of them, or a field below it; --json of the plan shows every field.',
  });
}

/** `quote.lines.1, quote.lines.2, quote.lines.3` → `quote.lines.1 to quote.lines.3`. */
function foldedRuns(addresses: readonly string[]): readonly string[] {
  const runs: string[][] = [];
  for (const address of addresses) {
    const run = runs.at(-1);
    if (run !== undefined && follows(run.at(-1) ?? '', address)) run.push(address);
    else runs.push([address]);
  }
  return runs.flatMap((run) => (run.length < 3 ? run : [`${run[0] ?? ''} to ${run.at(-1) ?? ''}`]));
}

function follows(one: string, next: string): boolean {
  const place = /^quote\.lines\.(\d+)$/;
  const [, before] = place.exec(one) ?? [];
  const [, after] = place.exec(next) ?? [];
  return before !== undefined && after !== undefined && Number(after) === Number(before) + 1;
}
