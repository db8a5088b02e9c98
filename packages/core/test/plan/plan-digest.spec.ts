import { expect } from 'chai';
import fc from 'fast-check';
import { sealPlan, verifyDigest } from '../../src/plan/plan-digest.js';
import type { Plan } from '../../src/plan/plan.js';
import { errorOf } from '../fakes/error-of.js';
import { samplePlan } from '../fakes/sample-context.js';

describe('the digest of a plan', () => {
  const sealed = (over: Partial<Plan> = {}): Promise<Plan> => {
    const { digest: _, ...content } = samplePlan(over);
    return sealPlan(content);
  };

  it('holds through any way of storing it: other order of fields, other spaces', async () => {
    const plan = await sealed({ warnings: [{ about: 'é', message: '“x”' }] });
    await verifyDigest(plan);
    const turned = Object.fromEntries(Object.entries(plan).reverse());
    await verifyDigest(JSON.parse(JSON.stringify(turned, undefined, 7)) as Plan);
  });

  it('breaks when any text of the plan is another one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), async (message, other) => {
        fc.pre(message !== other);
        const plan = await sealed({ warnings: [{ about: 'a', message }] });
        const error = await errorOf(verifyDigest({ ...plan, warnings: [{ about: 'a', message: other }] }));
        expect(error.code).to.equal('document.invalid');
        expect(error.message).to.contain('edited').and.to.contain(plan.document.number);
      }),
      { numRuns: 30 },
    );
  });
});
