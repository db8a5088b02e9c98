import { checkView } from '../presentation/check-view.js';
import { chooseConnection } from '../configuration/choose-connection.js';
import { exposedSecretFiles } from '../secrets/exposed-secret-files.js';
import { openConfiguredSession } from '../session/open-session.js';
import { connected } from '../session/with-connection.js';
import type { Action } from '../command-line/late-action.js';

/** Findings of level `error` get in the way of a push: scripts see them by the exit code. */
const errorExit = 5;

export const runCheck: Action<object> = async (context) => {
  const { terminal, globals } = context;
  await using session = await openConfiguredSession(context);
  const { name, report, requests } = await connected(
    session,
    context,
    'Signing in',
    async ({ connection, signal }) => ({
      name: connection.name,
      report: await connection.check({ signal }),
      requests: connection.requests,
    }),
  );
  const { folder } = session.configuration;
  const { plugin, settings } = chooseConnection(session.configuration, globals.connection).configuration;
  const exposed = await exposedSecretFiles(session.engine.settingsSchema(plugin), settings, folder);
  const findings = [...report.findings, ...exposed];
  terminal.result({ connection: name, ...report, findings, requests }, (shown) =>
    checkView(shown.connection, shown, shown.requests, terminal.colours),
  );
  return report.findings.some((finding) => finding.level === 'error') ? errorExit : 0;
};
