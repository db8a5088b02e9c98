import type { Contestant } from '../../measure/contestant.js';
import type { TableInput, TableWorkload } from '../table-workload.js';
import { cannotAsData, type InputWithRows } from './rows-as-data.js';

export const jexlContestant: Contestant<TableWorkload> = {
  name: 'jexl',
  kind: 'peer',
  package: 'jexl',
  use: 'an expression for each row, compiled once, evaluated up to the first that is true',
  async load() {
    const { default: jexl } = await import('jexl');
    return ({ rows, otherwise, anyCase }) => {
      const engine = new jexl.Jexl();
      engine.addBinaryOp('^=', 20, (left, right) => left.startsWith(right));
      const compiled = rows.map(({ key, prefix, value }) => {
        const begins = prefix === '' ? '' : ` && ManufacturerPartNumber ^= "${prefix}"`;
        return {
          expression: engine
            .createExpression(`ItemType == "${anyCase ? key.toLowerCase() : key}"${begins}`)
            .compile(),
          value,
        };
      });
      return (line: TableInput) => {
        for (const { expression, value } of compiled) if (expression.evalSync(line) === true) return value;
        return otherwise;
      };
    };
  },
};

export const jexlDataContestant: Contestant<TableWorkload> = {
  name: 'jexl, rows as data',
  kind: 'peer',
  package: 'jexl',
  use: '`rows[ItemType]`, compiled once',
  cannot: cannotAsData,
  async load() {
    const { default: jexl } = await import('jexl');
    return ({ otherwise }) => {
      const expression = new jexl.Jexl().createExpression('rows[ItemType]').compile();
      return (line: InputWithRows) => (expression.evalSync(line) as string | undefined) ?? otherwise;
    };
  },
};
