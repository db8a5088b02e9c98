import { inputLines } from '../documents/input-lines.js';
import { refuseAs } from '../errors/refuse-as.js';
import { withConnection } from '../session/with-connection.js';
import { openInputFile } from '@quotebridge/command-line/files';
import { counted, visible } from '@quotebridge/command-line/terminal';
import { errorCatalogue, type ImportedFamily } from '@quotebridge/core';
import type { Action } from '../command-line/late-action.js';

export const importBindings: Action<{ readonly replace?: boolean }> = async (
  context,
  { replace = false },
  [file = ''],
) => {
  const { terminal } = context;
  const found = new Map<ImportedFamily['status'], number>();
  await withConnection(context, 'Importing bindings', async ({ connection, signal, progress }) => {
    const content = file === '-' ? process.stdin : openInputFile(file, 'file of bindings', refuseAs('usage'));
    const imported = connection.importBindings(inputLines(content, file), {
      replace,
      signal,
      progress: progress.report,
    });
    for await (const family of imported) {
      found.set(family.status, (found.get(family.status) ?? 0) + 1);
      if (terminal.json) terminal.object(family, 'line');
      else if (family.status === 'conflict') {
        progress.clear();
        const { message = '', next = '' } = visible(family);
        terminal.data(`${terminal.colours.red('✗')} ${message}\n    ${terminal.colours.dim(next)}`);
      }
    }
  });
  const total = [...found.values()].reduce((sum, count) => sum + count, 0);
  const parts = [...found].map(([status, count]) => `${count} ${words[status]}`);
  terminal.note(
    total === 0
      ? 'The file holds no family.'
      : `${counted(total, 'family', 'families')}: ${parts.join(', ')}.`,
  );
  return (found.get('conflict') ?? 0) === 0 ? 0 : errorCatalogue['plan.conflict'].exit;
};

const words: Readonly<Record<ImportedFamily['status'], string>> = {
  imported: 'taken over',
  known: 'known already',
  replaced: 'replaced',
  conflict: 'left as they are',
};
