import { extractText, getDocumentProxy } from 'unpdf';

/** The text of each page. */
export async function pagesOf(bytes: Uint8Array): Promise<readonly string[]> {
  // A copy: the reader takes over the memory that it is given.
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(bytes)), { mergePages: false });
  return text;
}
