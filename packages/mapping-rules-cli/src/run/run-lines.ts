import { csvWriter } from '../data/csv/csv-writer.js';
import { spreadsheetDialect, type Dialect } from '../data/csv/dialect.js';
import { formatOfName, type DataFormat } from '../data/data-format.js';
import { jsonColumns } from '../data/json-columns.js';
import { jsonWriter } from '../data/json/json-writer.js';
import type { LineWriter } from '../data/line-writer.js';
import { pipeName } from '../data/named-input.js';
import { ProblemTally } from '../data/problem-tally.js';
import type { MissingField } from '../data/found-fields.js';
import { readRuled, type RuledData } from '../data/read-ruled.js';
import { writeData } from '../data/write-data.js';
import { ruledText } from './ruled-text.js';
import type { RunRequest } from './run-request.js';

/** Name of the column with the codes of a line's problems. */
const problemsColumn = 'Problems';

export interface RunOutcome {
  readonly tally: ProblemTally;
  /** Fields that the rules read and no line has. */
  readonly missing: readonly MissingField[];
  /** `left`: whoever read standard output has gone before its end. */
  readonly written: 'whole' | 'left';
}

/**
 * Runs the rules over all lines of the input, and writes the lines with what the rules make of them: the columns that
 * they have, then those of the rules. The memory that this takes does not grow with the lines.
 *
 * @throws what `readRuled` does, and what `refuse` makes of a file that cannot be written, or of columns that are there already
 */
export async function runLines(request: RunRequest): Promise<RunOutcome> {
  const tally = new ProblemTally();
  const { rules, input, output, from, plainCells, problems, refuse } = request;
  if (problems && rules.columns.includes(problemsColumn)) {
    throw refuse(
      `The rules have a table “${problemsColumn}”, as the column with the codes of problems is called.`,
      {
        next: 'Give the table another name, or leave the column out with --no-problems.',
      },
    );
  }
  const results = problems ? [...rules.columns, problemsColumn] : rules.columns;
  const data = await readRuled(input, [rules], {
    plainCells,
    ...(from === undefined ? {} : { format: from }),
  });
  const onColumns = request.overwrite ? undefined : refuseTaken(results, request);
  if (data.columns !== undefined) onColumns?.(data.columns);
  const writer = await writerOf(request, data, results);
  const text = ruledText(data.lines, rules, writer, tally, { problems, ...(onColumns && { onColumns }) });
  const written = await writeData(output, text, refuse);
  return { tally, missing: data.missing(), written };
}

async function writerOf(
  request: RunRequest,
  data: RuledData,
  results: readonly string[],
): Promise<LineWriter> {
  const { input, output, plainCells } = request;
  const format: DataFormat = request.to ?? formatOfName(output) ?? data.format;
  if (format !== 'csv') return jsonWriter(format, results);
  const columns = data.columns ?? (await jsonColumns(input, { format: data.format }));
  const own = columns.filter((column) => !results.includes(column));
  return csvWriter(own, results, dialectFor(output, data), { plainCells });
}

/** A table is written as it was read. */
function dialectFor(output: string, { dialect }: RuledData): Dialect {
  const tabs = /\.tsv$/i.test(output) ? ({ delimiter: '\t' } as const) : {};
  if (dialect !== undefined) return { ...dialect, ...tabs };
  return { ...spreadsheetDialect, ...tabs, byteOrderMark: output !== pipeName };
}

/** Two columns of one name would leave it open which one is meant. */
function refuseTaken(
  results: readonly string[],
  { input, refuse }: RunRequest,
): (columns: readonly string[]) => void {
  const taken = new Set(results);
  return (columns) => {
    const [column] = columns.filter((name) => taken.has(name));
    if (column === undefined) return;
    throw refuse(`The lines have a column “${column}” already, and so has the result.`, {
      faults: [
        {
          at: `a column of ${input.name}`,
          value: column,
          expected: 'another name than those of the result’s columns',
        },
      ],
      next: 'Rename the column, or let the result take its place with --overwrite.',
    });
  };
}
