import { create, type Font } from 'fontkit';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

export interface FontFile {
  readonly path: string;
  /** Whether it can show a character. */
  has(codePoint: number): boolean;
}

export interface Fonts {
  readonly regular: FontFile;
  readonly bold: FontFile;
}

/** DejaVu Sans Condensed: Latin, Greek, Cyrillic, Hebrew, Arabic, arrows, currency signs and symbols in one font. */
export async function openFonts(): Promise<Fonts> {
  const [regular, bold] = await Promise.all([
    openFont('DejaVuSansCondensed.ttf'),
    openFont('DejaVuSansCondensed-Bold.ttf'),
  ]);
  return { regular, bold };
}

async function openFont(name: string): Promise<FontFile> {
  const path = createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}`);
  const font: Font = create(await readFile(path));
  return { path, has: (codePoint) => font.hasGlyphForCodePoint(codePoint) };
}
