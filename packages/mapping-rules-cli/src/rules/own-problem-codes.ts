/** Codes of problems that only this command finds, beside those of the rules; its README says what each means. */
export const ownProblemCodes = ['rules.unreadable'] as const;

export type OwnProblemCode = (typeof ownProblemCodes)[number];
