import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Contest, ContestOptions } from '../measure/contest.js';
import { contests, type ContestName } from '../measure/contests.js';
import type { Contestant } from '../measure/contestant.js';
import { runScript } from '../measure/child.js';
import { pairedRatios } from '../measure/paired-ratios.js';
import { spreadOf } from '../measure/spread.js';
import type { ColdResult, WorkloadResult } from '../measure/workload-result.js';
import type { ContestantReport, ContestReport, WorkloadReport } from './report.js';

export interface ContestPlan extends ContestOptions {
  /** Fresh processes for each contestant; 0: none. */
  readonly coldRuns: number;
  /** That measure the warm calls one after the other: how memory is laid out in one of them may favour somebody by a tenth. */
  readonly processes: number;
}

interface NamedWorkload {
  readonly id: string;
  readonly title: string;
}

const titles: Readonly<Record<ContestName, string>> = {
  macro: 'Macros',
  table: 'Tables',
};

/** Runs a contest, every workload in processes of its own. */
export async function contestReport(
  id: ContestName,
  plan: ContestPlan,
  tell: (text: string) => void = () => undefined,
): Promise<ContestReport> {
  const contest = contests[id] as unknown as Contest<NamedWorkload>;
  const workloads: WorkloadReport[] = [];
  for (const workload of contest.workloads) {
    tell(`${titles[id]}: ${workload.title}`);
    const { coldRuns, processes, ...options } = plan;
    const warm: WorkloadResult[] = [];
    for (let run = 0; run < processes; run++)
      warm.push(await runScript<WorkloadResult>('run-workload', id, workload.id, JSON.stringify(options)));
    const able = contest.contestants.filter(({ name }) => warm.some(({ figures }) => name in figures));
    const cold = await coldFigures(id, workload.id, able, coldRuns);
    const baseline = able.find(({ kind }) => kind === 'baseline')?.name ?? '';
    const results = contest.contestants.flatMap((contestant) =>
      options.only?.includes(contestant.name) === false ? [] : [reportOf(contestant, warm, cold, baseline)],
    );
    workloads.push({ id: workload.id, title: workload.title, baseline, results });
  }
  return { id, title: titles[id], workloads };
}

/** Milliseconds. */
const longCold = 3_000;

/** In turn, as the warm ones. */
async function coldFigures(
  contest: string,
  workload: string,
  contestants: readonly Contestant<NamedWorkload>[],
  runs: number,
): Promise<ReadonlyMap<string, readonly ColdResult[]>> {
  const figures = new Map<string, ColdResult[]>(contestants.map(({ name }) => [name, []]));
  for (let run = 0; run < runs; run++) {
    for (const { name } of contestants) {
      const own = figures.get(name) ?? [];
      // Once is enough for what takes so long that a few milliseconds of chance do not count.
      if (own.some(({ compile, first }) => compile + first > longCold)) continue;
      own.push(await runScript<ColdResult>('run-cold', contest, workload, name));
    }
  }
  return figures;
}

function reportOf(
  contestant: Contestant<NamedWorkload>,
  warm: readonly WorkloadResult[],
  cold: ReadonlyMap<string, readonly ColdResult[]>,
  baseline: string,
): ContestantReport {
  const { name, kind, use } = contestant;
  const version = contestant.package === undefined ? undefined : versionOf(contestant.package);
  const described = {
    name,
    kind,
    ...(version === undefined ? {} : { version }),
    ...(use === undefined ? {} : { use }),
  };
  const own = warm.flatMap(({ figures }) => figures[name] ?? []);
  if (own.length === 0) return { ...described, absent: warm[0]?.absent[name] ?? 'did not take part' };
  const fresh = cold.get(name) ?? [];
  return {
    ...described,
    warm: spreadOf(own),
    ratio: spreadOf(
      warm.flatMap(({ figures }) => pairedRatios(figures[name] ?? [], figures[baseline] ?? [])),
    ),
    ...(fresh.length === 0
      ? {}
      : {
          compile: spreadOf(fresh.map(({ compile }) => compile)),
          first: spreadOf(fresh.map(({ first }) => first)),
        }),
  };
}

/** Of the package that is installed. */
function versionOf(name: string): string {
  let folder = dirname(createRequire(import.meta.url).resolve(name));
  for (;;) {
    try {
      const found = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>;
      if (found['name'] === name && found['version'] !== undefined) return found['version'];
    } catch {
      // There may be none in a folder of the package's own.
    }
    if (dirname(folder) === folder) throw new Error(`${name} is not installed.`);
    folder = dirname(folder);
  }
}
