import type { Contestant } from '../measure/contestant.js';
import { handlebarsContestant } from './peers/handlebars.js';
import { etaContestant } from './peers/eta.js';
import { liquidContestant } from './peers/liquidjs.js';
import { micromustacheContestant } from './peers/micromustache.js';
import { mustacheContestant } from './peers/mustache.js';
import { stringTemplateContestant } from './peers/string-template.js';
import { byHand, byHandAgain, byHandWithCare, replaceWithCallback } from './by-hand.js';
import type { MacroWorkload } from './macro-workload.js';
import { ownMacro } from './own-macro.js';

/** Ours twice, everybody else at the fastest use that their documentation names, and code written by hand. */
export const macroContestants: readonly Contestant<MacroWorkload>[] = [
  ownMacro('mapping-rules, generated', true),
  ownMacro('mapping-rules', false),
  byHand,
  byHandAgain,
  byHandWithCare,
  replaceWithCallback,
  etaContestant,
  handlebarsContestant,
  mustacheContestant,
  micromustacheContestant,
  liquidContestant,
  stringTemplateContestant,
];
