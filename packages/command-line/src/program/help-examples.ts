/** The examples at the end of a command's help. */
export function helpExamples(program: string, ...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${program} ${line}`).join('\n')}\n`;
}
