import { documentSourceToken, type PluginBindings } from '@quotebridge/core/plugin';
import { WideCsvSource } from './csv/wide-csv-source.js';
import { JsonSource } from './json/json-source.js';
import { sourceIds } from './source-ids.js';

/** Two sources share one token: each is bound under the id of its contribution. */
const bindings: PluginBindings = ({ bind }) => {
  bind(documentSourceToken)
    .toResolvedValue(() => new WideCsvSource(), [])
    .inSingletonScope()
    .whenNamed(sourceIds.wideCsv);
  bind(documentSourceToken)
    .toResolvedValue(() => new JsonSource(), [])
    .inSingletonScope()
    .whenNamed(sourceIds.json);
};

export default bindings;
