export { WideCsvSource } from './csv/wide-csv-source.js';
export { JsonSource } from './json/json-source.js';
export { sourceIds } from './source-ids.js';
