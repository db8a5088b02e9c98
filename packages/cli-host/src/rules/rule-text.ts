import type { RuleSet } from '@quotebridge/core';
import { stringify } from 'yaml';

/** A rule set as a file of JSON, or of YAML that tells where it came from. */
export function ruleText(rules: RuleSet, connection: string, asJson: boolean): string {
  if (asJson) return `${JSON.stringify(rules, undefined, 2)}\n`;
  const header = `# Rules of the connection ${connection}. To use them: rules: ./THIS-FILE beside its plugin, and take the
# settings away that say the same. mapping-rules check THIS-FILE looks at them without a PSA.
`;
  return header + stringify(rules, { lineWidth: 0 });
}
