import { QuotebridgeError } from '../../errors/quotebridge-error.js';

/** Turns SQLite's own errors into one that names the file and says what to do. */
export function stateError(path: string, error: unknown): QuotebridgeError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const text = error instanceof Error ? error.message : String(error);
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT' || /not a database|malformed/i.test(text)) {
    return unusable(`The state file ${path} is not a Quotebridge state (not a database).`, [
      'Name another file with --state, or move this one away:',
      'a new state finds its records again by their markers.',
    ]);
  }
  if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED' || /locked|busy/i.test(text)) {
    return unusable(`The state file ${path} is locked by another program.`, [
      'Close the program that holds it open, or wait until it has finished, then run again.',
    ]);
  }
  if (code === 'SQLITE_READONLY' || /readonly|read-only/i.test(text)) {
    return unusable(`The state file ${path} cannot be written.`, [
      'Grant write access to it and to its folder.',
    ]);
  }
  if (code === 'SQLITE_FULL') {
    return unusable(`There is no space left for the state file ${path}.`, [
      'Free some disk space, then run again.',
    ]);
  }
  return unusable(`The state file ${path} cannot be used: ${text}.`, [
    'Name a file in an existing folder that you may write to.',
  ]);
}

function unusable(message: string, next: readonly string[]): QuotebridgeError {
  return new QuotebridgeError('state.unusable', message, { next: next.join(' ') });
}
