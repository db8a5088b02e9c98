/** Nothing that we read is nested half as deep; readers that call themselves for each level stay far from their end. */
export const deepestJson = 100;

/** Whether lists and objects of a JSON text stand within each other more often than that. Looks at brackets alone. */
export function isTooDeep(text: string, deepest = deepestJson): boolean {
  let depth = 0;
  for (let position = 0; position < text.length; position += 1) {
    const code = text.charCodeAt(position);
    if (code === quote) position = endOfString(text, position);
    else if (code === openList || code === openObject) {
      depth += 1;
      if (depth > deepest) return true;
    } else if (code === closeList || code === closeObject) depth -= 1;
  }
  return false;
}

const quote = 0x22;
const backslash = 0x5c;
const openList = 0x5b;
const closeList = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;

/** Position of the quotation mark that ends the string, or the end of the text. */
function endOfString(text: string, start: number): number {
  let end = start;
  do {
    end = text.indexOf('"', end + 1);
    if (end < 0) return text.length;
  } while (isEscaped(text, end));
  return end;
}

function isEscaped(text: string, position: number): boolean {
  let before = position;
  while (text.charCodeAt(before - 1) === backslash) before -= 1;
  return (position - before) % 2 === 1;
}
