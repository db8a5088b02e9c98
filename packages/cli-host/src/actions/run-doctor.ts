import { chooseConnection } from '../configuration/choose-connection.js';
import { applicationValues } from '../documents/application-values.js';
import { pickDocuments } from '../documents/pick-documents.js';
import { readDocuments, validDocuments } from '../documents/read-documents.js';
import { doctorView } from '../presentation/doctor-view.js';
import { exposedSecretFiles } from '../secrets/exposed-secret-files.js';
import { openConfiguredSession } from '../session/open-session.js';
import { connected } from '../session/with-connection.js';
import { currentDocuments, QuotebridgeError } from '@quotebridge/core';
import type { Action } from '../command-line/late-action.js';

/** Findings of level `error` get in the way of a push: scripts see them by the exit code. */
const errorExit = 5;

interface Options {
  readonly documents?: string;
  readonly doc?: readonly string[];
}

export const runDoctor: Action<Options> = async (context, { documents: file, doc }) => {
  const { terminal, globals } = context;
  if (file === undefined && doc !== undefined) {
    throw new QuotebridgeError('usage', 'Documents of which file? Expected --documents with --doc.');
  }
  await using session = await openConfiguredSession(context);
  const read = file === undefined ? [] : await readDocuments(session.engine, file);
  const documents =
    doc === undefined || file === undefined ? currentDocuments(read) : pickDocuments(read, doc, file);
  const given = file === undefined ? {} : { documents, siblings: validDocuments(read) };
  const { name, report, requests } = await connected(
    session,
    context,
    'Signing in',
    async ({ connection, signal, progress }) => ({
      name: connection.name,
      report: await connection.doctor({
        ...given,
        application: applicationValues(),
        signal,
        progress: progress.report,
      }),
      requests: connection.requests,
    }),
  );
  const { folder } = session.configuration;
  const { plugin, settings } = chooseConnection(session.configuration, globals.connection).configuration;
  const exposed = await exposedSecretFiles(session.engine.settingsSchema(plugin), settings, folder);
  const findings = [...report.findings, ...exposed];
  terminal.result({ connection: name, ...report, findings, requests }, (shown) =>
    doctorView(shown.connection, shown, shown.requests, terminal),
  );
  return findings.some((finding) => finding.level === 'error') ? errorExit : 0;
};
