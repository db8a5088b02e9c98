import type { Contestant } from '../../measure/contestant.js';
import type { TableInput, TableWorkload } from '../table-workload.js';
import { rowLogic } from './row-logic.js';
import { cannotAsData, type InputWithRows } from './rows-as-data.js';

export const jsonLogicContestant: Contestant<TableWorkload> = {
  name: 'json-logic-js',
  kind: 'peer',
  package: 'json-logic-js',
  use: 'one `if` over all rows',
  async load() {
    const { default: logic } = await import('json-logic-js');
    return (workload) => {
      const rule = rowLogic(workload);
      return (line: TableInput) => logic.apply(rule, line) as string;
    };
  },
};

export const jsonLogicDataContestant: Contestant<TableWorkload> = {
  name: 'json-logic-js, rows as data',
  kind: 'peer',
  package: 'json-logic-js',
  use: '`var` with a computed name',
  cannot: cannotAsData,
  async load() {
    const { default: logic } = await import('json-logic-js');
    return ({ otherwise }) => {
      const rule = { var: [{ cat: ['rows.', { var: 'ItemType' }] }, otherwise] };
      return (line: InputWithRows) => logic.apply(rule, line) as string;
    };
  },
};
