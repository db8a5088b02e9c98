import type { FastifyInstance } from 'fastify';
import type { SandboxState } from '../http/sandbox-state.js';
import { opportunity } from '../tickets/ticket.js';
import { html } from './html.js';
import { opportunityCard } from './opportunity-card.js';
import { pageStyle } from './page-style.js';
import { quoteCard } from './quote-card.js';

/** Most records of a kind on the page, so that it stays quick. */
const shownRecords = 50;

/** A page at `/` for people: what has arrived, newest first. */
export function mountPage(app: FastifyInstance, state: SandboxState): void {
  app.get('/', async (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
      .send(page(state)),
  );
}

function page({ world, seed }: SandboxState): string {
  const newest = (name: 'tickets' | 'quotes') =>
    [...world.tenant.in(name).rows()].sort((a, b) => b.id - a.id);
  const opportunities = newest('tickets').filter((row) => opportunity.serves?.(row, world));
  const quotes = newest('quotes');
  const document = html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>HaloPSA sandbox</title>
        <style>
          ${pageStyle}
        </style>
      </head>
      <body>
        <header>
          <h1>HaloPSA sandbox, tenant ${seed.tenant}</h1>
          <p>
            ${quotes.length} quotes, ${opportunities.length} opportunities,
            ${world.tenant.in('attachments').size} attachments, ${world.tenant.in('clients').size} clients,
            ${world.tenant.in('items').size} items
          </p>
        </header>
        <main>
          <h2>Quotes</h2>
          ${quotes.slice(0, shownRecords).map((quote) => quoteCard(quote, world))}
          <h2>Opportunities</h2>
          ${opportunities.slice(0, shownRecords).map((row) => opportunityCard(row, world))}
        </main>
      </body>
    </html>`;
  return document.markup;
}
