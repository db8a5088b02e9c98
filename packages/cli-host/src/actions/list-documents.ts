import { documentName } from '../documents/document-name.js';
import { noDocumentsText } from '../documents/no-documents.js';
import { readDocuments } from '../documents/read-documents.js';
import { faultView } from '../errors/error-view.js';
import { moneyText } from '../presentation/money-text.js';
import { openSession } from '../session/open-session.js';
import { table } from '@quotebridge/command-line/table';
import { visibleText } from '@quotebridge/command-line/terminal';
import { errorCatalogue } from '@quotebridge/core';
import type { DecimalText, InputFault, ReadDocument } from '@quotebridge/core';
import type { Action } from '../command-line/late-action.js';

export const listDocuments: Action<object> = async (context, _options, [file = '']) => {
  const { terminal } = context;
  await using session = await openSession(context);
  const documents = await readDocuments(session.engine, file);
  terminal.result({ file, documents: documents.map(summary) }, (shown) => {
    const rows = shown.documents.map(({ number, type, name, soldTo, lines, total, state }) => {
      return [
        number === '' ? '(none)' : number,
        type ?? '',
        name ?? '',
        soldTo ?? '',
        lines === undefined ? '' : String(lines),
        total === undefined ? '' : moneyText(total),
        state,
      ];
    });
    const columns = [
      { title: 'number' },
      { title: 'type' },
      { title: 'name', shrinksTo: 14 },
      { title: 'sold to', shrinksTo: 12 },
      { title: 'lines', align: 'right' as const },
      { title: 'total', align: 'right' as const },
      { title: '', shrinksTo: 10 },
    ];
    return table(columns, rows, { width: terminal.width, colours: terminal.colours });
  });
  if (documents.length === 0) terminal.note(`${noDocumentsText(file)}.`);
  for (const { number, faults } of documents) {
    for (const fault of faults)
      terminal.note(
        `${visibleText(documentName(number))}: ${faultView(fault, undefined, terminal.noteColours)}`,
      );
  }
  return documents.some((read) => read.document === undefined) ? errorCatalogue['document.invalid'].exit : 0;
};

interface Summary {
  readonly number: string;
  readonly type?: string;
  readonly name?: string;
  readonly soldTo?: string;
  readonly lines?: number;
  readonly total?: DecimalText;
  readonly convertedFrom?: string;
  readonly revisionOf?: string;
  readonly superseded?: boolean;
  readonly faults: readonly InputFault[];
  readonly state: string;
}

function summary({ document, ...read }: ReadDocument): Summary {
  if (document === undefined) return { ...read, state: 'has faults' };
  const { number, faults } = read;
  const { type, name, soldTo, superseded, grandTotal, convertedFrom, revisionOf } = document;
  return {
    number,
    type,
    name,
    soldTo: soldTo.company,
    lines: document.lines.length,
    ...(grandTotal === undefined ? {} : { total: grandTotal }),
    ...(convertedFrom === undefined ? {} : { convertedFrom }),
    ...(revisionOf === undefined ? {} : { revisionOf }),
    superseded,
    faults,
    state: superseded
      ? 'replaced by a later one'
      : convertedFrom === undefined
        ? ''
        : `from ${convertedFrom}`,
  };
}
