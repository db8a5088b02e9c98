import { openSession } from '../session/open-session.js';
import type { Action } from '../command-line/late-action.js';
import { table } from '@quotebridge/command-line/table';
import type { RegisteredContribution } from '@quotebridge/core';

export const listPlugins: Action<object> = async (context) => {
  const { terminal } = context;
  await using session = await openSession(context);
  const { contactManagers, documentSources } = session.engine;
  const plain = (contribution: RegisteredContribution): RegisteredContribution => {
    const { settings: _settings, ...rest } = contribution;
    return rest;
  };
  const result = {
    contactManagers: contactManagers.map(plain),
    documentSources: documentSources.map(plain),
    diagnostics: session.diagnostics,
  };
  terminal.result(result, (shown) => {
    const rows = [
      ...shown.contactManagers.map((entry) => ['contact manager', ...cells(entry)]),
      ...shown.documentSources.map((entry) => ['document source', ...cells(entry)]),
    ];
    const columns = [
      { title: 'kind' },
      { title: 'id' },
      { title: 'name', shrinksTo: 12 },
      { title: 'plugin', shrinksTo: 16 },
      { title: 'version' },
    ];
    return table(columns, rows, { width: terminal.width, colours: terminal.colours });
  });
  for (const { plugin, path, message } of session.diagnostics) {
    terminal.note(
      `${terminal.noteColours.yellow('!')} ${plugin}${path === '' ? '' : ` ${path}`}: ${message}`,
    );
  }
  return 0;
};

function cells({ id, displayName, plugin, version }: RegisteredContribution): string[] {
  return [id, displayName, plugin, version];
}
