import { expect } from 'chai';

/** Ids are opaque text; numbers lose digits. */
export function expectTextId(id: unknown, whose: string): void {
  expect(id, `id of ${whose}`).to.be.a('string');
  expect(id, `id of ${whose}`).not.to.equal('');
}
