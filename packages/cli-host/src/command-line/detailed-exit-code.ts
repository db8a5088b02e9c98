const flag = '--detailed-exitcode';

/** Exit code of a plan or a comparison that finds something, when it is asked for. */
export const changesExitCode = 2;

/** Help of the option, the same for every command that has it. */
export const detailedExitCodeOption = [
  flag,
  'exit with 0 when there is nothing to do and 2 when there is; faults of the input then exit with 1',
] as const;

/**
 * The exit code of an error: where 2 means that there is something to do, it must not also mean a fault.
 *
 * @param code of the error catalogue
 */
export function errorExitCode(argv: readonly string[], code: number): number {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  return code === changesExitCode && options.includes(flag) ? 1 : code;
}
