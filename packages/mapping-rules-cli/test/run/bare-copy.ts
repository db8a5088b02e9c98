import { csvWriter } from '../../src/data/csv/csv-writer.js';
import { spreadsheetDialect } from '../../src/data/csv/dialect.js';
import type { DataInput } from '../../src/data/data-input.js';
import { readData } from '../../src/data/read-data.js';
import { writeData } from '../../src/data/write-data.js';

/** Reads and writes a CSV file as `run` does, without rules between: what it takes is what rules are measured by. */
export async function bareCopy(input: DataInput, output: string): Promise<void> {
  const { columns = [], dialect = spreadsheetDialect, lines } = await readData(input);
  const writer = csvWriter(columns, [], dialect);
  async function* text(): AsyncGenerator<string, void, undefined> {
    yield writer.begin();
    for await (const batch of lines) {
      let rows = '';
      for (const line of batch) rows += writer.line(line, []);
      if (rows !== '') yield rows;
    }
    yield writer.end();
  }
  await writeData(output, text(), (message) => new Error(message));
}
