import { Failure } from '../errors/failure.js';
import type { LocatedProblem } from '../rules/located-problem.js';
import { readRuleFile } from '../rules/rule-file.js';
import { compileRuleSet } from '@quotebridge/mapping-rules';
import { checkRuleSet, tableSections } from '@quotebridge/mapping-rules/tools';

/** What a check says about one file. */
export interface CheckedFile {
  readonly file: string;
  readonly errors: number;
  readonly warnings: number;
  readonly problems: readonly LocatedProblem[];
  /** What the rules consist of; absent while they have errors. */
  readonly content?: {
    readonly tables: number;
    readonly rows: number;
    readonly cases: number;
    /** Names of the columns that the rules give. */
    readonly columns: readonly string[];
  };
}

/** @throws Failure `usage` when the file cannot be read; what is wrong inside it is no error here */
export async function checkedFile(path: string): Promise<CheckedFile> {
  try {
    const { content, located } = await readRuleFile(path);
    const problems = located(checkRuleSet(content));
    const compiled = compileRuleSet(content);
    return { file: path, ...counts(problems), problems, ...(compiled.ok ? contentOf(compiled.rule) : {}) };
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'rules.invalid') throw error;
    const { problems = [] } = error.details;
    return { file: path, ...counts(problems), problems };
  }
}

function counts(problems: readonly LocatedProblem[]): { readonly errors: number; readonly warnings: number } {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: problems.length - errors };
}

function contentOf({
  ruleSet,
  columns,
}: Extract<ReturnType<typeof compileRuleSet>, { ok: true }>['rule']): Required<Pick<CheckedFile, 'content'>> {
  const tables = tableSections(ruleSet);
  const rows = tables.reduce((sum, { table }) => sum + Object.keys(table.rows).length, 0);
  return { content: { tables: tables.length, rows, cases: ruleSet.tests?.length ?? 0, columns } };
}
