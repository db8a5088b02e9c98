import { expect } from 'chai';
import { RuleError } from '../src/index.js';

/** The RuleError that the action raises; anything else fails the test. */
export function ruleErrorOf(action: () => unknown): RuleError {
  try {
    action();
  } catch (error) {
    expect(error).to.be.instanceOf(RuleError);
    return error as RuleError;
  }
  throw new Error('expected a RuleError');
}
