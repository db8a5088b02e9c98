import type { TextStyle } from '../text/typesetter.js';

/** Points, as everything on a page: 72 to the inch. */
export const margins = { top: 54, bottom: 62, left: 54, right: 54 } as const;

export const colours = {
  ink: '#1d232a',
  faint: '#68737f',
  accent: '#1f3a5f',
  rule: '#d5dae0',
  tint: '#eef2f6',
} as const;

const style = (font: TextStyle['font'], size: number, colour: string): TextStyle => ({ font, size, colour });

export const styles = {
  title: style('bold', 20, colours.accent),
  name: style('regular', 12, colours.ink),
  sender: style('bold', 11, colours.ink),
  body: style('regular', 9, colours.ink),
  strong: style('bold', 9, colours.ink),
  faint: style('regular', 8, colours.faint),
  label: style('bold', 7.5, colours.faint),
  faintBody: style('regular', 9, colours.faint),
  heading: style('bold', 9.5, colours.accent),
  total: style('bold', 11, colours.accent),
} as const satisfies Record<string, TextStyle>;
