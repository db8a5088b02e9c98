/** Tables for spreadsheets. */
export { csvCell } from './csv-cell.js';
export { csvText } from './csv-text.js';
export { withFormula, withoutFormula } from './formula-cell.js';
export { readCsvFile, type CsvFileRow } from './read-csv-file.js';
