const plain = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Position after the string, number or word that starts there; the position itself when none does. */
export function endOfScalar(text: string, position: number): number {
  if (text[position] === '"') return endOfString(text, position);
  plain.lastIndex = position;
  return position + (plain.exec(text)?.[0].length ?? 0);
}

/** By hand rather than by a pattern, whose memory would grow with the length of the string. */
function endOfString(text: string, start: number): number {
  let position = start + 1;
  while (position < text.length && text[position] !== '"') {
    if (text[position] === '\\') {
      escape.lastIndex = position;
      const found = escape.exec(text);
      if (found === null) return start;
      position += found[0].length;
    } else if (text.charCodeAt(position) < 0x20) return start;
    else position += 1;
  }
  return position < text.length ? position + 1 : start;
}
