/**
 * Control characters would steer the terminal, and marks of writing direction would let a text look like another one:
 * what comes from documents, files and the PSA shows them instead. Line ends and tabs stay.
 */
export function visibleText(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(steering, visibleSign);
}

/** The same for the last step before a text leaves the process: it may carry the colours that we gave it. */
export function visibleButColours(text: string): string {
  return text
    .split(colour)
    .map((part, index) => (index % 2 === 0 ? visibleText(part) : part))
    .join('');
}

/** JSON escapes the older control characters itself. The others are escaped here: the value stays the same. */
export function escapedJson(json: string): string {
  return json.replace(steering, (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
}

/** A copy of plain data in which every text is visible, names of properties included. */
export function visible<Value>(value: Value): Value {
  return copy(value) as Value;
}

function copy(value: unknown): unknown {
  if (typeof value === 'string') return visibleText(value);
  if (Array.isArray(value)) return value.map(copy);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [visibleText(name), copy(child)]));
}

// Control characters are what this is about.
// eslint-disable-next-line no-control-regex
const steering = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
// The escape sequences that our own colours consist of.
// eslint-disable-next-line no-control-regex
const colour = /(\u001b\[\d{1,2}m)/;

/** `␛` where Unicode has a picture of it, `\u{202e}` elsewhere. */
function visibleSign(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? '␡' : `\\u{${code.toString(16)}}`;
}
