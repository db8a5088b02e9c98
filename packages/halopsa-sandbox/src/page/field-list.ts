import { rowsIn, textIn, type Row } from '../tenant/row.js';
import { html, type Html } from './html.js';

/** The custom fields of a shown record that are filled, as people read them. */
export function customFieldList(shown: Row): Html {
  const filled = rowsIn(shown, 'customfields').filter(({ value }) => value !== null);
  return labelled(
    filled.map((field) => [textIn(field, 'label') || textIn(field, 'name'), textIn(field, 'display')]),
  );
}

/** Pairs of a label and a text in one line; those without a text are left out. */
export function labelled(pairs: readonly (readonly [label: string, text: string])[]): Html {
  const given = pairs.filter(([, text]) => text !== '');
  if (given.length === 0) return html``;
  return html`<p class="fields">
    ${given.map(([label, text]) => html`<span><span class="label">${label}</span> ${text}</span>`)}
  </p>`;
}
