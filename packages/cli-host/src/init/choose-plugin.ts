import { QuotebridgeError, type Engine } from '@quotebridge/core';

/** The contact manager that was named, or the only one there is. */
export function choosePlugin(engine: Engine, named: string | undefined): string {
  const ids = engine.contactManagers.map((contribution) => contribution.id);
  const chosen = named ?? (ids.length === 1 ? ids[0] : undefined);
  if (chosen !== undefined && ids.includes(chosen)) return chosen;
  throw new QuotebridgeError(
    'usage',
    named === undefined
      ? 'Which contact manager? Expected --plugin.'
      : `There is no contact manager “${named}”.`,
    {
      faults: [
        {
          at: '--plugin',
          ...(named === undefined ? {} : { value: named }),
          expected: `one of ${ids.join(', ')}`,
        },
      ],
      next: 'List what is installed with: quotebridge plugins list',
    },
  );
}
