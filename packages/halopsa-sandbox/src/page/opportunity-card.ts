import { showRow } from '../listing/show-row.js';
import { numberIn, textIn, type Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';
import { closureCategories } from '../tickets/closure-category.js';
import { opportunity } from '../tickets/ticket.js';
import { customFieldList, labelled } from './field-list.js';
import { html, type Html } from './html.js';
import { money } from './quote-card.js';

/** An opportunity with the files attached to it. */
export function opportunityCard(stored: Row, world: World): Html {
  const shown = showRow(opportunity, stored, world, 'details');
  const files = [...world.tenant.in('attachments').rows()].filter((file) => file['ticket_id'] === stored.id);
  return html`<article>
    <h3>
      Opportunity ${shown.id}: ${textIn(shown, 'summary')}
      <span class="badge">${textIn(shown, 'status_name')}</span>
    </h3>
    <p>
      ${textIn(shown, 'client_name')} &middot; ${textIn(shown, 'user_name')} &middot; owner
      ${textIn(shown, 'agent_name')} &middot; ${numberIn(shown, 'quotation_count')} quote(s)
    </p>
    <p>
      Value <span class="total">${money(shown, 'oppvalue')}</span> at
      ${numberIn(shown, 'oppconversionprobability')} %, expected
      ${textIn(shown, 'targetdate').slice(0, 10) || 'no date'}
    </p>
    ${labelled([
      ['Stage', textIn(shown, 'pipeline_stage_name')],
      ['Converted', textIn(shown, 'oppconverteddate').slice(0, 10)],
      ['Closed', textIn(shown, 'dateclosed').slice(0, 10)],
      ['Closure category', closureCategory(shown, world)],
    ])}
    ${customFieldList(shown)}
    ${files.map((file) => html`<p>File ${file.id}: ${textIn(file, 'filename')} (${numberIn(file, 'filesize')} bytes)</p>`)}
  </article>`;
}

/** Why it was won or lost; a category shows whether an opportunity is won, which nothing else says in words. */
function closureCategory(shown: Row, world: World): string {
  const id = numberIn(shown, 'oppclosurecategory');
  const found = world.tenant.lookups.find((row) => row['lookupid'] === closureCategories && row.id === id);
  return textIn(found ?? {}, 'name');
}
