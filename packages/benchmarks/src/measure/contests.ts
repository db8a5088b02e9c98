import { macroContest } from '../macro/macro-contest.js';
import { tableContest } from '../table/table-contest.js';

/** By the name that the command line knows them by. */
export const contests = { macro: macroContest, table: tableContest } as const;
export type ContestName = keyof typeof contests;
