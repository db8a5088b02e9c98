import { existingFolder } from '../configuration/existing-folder.js';
import { writeFileWhole } from '../configuration/write-file-whole.js';
import { applicationValues } from '../documents/application-values.js';
import { pickDocument, validDocument } from '../documents/pick-documents.js';
import { readAttachments } from '../documents/read-attachments.js';
import { readDocuments, validDocuments } from '../documents/read-documents.js';
import { planView } from '../presentation/plan-view.js';
import { askPerson } from '../push/ask-person.js';
import { personChoices } from '../push/person-choices.js';
import { openConfiguredSession } from '../session/open-session.js';
import { connected } from '../session/with-connection.js';
import { errorCatalogue } from '@quotebridge/core';
import type { ChoiceOptions } from '../command-line/choice-options.js';
import type { Action } from '../command-line/late-action.js';

interface Options extends ChoiceOptions {
  readonly doc: string;
  readonly output?: string;
  readonly attach?: readonly string[];
}

export const makePlan: Action<Options> = async (context, options, [file = '']) => {
  const { terminal } = context;
  const { doc, output, attach = [] } = options;
  if (output !== undefined) await existingFolder(output);
  await using session = await openConfiguredSession(context);
  const read = await readDocuments(session.engine, file);
  const document = validDocument(pickDocument(read, doc, file));
  const attachments = await readAttachments(attach);
  const siblings = validDocuments(read);
  const plan = await connected(session, context, `Planning ${doc}`, ({ connection, signal, progress }) => {
    const ask = askPerson(terminal, progress, false);
    return connection.plan(document, {
      attachments,
      siblings,
      application: applicationValues(),
      choices: personChoices(options),
      ...(ask === undefined ? {} : { ask }),
      signal,
      progress: progress.report,
    });
  });
  if (output !== undefined) await writeFileWhole(output, `${JSON.stringify(plan, undefined, 2)}\n`);
  const { width, colours, verbose } = terminal;
  terminal.result(plan, (shown) => planView(shown, { width, colours, everything: verbose }));
  if (output !== undefined)
    terminal.note(`Written to ${output}. Carry it out with: quotebridge apply ${output}`);
  return plan.conflicts.length > 0 ? errorCatalogue['plan.conflict'].exit : 0;
};
