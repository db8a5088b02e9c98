/** UTF-16 units of a pattern's text. */
export const maximumLength = 1000;
/** Groups within groups. */
export const maximumDepth = 30;
/** Of `{n}`. */
export const maximumRepetition = 500;
/** Characters that a pattern tells apart, all repetitions written out. */
export const maximumStates = 500;
/** Ways from one of them to the next. */
export const maximumSteps = 20_000;
