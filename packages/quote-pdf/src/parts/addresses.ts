import type { QuoteDocument } from '@quotebridge/core';
import { styles } from '../page/look.js';
import { lineHeight, type Sheet } from '../page/sheet.js';

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
      const wrapped = lines.map((line) => sheet.typesetter.wrap(line, width, styles.body));
      return { title, column, wrapped };
    });
  if (blocks.length === 0) return;
  const tallest = Math.max(...blocks.map(({ wrapped }) => wrapped.flat().length));
  const height = lineHeight(styles.label) + tallest * lineHeight(styles.body);
  sheet.ensure(height);
  const top = sheet.y;
  for (const { title, column, wrapped } of blocks) {
    sheet.y = top;
    sheet.writeText(title, column, styles.label);
    for (const [index, lines] of wrapped.entries())
      sheet.write(lines, column, index === 0 ? styles.strong : styles.body);
  }
  sheet.y = top + height + 14;
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
