import { subtract, type DecimalText } from '../domain/decimal.js';
import { roundedLines, type LineFigure, type RoundingRule } from './rounding-rules.js';
import { mostLines, type ProofExplanation, type ProofLine, type ProofSum } from './proof.js';

/** Lines that differ, by the key of their line. */
export type DifferingLines = ReadonlyMap<string, readonly ProofLine[]>;

/** A sum of document and PSA side by side; where they differ, with the explanation that is asked for then. */
export function proofSum(
  of: ProofSum['of'],
  document: DecimalText,
  stored: DecimalText,
  explain: () => ProofExplanation,
): ProofSum {
  if (document === stored) return { of, document, stored };
  return { of, document, stored, difference: subtract(stored, document), explanation: explain() };
}

/** Of a difference that a way of rounding makes; the lines are those that it can make a difference to. */
export function explainByRounding(
  rule: RoundingRule,
  text: string,
  figures: readonly LineFigure[],
): ProofExplanation {
  const rounded = roundedLines(figures);
  const labels = shortList(rounded.map(({ label }) => label));
  return {
    cause: 'rounding',
    rounding: rule.name,
    text: rounded.length === 0 ? `${text}.` : `${text}; of ${lineCount(rounded.length)}: ${labels}.`,
    lines: rounded.map(({ key }) => key).slice(0, mostLines),
  };
}

/** Of a difference that lines make, whose own differences say why. */
export function explainByLines(keys: readonly string[], differing: DifferingLines): ProofExplanation {
  const found = keys.flatMap((key) => differing.get(key) ?? []);
  const lines = keys.slice(0, mostLines);
  if (keys.length === 0) return { cause: 'unknown', text: 'No line explains it.', lines };
  const hard = found.filter(({ cause }) => cause !== 'rounding');
  const priced = new Set(found.filter(({ cause }) => cause === 'repricing').map(({ key }) => key)).size;
  const which = lineCount(keys.length);
  if (found.length > 0 && hard.length === 0) {
    const texts = [...new Set(found.map(({ label, text }) => `${label}: ${text ?? ''}`))];
    return { cause: 'rounding', text: `The PSA rounds ${which} otherwise (${shortList(texts)}).`, lines };
  }
  if (priced > 0) {
    const text = `The PSA re-priced ${lineCount(priced)} from its own catalogue`;
    const others = keys.length - priced;
    const more = others <= 0 ? '' : `; ${lineCount(others)} more ${others === 1 ? 'differs' : 'differ'}`;
    return { cause: 'repricing', text: `${text}${more}.`, lines };
  }
  return {
    cause: 'lines',
    text: `It comes from ${which} that ${keys.length === 1 ? 'differs' : 'differ'}.`,
    lines,
  };
}

/** For a sentence. */
export function lineCount(lines: number): string {
  return lines === 1 ? 'one line' : `${lines} lines`;
}

/** Some of many, for a sentence. */
export function shortList(texts: readonly string[]): string {
  const most = 3;
  const more = texts.length - most;
  return `${texts.slice(0, most).join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}
