/** One thing that a reader of a README does. */
export type ReadmeBlock =
  | { readonly kind: 'file'; readonly name: string; readonly text: string; readonly added: boolean }
  | { readonly kind: 'shell'; readonly text: string; readonly fails: boolean }
  /** What the commands before it print. */
  | { readonly kind: 'output'; readonly text: string }
  /** Code that is no file. */
  | { readonly kind: 'other'; readonly language: string; readonly text: string };

/**
 * The blocks of code of a README, in their order. A block is a file when the text before it ends in the file's name and a
 * colon, and is added to the file when that text says so.
 */
export function readmeBlocks(markdown: string): readonly ReadmeBlock[] {
  const blocks: ReadmeBlock[] = [];
  for (const { groups = {} } of markdown.matchAll(
    /(?<before>[^\n]*\n)?\n```(?<info>[^\n]*)\n(?<text>.*?)```(?=\n)/gs,
  )) {
    const { before = '', info = '', text = '' } = groups;
    const [language = '', ...notes] = info.split(' ');
    const name = /`([\w.-]+)`\)?:\s*$/.exec(before)?.[1];
    if (language === 'sh') blocks.push({ kind: 'shell', text, fails: notes.includes('fails') });
    else if (language === 'text') blocks.push({ kind: 'output', text });
    else if (name !== undefined) blocks.push({ kind: 'file', name, text, added: /\bAdd\b/.test(before) });
    else blocks.push({ kind: 'other', language, text });
  }
  return blocks;
}
