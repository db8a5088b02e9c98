/** Pieces are joined until they are at least that long, so that few calls parse many rows. */
const least = 64 * 1024;

/**
 * Cuts a text between two rows: every piece but the last one ends with a line feed outside quotes, which is where as
 * many quotation marks have been closed as opened.
 */
export async function* rowPieces(texts: AsyncIterable<string>, shortest = least): AsyncIterable<string> {
  let parts: string[] = [];
  let length = 0;
  let complete = 0;
  let quoted = false;
  for await (const text of texts) {
    const { end, open } = lastRowEnd(text, quoted);
    quoted = open;
    if (end > 0) complete = length + end;
    parts.push(text);
    length += text.length;
    if (complete === 0 || complete < shortest) continue;
    const all = parts.join('');
    yield all.slice(0, complete);
    parts = [all.slice(complete)];
    length -= complete;
    complete = 0;
  }
  if (length > 0) yield parts.join('');
}

/** Where the last complete row of a text ends, and whether the text ends inside quotes. */
function lastRowEnd(text: string, quoted: boolean): { readonly end: number; readonly open: boolean } {
  let open = quoted;
  let end = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) open = !open;
    else if (unit === 0x0a && !open) end = at + 1;
  }
  return { end, open };
}
