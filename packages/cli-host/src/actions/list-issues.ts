import { issueJson } from '../presentation/issue-json.js';
import { issueTable } from '../presentation/issue-view.js';
import { withConnection } from '../session/with-connection.js';
import type { Action } from '../command-line/late-action.js';
import { counted } from '@quotebridge/command-line/terminal';

interface Options {
  readonly doc?: readonly string[];
  readonly dismissed?: boolean;
}

export const listIssues: Action<Options> = async (context, { doc, dismissed = false }) => {
  const { terminal } = context;
  const found = await withConnection(context, 'Reading the issues', ({ connection }) =>
    connection.issues.list({ dismissed, ...(doc === undefined ? {} : { documents: doc }) }),
  );
  const issues = found.map(issueJson);
  terminal.result({ issues }, (shown) =>
    shown.issues.length === 0 ? '' : issueTable(shown.issues, terminal),
  );
  const open = issues.filter(({ dismissedAt }) => dismissedAt === undefined).length;
  const aside = issues.length === open ? '' : `, ${issues.length - open} put aside`;
  const next = open === 0 ? '' : '. Try again with: quotebridge issues retry --all';
  terminal.note(terminal.noteColours.dim(`${counted(open, 'issue')}${aside}${next}`));
  return 0;
};
