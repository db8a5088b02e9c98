import { changesExitCode } from '../command-line/detailed-exit-code.js';
import { noDocuments } from '../documents/no-documents.js';
import { pickDocuments } from '../documents/pick-documents.js';
import { readDocuments } from '../documents/read-documents.js';
import { driftView } from '../presentation/drift-view.js';
import { openConfiguredSession } from '../session/open-session.js';
import { connected } from '../session/with-connection.js';
import type { Action } from '../command-line/late-action.js';
import { counted, visible } from '@quotebridge/command-line/terminal';
import type { Drift, Engine } from '@quotebridge/core';

interface Options {
  readonly doc?: readonly string[];
  readonly detailedExitcode?: boolean;
}

export const showDrift: Action<Options> = async (context, options, [file]) => {
  const { terminal } = context;
  const { doc, detailedExitcode = false } = options;
  await using session = await openConfiguredSession(context);
  const documents = file === undefined ? doc : await numbersIn(session.engine, file, doc);
  const found = new Map<Drift['verdict'], number>();
  await connected(session, context, 'Comparing with the PSA', async ({ connection, signal, progress }) => {
    const wanted = documents === undefined ? {} : { documents };
    for await (const drift of connection.drift({ ...wanted, signal, progress: progress.report })) {
      progress.clear();
      found.set(drift.verdict, (found.get(drift.verdict) ?? 0) + 1);
      // One line for each: there is no telling beforehand how many there are.
      if (terminal.json) terminal.object(drift, 'line');
      else terminal.data(`${driftView(visible(drift), terminal)}\n`);
    }
  });
  terminal.note(summary(found));
  const differs = (found.get('changed') ?? 0) + (found.get('gone') ?? 0) > 0;
  return detailedExitcode && differs ? changesExitCode : 0;
};

/** Faults of a document do not matter here: it is not going to be sent. */
async function numbersIn(
  engine: Engine,
  file: string,
  doc: readonly string[] | undefined,
): Promise<readonly string[]> {
  const read = await readDocuments(engine, file);
  const chosen = doc === undefined ? read : pickDocuments(read, doc, file);
  if (chosen.length === 0) throw noDocuments(file);
  return chosen.flatMap(({ number }) => (number === '' ? [] : [number]));
}

const words: Readonly<Record<Drift['verdict'], string>> = {
  equal: 'as it was sent',
  changed: 'changed',
  gone: 'gone',
  neverSent: 'never sent',
};

function summary(found: ReadonlyMap<Drift['verdict'], number>): string {
  const total = [...found.values()].reduce((sum, count) => sum + count, 0);
  if (total === 0) return 'Nothing was sent yet.';
  const parts = [...found].map(([verdict, count]) => `${count} ${words[verdict]}`);
  return `${counted(total, 'document')}: ${parts.join(', ')}.`;
}
