import { asking } from '../init/prompting.js';
import { type ProgressLine, type Terminal, visible, visibleText } from '@quotebridge/command-line/terminal';
import { newOpportunity, type Ask, type Question } from '@quotebridge/core';

/**
 * Asks the person at the terminal what the plan of one document leaves open, and each thing once, however often it is
 * planned again. Undefined when nobody is there to be asked.
 */
export function askPerson(terminal: Terminal, progress: ProgressLine, yes: boolean): Ask | undefined {
  if (yes || !terminal.interactive) return undefined;
  const ask = async (question: Question): Promise<string | boolean | undefined> => {
    progress.clear();
    const { confirm, select } = await import('@inquirer/prompts');
    const message = visibleText(question.message);
    if (question.about !== 'opportunity') return confirm({ message, default: question.otherwise }, asking);
    const choices = visible(question.candidates).map(({ name }, index) => ({
      name,
      value: question.candidates[index]?.id,
    }));
    const otherwise = question.mayCreate
      ? { name: '(a new one)', value: newOpportunity }
      : { name: '(none)', value: undefined };
    return select<string | undefined>({ message, choices: [otherwise, ...choices] }, asking);
  };
  const answers = new Map<Question['about'], Promise<string | boolean | undefined>>();
  const once = (question: Question): Promise<string | boolean | undefined> => {
    const answer = answers.get(question.about) ?? ask(question);
    answers.set(question.about, answer);
    return answer;
  };
  return once as Ask;
}
