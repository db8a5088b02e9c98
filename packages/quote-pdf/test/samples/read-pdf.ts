import { extractText, getDocumentProxy, getMeta } from 'unpdf';

/** The text of each page, with single blanks. */
export async function pagesOf(bytes: Uint8Array): Promise<readonly string[]> {
  // A copy: the reader takes over the memory that it is given.
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(bytes)), { mergePages: false });
  return text.map((page) => page.replaceAll(/\s+/g, ' '));
}

export async function infoOf(bytes: Uint8Array): Promise<Record<string, unknown>> {
  return (await getMeta(await getDocumentProxy(Uint8Array.from(bytes)))).info;
}
