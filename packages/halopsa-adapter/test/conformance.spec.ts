import { describeAdapter, type AdapterOptions } from '@quotebridge/adapter-testkit';
import { readFileSync } from 'node:fs';
import { conformanceSubject } from './support/conformance-subject.js';

const jsonOf = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));

const adapterPackage: AdapterOptions['package'] = {
  manifest: (jsonOf('package.json') as { quotebridge: unknown }).quotebridge,
  files: { './settings.schema.json': jsonOf('settings.schema.json') },
  load: () => import('../src/plugin.js'),
};

describeAdapter({
  name: 'HaloPSA, on the sandbox as it is',
  package: adapterPackage,
  open: (options) => conformanceSubject(options),
  skip: {
    'items.create.round-trip': 'the item number is the name of the item, as in QuoteWerks’ own integration',
    'items.update.name': 'the item number is the name of the item',
  },
});

describeAdapter({
  name: 'HaloPSA, on a sandbox that says and does as little as it may',
  package: adapterPackage,
  open: (options) =>
    conformanceSubject(
      options,
      {
        switches: {
          omittedQuoteLines: 'keep',
          quoteAnswerHasLines: false,
          multiPostAnswer: 'first',
          lineReplaceOnUpdate: 'replace',
          unknownIdAnswer: 'badRequest',
          emptyDates: 'sentinel',
          lineDiscount: 'subtract',
          pageCap: 40,
          createdStatus: 200,
          authInfo: 'off',
        },
      },
      {
        itemNumberFields: ['supplier_part_code', 'name', 'internalreference'],
        lineDiscount: 'subtracted',
      },
    ),
  skip: {
    'items.search.sku': 'the item number is the SKU of the item',
    'items.update.sku': 'the item number is the SKU of the item',
  },
});
