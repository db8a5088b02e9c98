/** Ids of the document sources that this plugin contributes; the manifest in package.json states the same. */
export const sourceIds = { wideCsv: 'quotewerks-csv', json: 'quotebridge-json' } as const;
