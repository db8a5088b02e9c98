import { describeAdapter, type OptionalPort } from '../src/index.js';
import { memoryPackage } from './memory-package.js';
import { memorySubject } from './memory-subject.js';

describeAdapter({
  name: 'The in-memory adapter',
  package: memoryPackage,
  open: async (options) => memorySubject(options),
});

describeAdapter({
  name: 'The in-memory adapter that answers with ids, derives values and writes line by line',
  package: memoryPackage,
  open: async (options) =>
    memorySubject(options, { answers: 'id', opportunityValue: 'derived', lineWrites: 'each' }),
  skip: {
    'opportunities.create.value': 'the value is derived from the lines',
    'quotes.write.one-line': 'each line is a request of its own',
    'quotes.write.one-call': 'each line is a request of its own',
  },
});

const ofOpportunities: readonly OptionalPort[] = [
  'opportunities.listMarked',
  'opportunities.reopen',
  'opportunities.addedByOthers',
  'opportunities.remove',
];
const ports: readonly OptionalPort[] = [
  ...ofOpportunities,
  'quotes',
  'items',
  'attachments',
  'fields',
  'clients.siteAddress',
];
describeAdapter({
  name: 'The in-memory adapter without optional ports',
  package: memoryPackage,
  open: async (options) => memorySubject(options, { without: ports }),
  without: ports,
});

const methods: readonly OptionalPort[] = [
  ...ofOpportunities,
  'quotes.listMarked',
  'quotes.remove',
  'items.updateMany',
  'items.remove',
  'attachments.remove',
  'clients.siteAddress',
];
describeAdapter({
  name: 'The in-memory adapter without optional methods',
  package: memoryPackage,
  open: async (options) => memorySubject(options, { without: methods }),
  without: methods,
});
