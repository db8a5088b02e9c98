import type { DataInput } from '../../src/data/data-input.js';
import { readData, type ReadOptions } from '../../src/data/read-data.js';
import type { DataLine } from '../../src/data/data-line.js';

/** Bytes as they come: a file, or a pipe that brings a few at a time. */
export function inputOf(
  content: string | Uint8Array,
  { name = 'lines.csv', piece = 64 * 1024, piped = false } = {},
): DataInput {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return {
    name,
    size: piped ? undefined : bytes.length,
    open: () => piecesOf(bytes, piece),
  };
}

async function* piecesOf(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

/** All lines of an input. */
export async function linesOf(input: DataInput, options: ReadOptions = {}): Promise<readonly DataLine[]> {
  const lines: DataLine[] = [];
  for await (const batch of (await readData(input, options)).lines) lines.push(...batch);
  return lines;
}

/** The error that reading ends with. */
export async function failureOf(input: DataInput, options: ReadOptions = {}): Promise<unknown> {
  try {
    await linesOf(input, options);
  } catch (error) {
    return error;
  }
  throw new Error('it could be read');
}
