import type { Row, Tenant } from './tenant.js';

export type QuoteRow = Row & { readonly lines: readonly Row[] };

/** An opportunity as the tenant holds it. */
export async function opportunityRow(tenant: Tenant, id: string | undefined): Promise<Row> {
  const found = (await tenant.state()).opportunities.find((row) => String(row['id']) === id);
  if (found === undefined) throw new Error(`There is no opportunity ${id}.`);
  return found;
}

/** A quote as the tenant holds it. */
export async function quoteRow(tenant: Tenant, id: string | undefined): Promise<QuoteRow> {
  const found = (await tenant.state()).quotes.find((row) => String(row['id']) === id);
  if (found === undefined) throw new Error(`There is no quote ${id}.`);
  return found;
}

/** How many opportunities and quotes the tenant has, and how many requests wrote something since they were forgotten. */
export async function counts(
  tenant: Tenant,
): Promise<{ readonly opportunities: number; readonly quotes: number; readonly writes: number }> {
  const { opportunities, quotes } = await tenant.state();
  const writes = (await tenant.requests()).filter(({ write }) => write).length;
  return { opportunities: opportunities.length, quotes: quotes.length, writes };
}
