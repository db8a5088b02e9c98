import fc from 'fast-check';
import { troubles, type Trouble } from './trouble.js';

/** A line of a random document. Its price is in cents, its quantity in halves, so that every amount is exact. */
export interface RandomLine {
  readonly kind: 'known' | 'new' | 'monthly' | 'yearly' | 'comment';
  /** Which of the products of its kind. */
  readonly product: number;
  readonly cents: number;
  readonly halves: number;
  readonly text: string;
  readonly taxed: boolean;
}

/** What happens next. Lines are counted from 0, modulo how many there are. */
export type Step =
  | { readonly does: 'push'; readonly trouble?: Trouble; readonly untilDone: boolean }
  /** The process is gone when it asks its state for that many things. */
  | { readonly does: 'crash'; readonly at: number }
  | { readonly does: 'plan' }
  | { readonly does: 'change'; readonly line: number; readonly to: RandomLine }
  | { readonly does: 'add'; readonly line: number; readonly what: RandomLine }
  | { readonly does: 'remove'; readonly line: number }
  | { readonly does: 'move'; readonly line: number; readonly to: number }
  | { readonly does: 'rename'; readonly title: string }
  | { readonly does: 'personRenames'; readonly what: 'opportunity' | 'quote'; readonly title: string }
  | { readonly does: 'personRewords'; readonly line: number; readonly text: string }
  | { readonly does: 'personReprices'; readonly line: number; readonly cents: number }
  | { readonly does: 'personDeletes'; readonly line: number }
  | { readonly does: 'personAdds'; readonly text: string; readonly cents: number }
  | { readonly does: 'loseState' | 'keepBackup' | 'restoreBackup' | 'otherMachine' };

/** A document, and what happens to it on this side and in the PSA. */
export interface Schedule {
  readonly lines: readonly RandomLine[];
  readonly title: string;
  readonly steps: readonly Step[];
}

const texts = fc.oneof(
  fc.constantFrom(
    'Dock',
    'Naïve “café” – 5 €',
    '=1+1',
    '<b>bold</b>',
    '  blanks  within  ',
    'quotebridge:X',
    '日本語 🙂',
  ),
  fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 40 }).map((text) => `t${text}`.trim()),
);

const line: fc.Arbitrary<RandomLine> = fc.record({
  kind: fc.constantFrom('known', 'known', 'new', 'monthly', 'yearly', 'comment'),
  product: fc.nat({ max: 3 }),
  cents: fc.oneof(fc.integer({ min: 1, max: 500_000 }), fc.constantFrom(0, 1, 99, 100, 333)),
  halves: fc.oneof(
    fc.integer({ min: 1, max: 20 }).map((count) => count * 2),
    fc.constantFrom(1, 5),
  ),
  text: texts,
  taxed: fc.boolean(),
});

const index = fc.nat({ max: 5 });
const trouble = fc.record({ at: fc.integer({ min: 1, max: 14 }), kind: fc.constantFrom(...troubles) });

const push: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ does: fc.constant('push' as const), trouble, untilDone: fc.boolean() }),
  fc.record({ does: fc.constant('push' as const), untilDone: fc.constant(true) }),
  fc.record({ does: fc.constant('crash' as const), at: fc.integer({ min: 1, max: 60 }) }),
);

const change: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ does: fc.constant('change' as const), line: index, to: line }),
  fc.record({ does: fc.constant('add' as const), line: index, what: line }),
  fc.record({ does: fc.constant('remove' as const), line: index }),
  fc.record({ does: fc.constant('move' as const), line: index, to: index }),
  fc.record({ does: fc.constant('rename' as const), title: texts }),
);

const handEdit: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    does: fc.constant('personRenames' as const),
    what: fc.constantFrom('opportunity' as const, 'quote' as const),
    title: texts,
  }),
  fc.record({ does: fc.constant('personRewords' as const), line: index, text: texts }),
  fc.record({
    does: fc.constant('personReprices' as const),
    line: index,
    cents: fc.integer({ min: 1, max: 99_999 }),
  }),
  fc.record({ does: fc.constant('personDeletes' as const), line: index }),
  fc.record({
    does: fc.constant('personAdds' as const),
    text: texts,
    cents: fc.integer({ min: 1, max: 99_999 }),
  }),
);

const accident: fc.Arbitrary<Step> = fc.record({
  does: fc.constantFrom('loseState', 'keepBackup', 'restoreBackup', 'otherMachine'),
});

const step = fc.oneof(
  { arbitrary: push, weight: 4 },
  { arbitrary: change, weight: 3 },
  { arbitrary: handEdit, weight: 3 },
  { arbitrary: accident, weight: 1 },
  { arbitrary: fc.constant<Step>({ does: 'plan' }), weight: 1 },
);

/** Random schedules; what makes one fail is found by taking steps and lines away. */
export const schedules: fc.Arbitrary<Schedule> = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 5 }),
  title: texts,
  steps: fc.array(step, { minLength: 2, maxLength: 9 }),
});
