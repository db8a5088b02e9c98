import type { DataInput } from './data-input.js';
import { Failure } from '../errors/failure.js';

/**
 * The same input, that ends with `cancelled` when somebody has stopped the command.
 *
 * @param stopped what that means for the output, as a sentence
 */
export function interruptible(input: DataInput, signal: AbortSignal, stopped: string): DataInput {
  return { ...input, open: () => untilStopped(input, signal, stopped) };
}

async function* untilStopped(
  input: DataInput,
  signal: AbortSignal,
  stopped: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  // A pipe may bring nothing any more: it is let go, so that nobody waits for it.
  const letGo = (): void => {
    if (input.size === undefined) process.stdin.destroy();
  };
  signal.addEventListener('abort', letGo, { once: true });
  try {
    for await (const piece of input.open()) {
      if (signal.aborted) break;
      yield piece;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    signal.removeEventListener('abort', letGo);
  }
  if (signal.aborted) throw new Failure('cancelled', stopped);
}
