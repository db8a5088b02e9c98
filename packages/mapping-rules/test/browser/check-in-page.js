// What a page does with the package; answers with everything that it found, as data.
const rules = {
  version: 1,
  partNumber: {
    field: 'InternalPartNumber',
    generation: { mode: 'macro', macro: "&{DI_Manufacturer|upper}-&{DI_ManufacturerPartNumber ?? 'NA'}" },
    length: { maximum: 20, tooLong: 'hash' },
  },
  productGroups: {
    rows: [
      { when: { Manufacturer: { prefix: 'HP' } }, value: '7' },
      { when: { ManufacturerPartNumber: { pattern: 'CAT[56]e?-\\d+m' } }, value: '8' },
    ],
    default: '1',
  },
  tests: [{ name: 'cable', given: { ManufacturerPartNumber: 'cat6-2m' }, expect: { ProductGroup: '8' } }],
};
const lines = [
  ['hp', 'cf259x', ''],
  ['Lindy', 'CAT6-10m', ''],
  ['Lenovo', '', 'INT-77'],
  ['Northwind', 'A very long part number', ''],
];

export function check({ compileRuleSet, checkRuleSet, runCases, scopeReader }) {
  const compilation = compileRuleSet(rules);
  if (!compilation.ok) return { problems: compilation.problems };
  const columns = ['Manufacturer', 'ManufacturerPartNumber', 'InternalPartNumber'];
  const read = scopeReader(columns, compilation.rule.vocabulary);
  return {
    values: lines.map((cells) => {
      const { scope, lineType } = read(cells);
      return Object.values(compilation.rule.resolve(scope, lineType).values);
    }),
    steps: compilation.rule.explain(read(lines[1]).scope, 'product').steps.length,
    cases: runCases(compilation.rule).map(({ passed }) => passed),
    problems: checkRuleSet({ version: 1, productGroup: {} }).map(({ code, path }) => `${code} ${path}`),
    evalRefused: evalRefused(),
  };
}

/** Proves that the page is as strict as it is meant to be. */
function evalRefused() {
  try {
    return new Function('return 1')() !== 1;
  } catch {
    return true;
  }
}
