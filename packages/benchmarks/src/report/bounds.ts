import { spreadOf } from '../measure/spread.js';
import type { Bound, ContestantReport, ContestReport, WorkloadReport } from './report.js';

/** What the project promises of macros and tables, against what was measured. Those who did not take part are left out. */
export function contestBounds({ id, title, workloads }: ContestReport): readonly Bound[] {
  return workloads.flatMap((workload) =>
    (id === 'macro' ? macroBounds(workload) : tableBounds(workload)).map((bound) => ({
      ...bound,
      what: `${title}, ${workload.title}: ${bound.what}`,
    })),
  );
}

function macroBounds(workload: WorkloadReport): readonly Bound[] {
  const generated = find(workload, 'mapping-rules, generated');
  const plain = find(workload, 'mapping-rules');
  const fastest = fastestPeer(workload);
  return [
    ...bound('with generated code, against code written by hand', 1.5, generated, find(workload, 'by hand')),
    ...bound(`with generated code, against the fastest peer (${fastest?.name ?? ''})`, 1, generated, fastest),
    ...bound('without, against micromustache', 1, plain, find(workload, 'micromustache')),
  ];
}

/** A key that no row spells so must be looked at: it may be the same in Unicode's composed form. A Map need not know. */
const unknownLimit = 2;

function tableBounds(workload: WorkloadReport): readonly Bound[] {
  const lookup = find(workload, 'mapping-rules');
  const explained = find(workload, 'mapping-rules, explained');
  const fastest = fastestPeer(workload);
  return [
    ...bound('against a Map', workload.id === 'unknown' ? unknownLimit : 1.5, lookup, find(workload, 'Map')),
    ...bound(`against the fastest engine (${fastest?.name ?? ''})`, 1, lookup, fastest),
    ...bound('with explanations, against without', 3, explained, lookup),
    // Of several conditions there is more to tell than to look up: up to twenty rows and why each did not decide.
    ...(find(workload, 'Map') === undefined
      ? []
      : bound(
          'with explanations that are read, against without',
          3,
          find(workload, 'mapping-rules, explained and read'),
          lookup,
        )),
  ];
}

function bound(
  what: string,
  limit: number,
  one: ContestantReport | undefined,
  other: ContestantReport | undefined,
): readonly Bound[] {
  if (one?.ratio === undefined || other?.ratio === undefined) return [];
  // Both are multiples of the same baseline in the same rounds.
  return [{ what, limit, measured: one.ratio.median / other.ratio.median, unit: '×' }];
}

function find({ results }: WorkloadReport, wanted: string): ContestantReport | undefined {
  return results.find(({ name, ratio }) => name === wanted && ratio !== undefined);
}

function fastestPeer({ results }: WorkloadReport): ContestantReport | undefined {
  const peers = results.filter(({ kind, ratio }) => kind === 'peer' && ratio !== undefined);
  const best = spreadOf(peers.map(({ ratio }) => ratio?.median ?? Infinity)).best;
  return peers.find(({ ratio }) => ratio?.median === best);
}

/** Two figures of the same code differ by up to this: who is within it is as fast as the other. */
export const measuringError = 0.05;

/** “As fast as” allows for the error of measuring; a multiple does not. */
export function isMet({ measured, limit, unit }: Bound): boolean {
  return measured <= (unit === '×' && limit === 1 ? limit + measuringError : limit);
}
