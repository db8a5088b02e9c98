import { amountText } from '../domain/amount-text.js';
import type { Plan } from '../plan/plan.js';
import { proofIssue } from '../proof/proof-issue.js';
import type { Proof } from '../proof/proof.js';
import type { PushIssue } from './push-result.js';

/** Warnings of the plan, and a proof that failed or could not be made in full. */
export function pushIssues(plan: Plan, proof: Proof | undefined): readonly PushIssue[] {
  const issues: PushIssue[] = plan.warnings.map((warning) => ({ level: 'warning', ...warning }));
  if (proof === undefined) return issues;
  const { tax } = plan.money;
  for (const { of, why } of proof.notCompared) {
    if (of !== 'tax' || tax === undefined) continue;
    const message = `The tax of ${amountText(tax)} was not compared: ${why}.`;
    issues.push({ level: 'warning', about: 'proof', message });
  }
  const issue = proofIssue(proof);
  return issue === undefined ? issues : [...issues, issue];
}
