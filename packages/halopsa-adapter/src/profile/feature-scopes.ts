import { fieldProfile } from './field-profile.js';

export interface FeatureScopes {
  /** As it stands in the guide. */
  readonly feature: string;
  /** Scopes that it needs, all of them. */
  readonly needs: readonly string[];
  /** What does not work without them. */
  readonly without: string;
}

const { customers, opportunities, quotes, items, attachments } = fieldProfile.scopes;

/** Scopes that cover every feature. */
export const broadScopes: readonly string[] = ['all', 'all:standard'];

/** Which feature needs which scopes of the API application. The names are seen, what needs which is inferred from them. */
export const featureScopes: readonly FeatureScopes[] = [
  {
    feature: 'Clients and users',
    needs: list(customers.read),
    without: 'no client or user is found, and nothing can be pushed',
  },
  {
    feature: 'Opportunities',
    needs: list(opportunities.read, opportunities.write),
    without: 'no opportunity can be listed, created, updated or completed',
  },
  { feature: 'Quotes', needs: list(quotes.read, quotes.write), without: 'no quote can be written' },
  {
    feature: 'Products',
    needs: list(items.read, items.write),
    without: 'no product is found or created',
  },
  {
    feature: 'Attachments',
    needs: list(attachments.read, attachments.write),
    without: 'no file can be attached or replaced',
  },
  {
    feature: 'DataLink into clients and users',
    needs: list(customers.write),
    without: 'DataLink cannot write to clients and users; reading them still works',
  },
];

function list(...scopes: readonly string[]): readonly string[] {
  return [...new Set(scopes.flatMap((text) => text.split(' ')))];
}
