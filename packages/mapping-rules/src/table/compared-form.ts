import { fieldValue } from '../macro/field-value.js';

/** Below U+0300 nothing composes: such a text is in composed form (NFC) as it is. */
const mayCompose = /[\u0300-\uffff]/;

/** The form in which `exact` compares: composed (NFC), without surrounding space. */
export function exactForm(text: string): string {
  return mayCompose.test(text) ? text.normalize('NFC').trim() : fieldValue(text);
}

/** The form in which everything else compares: in lower case besides. A final sigma is a sigma like others. */
export function foldedForm(text: string): string {
  const lower = text.toLowerCase();
  if (!mayCompose.test(lower)) return fieldValue(lower);
  return text.normalize('NFC').toLowerCase().replaceAll('ς', 'σ').normalize('NFC').trim();
}
