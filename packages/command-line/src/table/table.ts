import Table from 'cli-table3';
import stringWidth from 'string-width';
import type { Colours } from '../terminal/terminal.js';

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Never narrower than that when the table must shrink; a column without it keeps its width. */
  readonly shrinksTo?: number;
  /** Left out, the last one first, when shrinking alone makes no room. */
  readonly mayGo?: boolean;
}

export interface TableOptions {
  readonly width: number;
  readonly colours: Colours;
  /** Blanks before each row. */
  readonly indent?: number;
}

const gap = 2;
/** No terminal shows more of a cell; to measure what a hostile text would take is the work of minutes. */
const longestCell = 1_000;

/** A table without frames that fits the width: the widest columns that may shrink give way and end in `…`. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  options: TableOptions,
): string {
  const { colours, width, indent = 0 } = options;
  // A cell is one line: what people typed may hold line ends.
  const cells = rows.map((row) => row.map((cell) => shortened(cell).replace(/\s*[\r\n]+\s*/g, ' ')));
  const widths = columnWidths(columns, cells, width - indent);
  const leastUseful = columns.findLastIndex(({ mayGo }) => mayGo === true);
  if (leastUseful >= 0 && sumOf(widths) + gap * (columns.length - 1) > width - indent) {
    const stays = (_: unknown, index: number): boolean => index !== leastUseful;
    return table(columns.filter(stays), rows.map((row) => row.filter(stays)), options); // prettier-ignore
  }
  const drawn = new Table({
    chars: noFrame,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
    colWidths: widths,
    colAligns: columns.map((column) => column.align ?? 'left'),
    head: columns.map((column) => colours.dim(column.title)),
  });
  drawn.push(...cells);
  const margin = ' '.repeat(indent);
  return drawn
    .toString()
    .split('\n')
    .map((line) => `${margin}${line.trimEnd()}`)
    .join('\n');
}

function shortened(cell: string): string {
  return cell.length > longestCell ? `${cell.slice(0, longestCell - 1)}…` : cell;
}

function columnWidths(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): number[] {
  const widths = columns.map((column, index) =>
    Math.max(stringWidth(column.title), ...rows.map((row) => stringWidth(row[index] ?? ''))),
  );
  const available = width - gap * (columns.length - 1);
  let excess = sumOf(widths) - available;
  while (excess > 0) {
    const room = widths.map((value, index) => value - (columns[index]?.shrinksTo ?? value));
    const widest = room.indexOf(Math.max(...room));
    if ((room[widest] ?? 0) <= 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    excess -= 1;
  }
  return widths;
}

function sumOf(widths: readonly number[]): number {
  return widths.reduce((sum, value) => sum + value, 0);
}

const noFrame = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: ' '.repeat(gap),
};
