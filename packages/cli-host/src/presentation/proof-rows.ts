import { moneyText, periodNames } from './money-text.js';
import type { Colours } from '@quotebridge/command-line/terminal';
import type { Proof, ProofLine, ProofSum } from '@quotebridge/core';

const indent = ' '.repeat(15);

/**
 * The comparison of the document's money with what the PSA has stored: in one row when all is equal, else sum by sum with
 * both figures, what is between them and why, and the lines that differ.
 */
export function proofRows(proof: Proof, colours: Colours): string[] {
  const { verdict, sums, notCompared } = proof;
  const skipped = notCompared.map(({ of, why }) => colours.dim(`${indent}${of} not compared: ${why}`));
  if (verdict === 'equal') {
    const equal = sums.map((sum) => `${nameOf(sum)} ${moneyText(sum.document)}`).join(' · ');
    return [verdictRow(proof, colours), ...(equal === '' ? [] : [`${indent}${equal}`]), ...skipped];
  }
  return [
    verdictRow(proof, colours),
    ...sumRows(sums, verdict === 'different' ? colours.red : colours.yellow, colours),
    ...skipped,
    ...lineRows(proof, colours),
  ];
}

function verdictRow({ verdict, source, tolerance }: Proof, colours: Colours): string {
  const shown = {
    equal: colours.green('equal'),
    withinTolerance: colours.yellow(`within the tolerance of ${moneyText(tolerance)}`),
    different: colours.red('different'),
  }[verdict];
  const how = source === 'readBack' ? 'read back' : 'from the answer to the write';
  return `  proof        ${shown}  ${colours.dim(`(${how})`)}`;
}

function sumRows(sums: readonly ProofSum[], mark: (text: string) => string, colours: Colours): string[] {
  if (sums.length === 0) return [];
  const cells = sums.map((sum) => [
    nameOf(sum),
    moneyText(sum.document),
    moneyText(sum.stored),
    sum.difference === undefined ? '' : signed(sum.difference),
  ]);
  const titles = ['', 'document', 'PSA', 'difference'];
  const widths = titles.map((title, column) =>
    Math.max(title.length, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  const row = (texts: readonly string[]): string =>
    texts
      .map((text, column) =>
        column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [
    colours.dim(`${indent}${row(titles)}`),
    ...sums.flatMap((sum, index) => {
      const text = `${indent}${row(cells[index] ?? [])}`;
      if (sum.difference === undefined) return [colours.dim(text)];
      const why = sum.explanation?.text;
      return [mark(text), ...(why === undefined ? [] : [`${indent}  ${oneLine(why)}`])];
    }),
  ];
}

function lineRows({ lines, differingLines }: Proof, colours: Colours): string[] {
  if (lines.length === 0) return [];
  const shown = new Set(lines.map(({ key }) => key)).size;
  const more = differingLines - shown;
  const title = differingLines === 1 ? 'one line differs:' : `${differingLines} lines differ:`;
  return [
    `${indent}${title}`,
    ...lines.map((line) => `${indent}  ${lineText(line, colours)}`),
    ...(more > 0 ? [colours.dim(`${indent}  … and ${more} more`)] : []),
  ];
}

function lineText(line: ProofLine, colours: Colours): string {
  const { field, document, stored, difference, text } = line;
  const label = oneLine(line.label);
  const amount = difference === undefined ? '' : ` (${signed(difference)})`;
  const why = text === undefined ? '' : colours.dim(`: ${oneLine(text)}`);
  if (field === 'missing') return `${label} is missing${amount}${why}`;
  if (field === 'unexpected') return `${label} should not be there${amount}${why}`;
  return `${label}: ${fieldNames[field] ?? field} ${document}, PSA ${stored}${amount}${why}`;
}

const fieldNames: Readonly<Partial<Record<ProofLine['field'], string>>> = {
  billingPeriod: 'billing period',
  listPrice: 'list price',
  discount: 'discount shown',
};

function nameOf({ of }: ProofSum): string {
  const names: Readonly<Record<string, string>> = periodNames;
  const [first = '', period] = of.split(' ');
  const name = (text: string): string => names[text] ?? text;
  return period === undefined ? name(first) : `${first} ${name(period)}`;
}

/** What the PSA has more or less. */
function signed(amount: string): string {
  return `${amount.startsWith('-') || amount === '0' ? '' : '+'}${moneyText(amount)}`;
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
}
