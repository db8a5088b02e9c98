import { expect } from 'chai';
import * as root from '@quotebridge/core';
import * as plugin from '@quotebridge/core/plugin';
import * as sqliteState from '@quotebridge/core/sqlite-state';

function namesOf(module: object): readonly string[] {
  return Object.keys(module).sort();
}

/** What others rely on. A name that comes or goes is a decision: change this list with it. */
describe('the public names', () => {
  it('of @quotebridge/core, for hosts', () => {
    expect(namesOf(root)).to.deep.equal([
      'QuotebridgeError',
      'amountText',
      'billingPeriods',
      'bindingsFormat',
      'bindingsSchema',
      'createEngine',
      'currentDocuments',
      'dataLinkObjects',
      'decimal',
      'documentSchema',
      'documentStage',
      'errorCatalogue',
      'explainValue',
      'fillDocument',
      'findInLookup',
      'isIsoDate',
      'isProven',
      'isQuotebridgeError',
      'isTooDeep',
      'listDocumentFields',
      'manifestSchema',
      'newOpportunity',
      'outlineDocument',
      'parsePlan',
      'periodNames',
      'planFormat',
      'planSchema',
      'silentLogger',
      'taxCoverage',
      'unmappedNames',
      'verifyDigest',
    ]);
  });

  it('of @quotebridge/core/plugin, for plugins', () => {
    expect(namesOf(plugin)).to.deep.equal([
      'QuotebridgeError',
      'Secret',
      'billingPeriods',
      'clockToken',
      'connectionCacheToken',
      'contactManagerToken',
      'dataLinkObjects',
      'decimal',
      'documentSourceToken',
      'documentTypes',
      'errorCatalogue',
      'httpClientToken',
      'isLoopback',
      'isQuotebridgeError',
      'isTooDeep',
      'lineAttributes',
      'lineTypes',
      'loggerToken',
      'markerPrefix',
      'normaliseServerUrl',
      'parseDecimal',
      'settingsToken',
      'wellKnownLookups',
    ]);
  });

  it('of @quotebridge/core/sqlite-state, for hosts with a file system', () => {
    expect(namesOf(sqliteState)).to.deep.equal(['openSqliteState']);
  });
});
