import { showRow } from '../listing/show-row.js';
import { quotation } from '../quotes/quotation.js';
import { isSet, numberIn, rowsIn, textIn, type Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';
import { addressText } from './address-text.js';
import { customFieldList, labelled } from './field-list.js';
import { html, type Html } from './html.js';

const periods = [
  'once',
  'weekly',
  'monthly',
  'yearly',
  'quarterly',
  'half-yearly',
  '5 years',
  '3 years',
  '2 years',
  '4 years',
];

/** A quote with its lines and totals. */
export function quoteCard(stored: Row, world: World): Html {
  const quote = showRow(quotation, stored, world, 'details');
  const link = textIn(quote, 'third_party_number');
  return html`<article>
    <h3>
      Quote ${quote.id}: ${textIn(quote, 'title') || 'untitled'}
      <span class="badge">${textIn(quote, 'status_name')}</span>
    </h3>
    <p>
      ${textIn(quote, 'client_name')} &middot; ${textIn(quote, 'user_name')} &middot; opportunity
      ${numberIn(quote, 'ticket_id')}${link === '' ? '' : ` · quoting tool ${link}`}
    </p>
    ${labelled([
      ['Dated', textIn(quote, 'date').slice(0, 10)],
      ['Expires', textIn(quote, 'expiry_date').slice(0, 10)],
      ['Reference', textIn(quote, 'po_ref')],
      ['Purchase order', textIn(quote, 'ponumber')],
      ['Currency', textIn(quote, 'currency')],
      ['Sold to', addressText(quote, 'address', 'address')],
      ['Ship to', addressText(quote, 'deladdress', 'delivery_address')],
    ])}
    ${customFieldList(quote)}
    <table>
      <tr>
        <th>Part</th>
        <th>Description</th>
        <th>Billed</th>
        <th class="number">Quantity</th>
        <th class="number">List price</th>
        <th class="number">Discount</th>
        <th class="number">Price</th>
        <th class="number">Net</th>
        <th class="number">Tax</th>
      </tr>
      ${rowsIn(quote, 'lines').map(lineRow)}
      <tr>
        <td colspan="7"></td>
        <td class="number total">${money(quote, 'revenue')}</td>
        <td class="number total">${money(quote, 'tax_total')}</td>
      </tr>
      <tr>
        <td colspan="8" class="number">Total</td>
        <td class="number total">${money(quote, 'total')}</td>
      </tr>
    </table>
  </article>`;
}

function lineRow(line: Row): Html {
  const code = textIn(line, 'productcode') || textIn(line, 'item_sku');
  if (isSet(line, 'isgroupdesc')) {
    return html`<tr class="heading">
      <td colspan="9">${textIn(line, 'name')}</td>
    </tr>`;
  }
  const optional = isSet(line, 'optional');
  const discount = numberIn(line, 'discount_perc');
  return html`<tr class="${optional ? 'optional' : ''}">
    <td>${code}</td>
    <td>${textIn(line, 'name')}${optional ? ' (optional)' : ''}${customFieldList(line)}</td>
    <td class="word">${periods[numberIn(line, 'billingperiod')] ?? ''}</td>
    <td class="number">${numberIn(line, 'quantity')}</td>
    <td class="number">${money(line, 'baseprice')}</td>
    <td class="number">${discount === 0 ? '' : `${String(discount)} %`}</td>
    <td class="number">${money(line, 'price')}</td>
    <td class="number">${money(line, 'net_total')}</td>
    <td class="number">${money(line, 'total_tax')}</td>
  </tr>`;
}

export function money(row: Row, column: string): string {
  return numberIn(row, column).toLocaleString('en-US', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 4,
  });
}
