/** The beginning of a file, at most that many bytes of it. */
export async function firstBytes(open: () => AsyncIterable<Uint8Array>, count: number): Promise<Uint8Array> {
  const start = new Uint8Array(count);
  let length = 0;
  for await (const bytes of open()) {
    const piece = bytes.subarray(0, count - length);
    start.set(piece, length);
    length += piece.length;
    if (length === count) break;
  }
  return start.subarray(0, length);
}
