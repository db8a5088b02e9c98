/** A text within a message, quoted; a long one is cut. */
export function shown(text: string): string {
  return text.length > 80 ? `“${text.slice(0, 80)}…”` : `“${text}”`;
}
