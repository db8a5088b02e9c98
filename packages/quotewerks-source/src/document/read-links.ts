import type { DocumentLink } from '@quotebridge/core/plugin';

/** Files and addresses separated by `;`, each named by its last part. */
export function readLinks(text: string): readonly DocumentLink[] {
  return text
    .split(';')
    .map((location) => location.trim())
    .filter((location) => location !== '')
    .map((location) => ({
      name: location.split(/[\\/]/).findLast((part) => part !== '') ?? location,
      location,
    }));
}
