import { fieldProfile } from './field-profile.js';

export interface FeatureScopes {
  /** As it stands in the guide. */
  readonly feature: string;
  /** Scopes that it needs, all of them. */
  readonly needs: readonly string[];
  readonly parts: readonly FeaturePart[];
}

/** What of a feature some of its scopes open. */
export interface FeaturePart {
  readonly scopes: readonly string[];
  /** What cannot be done without them, as the end of a sentence. */
  readonly without: string;
  /** Paths of the entities (`entities`) that reading shows this part to work for, whatever was granted. */
  readonly shownBy?: readonly string[];
}

const { customers, opportunities, quotes, items, attachments } = fieldProfile.scopes;

/** Scopes that cover every feature. */
export const broadScopes: readonly string[] = ['all', 'all:standard'];

/** Which feature needs which scopes of the API application. The names are seen, what needs which is inferred from them. */
export const featureScopes: readonly FeatureScopes[] = [
  feature(
    'Clients and users',
    part(customers.read, 'no client or user can be found, and nothing can be pushed', 'Client', 'Users'),
  ),
  feature(
    'Opportunities',
    part(opportunities.read, 'none can be listed or found again', 'Opportunities'),
    part(opportunities.write, 'none can be created, updated or completed'),
  ),
  feature(
    'Quotes',
    part(quotes.read, 'none can be found again', 'Quotation'),
    part(quotes.write, 'none can be created or updated'),
  ),
  feature(
    'Products',
    part(items.read, 'none can be found', 'Item'),
    part(items.write, 'none can be created or updated'),
  ),
  feature(
    'Attachments',
    part(attachments.read, 'files that are there cannot be seen'),
    part(attachments.write, 'no file can be attached or replaced'),
  ),
  feature(
    'DataLink into clients and users',
    part(customers.write, 'DataLink cannot write to clients and users; reading them still works'),
  ),
];

function feature(name: string, ...parts: readonly FeaturePart[]): FeatureScopes {
  const needs = [...new Set(parts.flatMap(({ scopes }) => scopes))];
  return { feature: name, needs, parts };
}

function part(scopes: string, without: string, ...shownBy: readonly string[]): FeaturePart {
  return { scopes: scopes.split(' '), without, ...(shownBy.length === 0 ? {} : { shownBy }) };
}

/** The scopes of a list as servers and settings write them. */
export function scopesIn(text: string): readonly string[] {
  return text.split(/\s+/).filter((scope) => scope !== '');
}

/** Whether more may be open by this scope than its name says. */
export function mayCoverEverything(scope: string): boolean {
  return /^(all|admin)\b/.test(scope);
}
