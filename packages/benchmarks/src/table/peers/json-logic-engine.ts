import type { Contestant } from '../../measure/contestant.js';
import type { TableInput, TableWorkload } from '../table-workload.js';
import { rowLogic } from './row-logic.js';
import { cannotAsData, type InputWithRows } from './rows-as-data.js';

const mostCompiled = 1_000;

export const jsonLogicEngineContestant: Contestant<TableWorkload> = {
  name: 'json-logic-engine',
  kind: 'peer',
  package: 'json-logic-engine',
  use: 'one `if` over all rows, compiled by `build`; interpreted where there are too many rows for that',
  async load() {
    const { LogicEngine } = await import('json-logic-engine');
    return (workload) => {
      const engine = new LogicEngine();
      const rule = rowLogic(workload);
      // What it compiles to is one nested expression, for which the stack is too small at 100,000 rows.
      if (workload.rows.length > mostCompiled) return (line: TableInput) => engine.run(rule, line) as string;
      const run = engine.build(rule) as (data: object) => string;
      return (line: TableInput) => run(line);
    };
  },
};

export const jsonLogicEngineDataContestant: Contestant<TableWorkload> = {
  name: 'json-logic-engine, rows as data',
  kind: 'peer',
  package: 'json-logic-engine',
  use: '`val` with a computed name, compiled by `build`',
  cannot: cannotAsData,
  async load() {
    const { LogicEngine } = await import('json-logic-engine');
    return ({ otherwise }) => {
      const rule = { '??': [{ val: ['rows', { val: 'ItemType' }] }, otherwise] };
      const run = new LogicEngine().build(rule) as (data: object) => string;
      return (line: InputWithRows) => run(line);
    };
  },
};
