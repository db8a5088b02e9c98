import { issueJson } from '../presentation/issue-json.js';
import { withConnection } from '../session/with-connection.js';
import type { Action } from '../command-line/late-action.js';
import { counted } from '@quotebridge/command-line/terminal';

export const dismissIssues: Action<object> = async (context, _options, ids) => {
  const { terminal } = context;
  const dismissed = await withConnection(context, 'Dismissing', ({ connection }) =>
    connection.issues.dismiss(ids),
  );
  terminal.result({ dismissed: dismissed.map(issueJson) }, (shown) =>
    shown.dismissed
      .map(
        ({ id, document, message }) => `${terminal.colours.green('✓')} ${id}  ${document.number}  ${message}`,
      )
      .join('\n'),
  );
  const count = counted(dismissed.length, 'issue');
  terminal.note(terminal.noteColours.dim(`${count} put aside. An error that happens again comes back.`));
  return 0;
};
