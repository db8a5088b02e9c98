/** Characters of the bytes 0x80 to 0x9f; U+FFFD where Windows-1252 has none. */
const upper = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';

/**
 * Windows-1252 whatever the platform: Node from 20.18.3 on decodes the label as Latin-1, against the encoding
 * standard (https://encoding.spec.whatwg.org/#windows-1252), and makes control characters of the euro sign, dashes
 * and curly quotes. Where they come right, none of those control characters is left to replace.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (character) => upper.charAt(character.charCodeAt(0) - 0x80));
}
