export { WideCsvSource } from './csv/wide-csv-source.js';
export { lineTable, type LineTable } from './document/line-table.js';
export { JsonSource } from './json/json-source.js';
export { sourceIds } from './source-ids.js';
