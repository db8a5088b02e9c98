import { expect } from 'chai';
import { errorCatalogue } from '../../src/errors/error-catalogue.js';
import { isQuotebridgeError, QuotebridgeError } from '../../src/errors/quotebridge-error.js';

describe('errorCatalogue', () => {
  it('gives each error the published exit code and status', () => {
    const codes = Object.entries(errorCatalogue).map(([code, { exit, http }]) => `${code} ${exit} ${http}`);
    expect(codes).to.deep.equal([
      'usage 2 400',
      'settings.invalid 2 422',
      'document.invalid 2 422',
      'state.unusable 2 500',
      'auth.rejected 3 401',
      'permission.missing 3 403',
      'remote.rateLimited 4 429',
      'remote.unavailable 4 502',
      'remote.rejected 5 422',
      'plan.conflict 5 409',
      'plan.stale 5 409',
      'capability.unsupported 5 422',
      'proof.mismatch 6 409',
      'remote.unexpected 7 500',
      'plugin.invalid 7 500',
      'plugin.failed 7 500',
      'internal 7 500',
      'cancelled 130 499',
    ]);
  });
});

describe('QuotebridgeError', () => {
  it('prints as plain data', () => {
    const error = new QuotebridgeError('plan.stale', 'Old.', { next: 'Plan again.' });
    expect(error.exitCode).to.equal(5);
    expect(JSON.parse(JSON.stringify(error))).to.deep.equal({
      code: 'plan.stale',
      message: 'Old.',
      details: { next: 'Plan again.' },
    });
  });

  it('is known by its shape, so that two copies of the package understand each other', () => {
    const other = Object.assign(new Error('x'), { name: 'QuotebridgeError', code: 'usage', details: {} });
    expect(isQuotebridgeError(other)).to.equal(true);
    expect(isQuotebridgeError(other, 'usage')).to.equal(true);
    expect(isQuotebridgeError(other, 'internal')).to.equal(false);
    for (const value of [new Error('x'), null, 'usage', { name: 'QuotebridgeError', code: 'usage' }])
      expect(isQuotebridgeError(value)).to.equal(false);
  });
});
