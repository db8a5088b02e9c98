import { recogniseOther } from './bytes/recognise-other.js';
import { utf8Pieces } from './bytes/utf8-pieces.js';
import { withBeginning } from './bytes/with-beginning.js';
import type { Dialect } from './csv/dialect.js';
import { readCsv, type CsvOptions } from './csv/read-csv.js';
import { formatOfName, formatOfStart, type DataFormat } from './data-format.js';
import type { DataInput } from './data-input.js';
import type { DataLine } from './data-line.js';
import { readJson } from './json/read-json.js';
import { readNdjson } from './json/read-ndjson.js';
import { UnreadableData } from './unreadable-data.js';

export interface ReadOptions extends CsvOptions {
  /** Left out: by the name, else by how the content begins. */
  readonly format?: DataFormat;
}

export interface ReadData {
  readonly format: DataFormat;
  /** Known beforehand of CSV alone. */
  readonly columns?: readonly string[];
  readonly dialect?: Dialect;
  /** Can be read once. */
  readonly lines: AsyncGenerator<readonly DataLine[], void, undefined>;
}

/** Bytes. */
const recognisedBy = 512;

/**
 * Lines out of CSV, JSON or NDJSON of any length, whatever encoding they have.
 *
 * @throws UnreadableData when the content is something else, or breaks off; also while lines are taken
 */
export async function readData(input: DataInput, options: ReadOptions = {}): Promise<ReadData> {
  try {
    const data = await readUnnamed(input, options);
    return { ...data, lines: namingFile(data.lines, input.name) };
  } catch (error) {
    throw inFile(error, input.name);
  }
}

/** The readers know lines and no names. */
async function* namingFile(
  lines: ReadData['lines'],
  name: string,
): AsyncGenerator<readonly DataLine[], void, undefined> {
  try {
    yield* lines;
  } catch (error) {
    throw inFile(error, name);
  }
}

function inFile(error: unknown, name: string): unknown {
  return error instanceof UnreadableData ? error.of(name) : error;
}

async function readUnnamed(input: DataInput, options: ReadOptions): Promise<ReadData> {
  const pieces = withBeginning(utf8Pieces(input), recognisedBy);
  const first = await pieces.next();
  const start = first.done === true ? Buffer.alloc(0) : first.value;
  const other = start.includes(0) ? (recogniseOther(start) ?? 'a binary file') : recogniseOther(start);
  if (other !== undefined) {
    throw new UnreadableData(`${input.name} looks like ${other}.`, {
      expected: 'CSV, JSON or NDJSON',
      next: 'Save it as CSV first.',
    });
  }
  const format = options.format ?? formatOfName(input.name) ?? formatOfStart(start);
  if (format === 'csv') return { format, ...(await readCsv(input.name, all(start, pieces), options)) };
  const text = all(start, pieces);
  return { format, lines: format === 'json' ? readJson(text) : readNdjson(text) };
}

async function* all(first: Buffer, others: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  yield first;
  yield* others;
}
