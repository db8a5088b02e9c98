import type { Contest } from '../measure/contest.js';
import type { Contestant } from '../measure/contestant.js';
import { linearScan, mapByHand } from './by-hand.js';
import { ownTable } from './own-table.js';
import { jexlContestant, jexlDataContestant } from './peers/jexl.js';
import { jsonLogicContestant, jsonLogicDataContestant } from './peers/json-logic-js.js';
import { jsonLogicEngineContestant, jsonLogicEngineDataContestant } from './peers/json-logic-engine.js';
import { jsonRulesEngineContestant } from './peers/json-rules-engine.js';
import { rowsAsData } from './peers/rows-as-data.js';
import type { TableInput, TableWorkload } from './table-workload.js';
import { tableWorkloads } from './table-workloads.js';

const contestants: readonly Contestant<TableWorkload>[] = [
  ownTable('mapping-rules', 'lookup'),
  ownTable('mapping-rules, explained', 'explain'),
  ownTable('mapping-rules, explained and read', 'read'),
  mapByHand,
  linearScan,
  jsonRulesEngineContestant,
  jsonLogicContestant,
  jsonLogicDataContestant,
  jsonLogicEngineContestant,
  jsonLogicEngineDataContestant,
  jexlContestant,
  jexlDataContestant,
];

/** 10,000 or 20,000 lines each; a contestant that is too slow for all of them within its turn takes the first so many. */
export const tableContest: Contest<TableWorkload> = {
  contestants,
  workloads: tableWorkloads,
  inputsOf(contestant, workload) {
    if (contestant.kind === 'ours') return workload.lines.map(scopeOf);
    if (contestant.kind === 'baseline') return workload.lines;
    const lines = workload.anyCase ? workload.lines.map(inLowerCase) : workload.lines;
    if (!contestant.name.endsWith('rows as data')) return lines;
    const rows = rowsAsData(workload);
    return lines.map((line) => ({ ...line, rows }));
  },
  expected: ({ rows, otherwise, anyCase, lines }) => {
    const byKey = new Map<string, { prefix: string; value: string }[]>();
    const folded = (key: string): string => (anyCase ? key.toLowerCase() : key);
    for (const { key, prefix, value } of rows) {
      byKey.set(folded(key), [...(byKey.get(folded(key)) ?? []), { prefix, value }]);
    }
    return lines.map(({ ItemType, ManufacturerPartNumber }) => {
      const ofKey = byKey.get(folded(ItemType)) ?? [];
      return ofKey.find(({ prefix }) => ManufacturerPartNumber.startsWith(prefix))?.value ?? otherwise;
    });
  },
};

/** No engine compares without regard to case: they get lower case, and the time that it takes is not counted. */
function inLowerCase({ ItemType, ManufacturerPartNumber }: TableInput): TableInput {
  return { ItemType: ItemType.toLowerCase(), ManufacturerPartNumber };
}

/** Of the document, and so the same for its lines. */
const [header, application] = [{}, {}];

function scopeOf({ ItemType, ManufacturerPartNumber }: TableInput): object {
  return { line: { ItemType, ManufacturerPartNumber }, header, application };
}
