/** Columns of the terminal; where the output is none, those that COLUMNS names. The late modules know it on their own. */
export function helpWidth(): number {
  return process.stdout.columns || Number(process.env['COLUMNS']) || 80;
}
