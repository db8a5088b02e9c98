/** Whether errors are printed as JSON. Asked before the command line is parsed: a fault of it must be JSON too. */
export function hasJsonFlag(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return (end < 0 ? argv : argv.slice(0, end)).includes('--json');
}
