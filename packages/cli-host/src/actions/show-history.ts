import { historyColumns, historyRows } from '../csv/history-rows.js';
import { historyJson, type HistoryJson } from '../presentation/history-json.js';
import { historyTable, historyView } from '../presentation/history-view.js';
import { withConnection } from '../session/with-connection.js';
import { refuseAs } from '../errors/refuse-as.js';
import { csvText, withoutFormula } from '@quotebridge/command-line/csv';
import { existingFolder, writeFileWhole } from '@quotebridge/command-line/files';
import { counted } from '@quotebridge/command-line/terminal';
import { isIsoDate, QuotebridgeError, type HistoryQuery, type PushHistory } from '@quotebridge/core';
import type { Action } from '../command-line/late-action.js';

interface Options {
  readonly doc?: readonly string[];
  readonly since?: string;
  readonly limit?: number;
  readonly csv?: string;
}

/** What fits a screen or two; programs and tables get everything. */
const shownEntries = 50;

export const showHistory: Action<Options> = async (context, options) => {
  const { terminal } = context;
  const { doc, csv, limit = csv === undefined && !terminal.json ? shownEntries : undefined } = options;
  const query = {
    ...(doc === undefined ? {} : { documents: doc }),
    ...(options.since === undefined ? {} : { since: startOf(options.since) }),
    ...(limit === undefined ? {} : { limit }),
  };
  if (csv !== undefined && csv !== '-') await existingFolder(csv, refuseAs('usage'));
  return withConnection(context, 'Reading the history', async ({ connection: { history }, progress }) => {
    if (csv !== undefined) {
      progress.clear();
      const rows = table(history, query);
      if (csv === '-') for await (const text of rows) process.stdout.write(text);
      else {
        await writeFileWhole(csv, rows, refuseAs('usage'));
        terminal.result({ output: csv }, () => `${terminal.colours.green('✓')} Written: ${csv}`);
      }
      return 0;
    }
    const entries = (await history.list(query)).map(historyJson);
    progress.clear();
    terminal.result({ entries }, (shown) => view(shown.entries, doc !== undefined));
    terminal.note(terminal.noteColours.dim(counted(entries.length, 'entry', 'entries')));
    return 0;
  });

  function view(entries: readonly HistoryJson[], inDetail: boolean): string {
    if (inDetail) return entries.map((entry) => historyView(entry, terminal)).join('\n\n');
    return entries.length === 0 ? '' : historyTable(entries, terminal);
  }
};

/** Piece by piece: the table of a long history is never in the memory as a whole. */
async function* table(history: PushHistory, query: HistoryQuery): AsyncIterable<string> {
  yield csvText([historyColumns]);
  for await (const entry of history.entries(query)) {
    const rows = historyRows(historyJson(entry)).map((row) => row.map(withoutFormula));
    yield csvText(rows, 'more');
  }
}

/** The day begins at midnight where this machine stands. @throws `usage` */
function startOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  if (isIsoDate(day)) return new Date(year, month - 1, date).getTime();
  throw new QuotebridgeError('usage', 'The history cannot begin at that day.', {
    faults: [{ at: '--since', value: day, expected: 'a day such as 2026-11-30' }],
  });
}
