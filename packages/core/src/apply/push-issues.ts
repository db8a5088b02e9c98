import type { Plan } from '../plan/plan.js';
import type { Proof } from './proof.js';
import type { PushIssue } from './push-result.js';

/** Warnings of the plan, and a proof that failed. */
export function pushIssues(plan: Plan, proof: Proof | undefined): readonly PushIssue[] {
  const issues: PushIssue[] = plan.warnings.map(({ about, message }) => ({
    level: 'warning',
    about,
    message,
  }));
  if (proof?.verdict === 'different') {
    const sums = proof.sums.filter((sum) => sum.document !== sum.stored);
    const text = sums.map((sum) => `${sum.of}: document ${sum.document}, PSA ${sum.stored}`).join('; ');
    issues.push({
      level: 'error',
      about: 'proof',
      code: 'proof.mismatch',
      message: `What the PSA stored is not what the document says${text === '' ? '' : ` (${text})`}.`,
      next: 'Look at the lines named in the proof, and at taxes and prices in the PSA.',
    });
  }
  return issues;
}
