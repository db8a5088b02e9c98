import { amountText, sumName } from '../domain/amount-text.js';
import type { Plan } from '../plan/plan.js';
import type { Proof } from './proof.js';
import type { PushIssue } from './push-result.js';

/** Warnings of the plan, and a proof that failed or could not be made in full. */
export function pushIssues(plan: Plan, proof: Proof | undefined): readonly PushIssue[] {
  const issues: PushIssue[] = plan.warnings.map(({ about, message }) => ({
    level: 'warning',
    about,
    message,
  }));
  const { tax } = plan.money;
  if (proof !== undefined && tax !== undefined && !proof.sums.some((sum) => sum.of === 'tax')) {
    issues.push({
      level: 'warning',
      about: 'proof',
      message: `The tax of ${amountText(tax)} was not compared: ${whyNoTax(plan)}.`,
    });
  }
  if (proof?.verdict === 'different') {
    const sums = proof.sums.filter((sum) => sum.document !== sum.stored);
    const text = sums
      .map(
        ({ of, document, stored }) =>
          `${sumName(of)}: document ${amountText(document)}, PSA ${amountText(stored)}`,
      )
      .join('; ');
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

function whyNoTax({ operations }: Plan): string {
  const lines = operations.flatMap((operation) => (operation.kind === 'quote' ? operation.lines : []));
  return lines.some(({ action }) => action === 'foreign')
    ? 'the tax in the PSA covers lines that people added, too'
    : 'the PSA shows none';
}
