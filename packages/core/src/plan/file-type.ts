/** How many bytes from the start of a file tell what it is. */
export const tellingBytes = 1024;

const zip = '504b0304';
const signatures: Readonly<Record<string, readonly string[]>> = {
  png: ['89504e470d0a1a0a'],
  jpg: ['ffd8ff'],
  jpeg: ['ffd8ff'],
  gif: [hexOf('GIF87a'), hexOf('GIF89a')],
  // The last two: an archive without files, and one of several parts.
  zip: [zip, '504b0506', '504b0708'],
  docx: [zip],
  xlsx: [zip],
  pptx: [zip],
  vsdx: [zip],
  odt: [zip],
  ods: [zip],
};

/** Ending of a file name in lower case, without its dot; empty: it has none. */
export function endingOf(name: string): string {
  return /[^.\\/]\.([^.\\/]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** Whether content that begins so can be what the ending says. Of endings without a known signature all can. */
export function fitsEnding(ending: string, start: Uint8Array): boolean {
  // Readers of PDF look for its first words anywhere in the first 1,024 bytes (PDF Reference 1.7, appendix H, note 13).
  if (ending === 'pdf')
    return new TextDecoder('latin1').decode(start.subarray(0, tellingBytes)).includes('%PDF');
  const known = signatures[ending];
  return known === undefined || known.some((signature) => toHex(start).startsWith(signature));
}

function hexOf(text: string): string {
  return toHex(new TextEncoder().encode(text));
}

function toHex(bytes: Uint8Array): string {
  return [...bytes.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
