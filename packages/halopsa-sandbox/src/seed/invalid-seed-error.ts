/** Thrown for a seed that cannot be used. `problems` names the place of each. */
export class InvalidSeedError extends Error {
  override readonly name = 'InvalidSeedError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[], options?: ErrorOptions) {
    super(`The seed cannot be used:\n${problems.map((problem) => `- ${problem}`).join('\n')}`, options);
    this.problems = problems;
  }
}
