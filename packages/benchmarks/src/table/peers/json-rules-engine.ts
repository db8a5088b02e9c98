import type { Contestant } from '../../measure/contestant.js';
import type { TableInput, TableWorkload } from '../table-workload.js';

/** Rows go down in priority, and the first that holds stops the engine: quicker than running all of them together. */
export const jsonRulesEngineContestant: Contestant<TableWorkload> = {
  name: 'json-rules-engine',
  kind: 'peer',
  package: 'json-rules-engine',
  use: 'one engine, a rule for each row in order of priority, stopped by the first that holds',
  async load() {
    const { Engine } = await import('json-rules-engine');
    return ({ rows, otherwise, anyCase }) => {
      const engine = new Engine();
      engine.addOperator('startsWith', (value: string, prefix: string) => value.startsWith(prefix));
      rows.forEach(({ key, prefix, value }, row) => {
        const all = [
          { fact: 'ItemType', operator: 'equal', value: anyCase ? key.toLowerCase() : key },
          ...(prefix === ''
            ? []
            : [{ fact: 'ManufacturerPartNumber', operator: 'startsWith', value: prefix }]),
        ];
        engine.addRule({
          conditions: { all },
          event: { type: 'row', params: { value } },
          priority: rows.length - row,
        });
      });
      engine.on('success', () => {
        engine.stop();
      });
      return async ({ ItemType, ManufacturerPartNumber }: TableInput) => {
        const { events } = await engine.run({ ItemType, ManufacturerPartNumber });
        return (events[0]?.params?.['value'] as string | undefined) ?? otherwise;
      };
    };
  },
};
