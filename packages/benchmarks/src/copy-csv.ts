// `node --import tsx src/copy-csv.ts IN OUT`: a bare copy with the reader and the writer of `mapping-rules run`: every cell is
// taken out of the one file and put into the other.
import { csvWriter, namedInput, readData, writeData } from '@quotebridge/mapping-rules-cli';

const [from = '', to = ''] = process.argv.slice(2);
const refuse = (message: string): Error => new Error(message);
const { columns = [], dialect, lines } = await readData(await namedInput(from, refuse));
if (dialect === undefined) throw new Error(`${from} is no CSV.`);
const writer = csvWriter(columns, [], dialect);
await writeData(to, copied(), refuse);

async function* copied(): AsyncGenerator<string, void, undefined> {
  yield writer.begin();
  for await (const some of lines) {
    let text = '';
    for (const line of some) text += writer.line(line, []);
    yield text;
  }
  yield writer.end();
}
