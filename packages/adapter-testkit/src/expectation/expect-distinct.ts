import { expect } from 'chai';

/** Each record once: a page that came twice shows here. */
export function expectDistinct(records: readonly { readonly id: string }[], what: string): void {
  const ids = records.map(({ id }) => id);
  expect(ids, `${what}, each once`).to.deep.equal([...new Set(ids)]);
}
