import { Declined } from './declined.js';
import { Unasked } from './unasked.js';
import { editableQuote, editQuote, QuoteEdited } from './edit-quote.js';
import { asking } from '../init/prompting.js';
import { planView } from '../presentation/plan-view.js';
import { type ProgressLine, type Terminal, visible } from '@quotebridge/command-line/terminal';
import type { Plan } from '@quotebridge/core';

/**
 * Shows a plan and finds out whether it may be carried out: `--yes` says so, else a person is asked, else it is
 * refused. With JSON the plan goes to standard error, because standard output is for the result.
 *
 * @throws QuoteEdited when the person has changed the quote instead
 */
export function planConfirmation(
  terminal: Terminal,
  progress: ProgressLine,
  yes: boolean,
): (plan: Plan) => Promise<boolean> {
  return async (plan) => {
    progress.clear();
    const everything = terminal.verbose;
    if (terminal.json && yes) return true;
    const shown = visible(plan);
    if (terminal.json) {
      terminal.note(planView(shown, { width: terminal.width, colours: terminal.noteColours, everything }));
    } else if (!terminal.quiet) {
      terminal.data(`${planView(shown, { width: terminal.width, colours: terminal.colours, everything })}\n`);
    }
    // Nothing to decide: the engine answers conflicts itself, and nothing is written when all stays.
    if (yes || plan.conflicts.length > 0 || plan.operations.every((operation) => operation.action === 'keep'))
      return true;
    if (!terminal.interactive) throw new Unasked(plan);
    await decide(plan, shown.document.number);
    return true;
  };
}

/** Returns when the plan may be carried out. */
async function decide(plan: Plan, number: string): Promise<void> {
  const { expand } = await import('@inquirer/prompts');
  // What stood there before is what an undo is about: there is nothing to edit.
  const quote = plan.purpose === 'undo' ? undefined : editableQuote(plan);
  const keys = quote === undefined ? '(y)es, (N)o' : '(y)es, (N)o, (e)dit';
  const answer = await expand(
    {
      message: plan.purpose === 'undo' ? `Take back the last push of ${number}?` : `Push ${number}?`,
      default: 'n',
      theme: { style: { defaultAnswer: () => keys } },
      choices: [
        { key: 'y', name: 'yes', value: 'yes' },
        { key: 'n', name: 'no', value: 'no' },
        ...(quote === undefined
          ? []
          : [
              {
                key: 'e' as const,
                name: 'edit name, description and dates of the quote first',
                value: 'edit',
              },
            ]),
      ],
    },
    asking,
  );
  if (answer === 'edit' && quote !== undefined) throw new QuoteEdited(await editQuote(quote));
  // Not an answer of false: the engine would report an interruption that can be taken up again.
  if (answer !== 'yes') throw new Declined(plan);
}
