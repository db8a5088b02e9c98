import { checkView } from '../presentation/check-view.js';
import { withConnection } from '../session/with-connection.js';
import type { Action } from '../command-line/late-action.js';

/** Findings of level `error` get in the way of a push: scripts see them by the exit code. */
const errorExit = 5;

export const runCheck: Action<object> = async (context) => {
  const { terminal } = context;
  const { name, report, requests } = await withConnection(
    context,
    'Signing in',
    async ({ connection, signal }) => ({
      name: connection.name,
      report: await connection.check({ signal }),
      requests: connection.requests,
    }),
  );
  terminal.result({ connection: name, ...report, requests }, (shown) =>
    checkView(shown.connection, shown, shown.requests, terminal.colours),
  );
  return report.findings.some((finding) => finding.level === 'error') ? errorExit : 0;
};
