/**
 * How YAML and JSON are read. Names are the texts that are written: `007` is not 7. Names that stand twice are looked for by
 * `parseLocated`: the parser compares each with each, which takes a minute for a table of 100,000 rows.
 */
export const parseOptions = { stringKeys: true, uniqueKeys: false } as const;
