import type { PlanOptions, UndoOptions } from './engine-types.js';
import type { Ask } from './person-choices.js';

/**
 * What a host raises while it asks a person is an answer, such as no, and no failure of the push: the same options, which
 * tell such errors apart.
 */
export function withAnswersApart<Options extends UndoOptions & Pick<PlanOptions, 'ask'>>(
  options: Options,
  isAnswer: (error: unknown) => void,
): Options {
  const apart =
    <Question extends readonly unknown[], Answer>(ask: (...question: Question) => Promise<Answer>) =>
    async (...question: Question): Promise<Answer> => {
      try {
        return await ask(...question);
      } catch (error) {
        isAnswer(error);
        throw error;
      }
    };
  const { confirm, ask } = options;
  return {
    ...options,
    ...(confirm === undefined ? {} : { confirm: apart(confirm) }),
    // Each question has an answer of its own kind, which goes through as it is.
    ...(ask === undefined ? {} : { ask: apart((question: never) => ask(question)) as Ask }),
  };
}
