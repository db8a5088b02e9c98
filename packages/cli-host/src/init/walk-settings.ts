import { isObject } from './plain-object.js';
import { asking } from './prompting.js';
import { settingsPages, type SettingsPage } from './settings-page.js';
import { askEach, showPage, walkPage, type Walk } from './walk-page.js';
import type { DescribedError } from '../errors/describe-error.js';
import { errorView } from '../errors/error-view.js';
import { visibleText } from '@quotebridge/command-line/terminal';
import { confirm } from '@inquirer/prompts';

/** Goes through the pages in order. The page that holds the account is tried out: the lists of the others come from there. */
export async function walkSettings(walk: Walk): Promise<void> {
  for (const page of settingsPages(walk.settings.schema)) {
    await walkPage(page, walk);
    if (page.fields.some(({ secret }) => secret)) await signIn(page, walk);
  }
}

/** One page with all its settings. */
export async function walkOnePage(page: SettingsPage, walk: Walk): Promise<void> {
  const signsIn = page.fields.some(({ secret }) => secret);
  showPage(page, walk);
  if (!signsIn && page.fields.some(({ lookup }) => lookup !== undefined)) await tryToSignIn(walk);
  await askEach(page.fields, page, walk);
  if (signsIn) await signIn(page, walk);
}

/** Only what must be there and is not. */
export async function askMissing(walk: Walk): Promise<void> {
  for (const page of settingsPages(walk.settings.schema)) {
    const missing = page.fields.filter(
      (field) => field.required && walk.settings.valueOf(field) === undefined,
    );
    if (missing.length > 0) await askEach(missing, page, walk);
  }
}

/** Until it works, or the person would rather go on without lists. */
async function signIn(page: SettingsPage, walk: Walk): Promise<void> {
  for (;;) {
    const failure = await tryToSignIn(walk);
    if (failure === undefined) return;
    const variables = missingVariables(page, walk);
    if (variables.length > 0) {
      walk.terminal.note(
        `Set ${variables.join(' and ')} outside of this command, and run it again for the lists of the PSA. Without them it goes on as well.`,
      );
    }
    const again = { message: 'Correct these settings?', default: variables.length === 0 };
    if (!(await confirm(again, asking))) {
      walk.terminal.note(
        'The settings are kept, without lists to choose from. Try them later with: quotebridge doctor',
      );
      return;
    }
    const named = (failure.details.faults ?? []).map(({ at }) => at);
    const doubtful = page.fields.filter(
      ({ required, path }) => required || named.some((at) => at.endsWith(`/${path.join('/')}`)),
    );
    await askEach(doubtful, page, walk);
  }
}

/** Environment variables of secrets that are not there: no answer of a person can set them. */
function missingVariables(page: SettingsPage, { settings }: Walk): readonly string[] {
  return page.fields.flatMap((field) => {
    const value = field.secret ? settings.valueOf(field) : undefined;
    const name = isObject(value) ? value['env'] : undefined;
    return typeof name === 'string' && !process.env[name] ? [name] : [];
  });
}

async function tryToSignIn({ lists, terminal }: Walk): Promise<DescribedError | undefined> {
  const outcome = await lists.signIn();
  if ('failure' in outcome) {
    terminal.note(errorView(outcome.failure, terminal.noteColours));
    return outcome.failure;
  }
  const { server, account } = outcome.report;
  terminal.note(
    `${terminal.noteColours.green('✓')} Signed in to ${visibleText(`${server} as ${account.name}`)}`,
  );
  return undefined;
}
