import type { RecordId } from '@quotebridge/core/plugin';
import { fieldProfile } from '../profile/field-profile.js';

export type PageKind = keyof typeof fieldProfile.pages;

/** Address of a record in HaloPSA's agent application. */
export function pageLink(server: string, kind: PageKind, id: RecordId): string {
  return `${server}${fieldProfile.pages[kind]}${encodeURIComponent(id)}`;
}
