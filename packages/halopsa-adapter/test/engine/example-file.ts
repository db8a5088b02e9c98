import { readFileSync } from 'node:fs';

const examples = new URL('../../../../examples/', import.meta.url);

/** The bytes of an example in two pieces. */
export async function* exampleContent(file: string): AsyncGenerator<Uint8Array, void, undefined> {
  const bytes = exampleBytes(file);
  const half = Math.ceil(bytes.length / 2);
  yield await Promise.resolve(bytes.subarray(0, half));
  yield bytes.subarray(half);
}

export function exampleBytes(file: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(file, examples)));
}
