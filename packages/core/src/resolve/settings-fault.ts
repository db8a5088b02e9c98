import type { Conflict } from '../plan/plan.js';

/** Something wrong with a setting; a warning where it cannot be told without a document, or where nothing breaks. */
export interface SettingsFault extends Conflict {
  readonly level?: 'warning';
}
