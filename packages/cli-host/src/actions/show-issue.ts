import { issueJson } from '../presentation/issue-json.js';
import { issueView } from '../presentation/issue-view.js';
import { withConnection } from '../session/with-connection.js';
import type { Action } from '../command-line/late-action.js';

export const showIssue: Action<object> = async (context, _options, [id = '']) => {
  const { terminal } = context;
  const issue = await withConnection(context, 'Reading the issue', ({ connection }) =>
    connection.issues.get(id),
  );
  terminal.result(issueJson(issue), (shown) => issueView(shown, terminal));
  return 0;
};
