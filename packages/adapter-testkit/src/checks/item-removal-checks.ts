import { expect } from 'chai';
import { check, type CheckGroup } from '../suite/check.js';
import type { ConformanceSubject } from '../suite/conformance-subject.js';
import { given } from '../expectation/given.js';
import { itemsOf, newItems } from '../expectation/kit-items.js';

/** Two machines may create the same product in one instant: the later one takes its own away. */
export const itemRemovalChecks: CheckGroup = {
  name: 'items.remove',
  ports: ['items', 'items.remove'],
  checks: [
    check(
      'items.find.order',
      'finds several of one number in the order in which they were created, and the rest once one is deleted',
      async (subject) => {
        const { number, ids } = await sameNumber(subject);
        expect(await idsOf(subject, number)).to.deep.equal(ids);
        await remove(subject, ids[1] ?? '');
        expect(await idsOf(subject, number)).to.deep.equal([ids[0], ids[2]]);
      },
    ),
    check('items.remove.twice', 'is content with an item that is gone already', async (subject) => {
      const { number, ids } = await sameNumber(subject);
      for (const id of [...ids, ...ids]) await remove(subject, id);
      expect(await idsOf(subject, number)).to.deep.equal([]);
    }),
  ],
};

async function sameNumber(
  subject: ConformanceSubject,
): Promise<{ readonly number: string; readonly ids: readonly string[] }> {
  const wanted = newItems(subject, 1);
  const ids: string[] = [];
  for (let count = 0; count < 3; count += 1) {
    ids.push(...(await itemsOf(subject).createMany(wanted)).map(({ id }) => id));
  }
  return { number: wanted[0]?.number ?? '', ids };
}

async function idsOf(subject: ConformanceSubject, number: string): Promise<readonly string[]> {
  const { found } = await itemsOf(subject).findByNumbers([number]);
  return (found.get(number) ?? []).map(({ id }) => id);
}

function remove(subject: ConformanceSubject, id: string): Promise<void> {
  const method = 'method “items.remove” (an adapter without it says so in `without`)';
  return given(itemsOf(subject).remove?.(id), method);
}
