import { canonicalJson } from '../base/canonical-json.js';
import { sha256 } from '../base/sha256.js';
import { QuotebridgeError } from '../errors/quotebridge-error.js';
import type { Plan } from './plan.js';

/** Puts the digest of its content on a plan. Whatever changes a plan on purpose seals it again. */
export async function sealPlan(content: Omit<Plan, 'digest'>): Promise<Plan> {
  const { format, ...rest } = content;
  return { format, digest: await digestOf(content), ...rest };
}

/**
 * A plan says itself why it does what it does; one that was edited would say something else than it does.
 *
 * @throws `document.invalid` when the plan is not as it was made
 */
export async function verifyDigest(plan: Plan): Promise<void> {
  if ((await digestOf(plan)) === plan.digest) return;
  throw new QuotebridgeError(
    'document.invalid',
    `The plan of ${plan.document.number} was edited after it was made: expected the content that its digest stands for; nothing was sent.`,
    {
      faults: [{ at: '/digest', value: plan.digest, expected: 'the digest of the content' }],
      next: 'Plan again. What a plan writes is changed by the document, the settings, or choices such as --title.',
    },
  );
}

function digestOf(content: Omit<Plan, 'digest'>): Promise<string> {
  return sha256(canonicalJson({ ...content, digest: undefined }));
}
