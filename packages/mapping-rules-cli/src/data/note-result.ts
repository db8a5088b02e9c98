import { visible, type Terminal } from '@quotebridge/command-line/terminal';

/** A result on standard error, because standard output is where lines go. */
export function noteResult<Value>(value: Value, text: (shown: Value) => string, terminal: Terminal): void {
  if (terminal.json) process.stderr.write(`${JSON.stringify(value)}\n`);
  else terminal.note(text(visible(value)));
}
