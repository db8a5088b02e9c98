/** Texts that fit the width of a terminal. */
export { table, type Column, type TableOptions } from './table.js';
export { wrappedRows } from './wrapped-rows.js';
