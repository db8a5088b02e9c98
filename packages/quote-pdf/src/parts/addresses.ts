import type { QuoteDocument } from '@quotebridge/core';
import { styles } from '../page/look.js';
import type { Sheet } from '../page/sheet.js';
import { drawBlocks } from './blocks.js';

type Party = QuoteDocument['soldTo'];

/** Sold-to and ship-to beside each other. */
export function drawAddresses(sheet: Sheet, { soldTo, shipTo }: QuoteDocument): void {
  const gap = 24;
  const width = (sheet.width - gap) / 2;
  const blocks = [
    { title: 'Sold to', party: soldTo },
    { title: 'Ship to', party: shipTo },
  ]
    .map(({ title, party }) => ({ title, lines: linesOf(party) }))
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }, index) => {
      const column = { x: sheet.left + index * (width + gap), width };
      const texts = lines.map((line, at) => {
        const style = at === 0 ? styles.strong : styles.body;
        return { lines: sheet.typesetter.wrap(line, width, style), style };
      });
      return { title, column, texts };
    });
  if (blocks.length === 0) return;
  drawBlocks(sheet, blocks);
  sheet.y += 14;
}

function linesOf(party: Party): readonly string[] {
  const lines = [
    party.company,
    [party.contact, party.title].filter(filled).join(', '),
    party.address1,
    party.address2,
    party.address3,
    townOf(party),
    party.country,
    party.phone,
    party.email,
  ];
  return lines.filter(filled);
}

/** `Fort Collins, CO 80524` or `90-001 Łódź`. */
function townOf({ city, state, postalCode }: Party): string {
  if (!filled(state)) return [postalCode, city].filter(filled).join(' ');
  return [city, [state, postalCode].filter(filled).join(' ')].filter(filled).join(', ');
}

function filled(text: string): boolean {
  return text.trim() !== '';
}
