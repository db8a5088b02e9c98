import type { BoundFields } from '../fields/bind-fields.js';
import type { FieldTable } from '../fields/field-table.js';
import type { RowFilter } from '../listing/row-filter.js';
import type { Query } from '../listing/query.js';
import type { CollectionName } from '../tenant/collection-name.js';
import type { Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';

/**
 * The scopes whose names suggest that they open something; none listed = any token will do. `setup` stands for those of
 * the switch `setupReadScopes`.
 */
export type Scopes = readonly string[] | 'setup';

export interface EntityScopes {
  readonly read: Scopes;
  readonly write: Scopes;
}

/** A record about to be stored. `row` may still be changed by the entity's rules. */
export interface Draft {
  readonly row: Row;
  readonly sent: BoundFields;
  readonly before: Row | undefined;
}

/** A column the server works out when it shows a record. */
export type DerivedColumn = (row: Row, world: World) => unknown;

/** One kind of record: where it lives, how it is reached, listed and written. */
export interface Entity {
  readonly collection: CollectionName;
  /** Path segment; also under `/api`, in any letter case. */
  readonly route: string;
  /** Key of the rows in the list envelope; without it the list is a bare array. */
  readonly rowsKey?: string;
  readonly scopes: EntityScopes;
  readonly fields: FieldTable;
  readonly required?: readonly string[];
  readonly defaults?: Readonly<Record<string, unknown>>;
  /** Columns `search` looks at. */
  readonly searched?: readonly string[];
  readonly filters?: Readonly<Record<string, RowFilter>>;
  readonly derived?: Readonly<Record<string, DerivedColumn>>;
  /** Columns shown by id with `includedetails` and in the answer to a POST, never in lists. */
  readonly details?: readonly string[];
  /** Query flags that add some of these columns to list rows and to a read by id: `includeaddress`, `includevalues`... */
  readonly detailParameters?: Readonly<Record<string, readonly string[]>>;
  /** List rows hold these columns only; all when it answers none. */
  readonly listColumns?: (world: World) => readonly string[] | undefined;
  /** Which records of the collection this route serves; all when left out. */
  readonly serves?: (row: Row, world: World) => boolean;
  /** Records a list leaves out unless the query asks for them. */
  readonly listed?: (row: Row, query: Query, world: World) => boolean;
  /** Custom fields belong to an entity by this name. */
  readonly customFieldsOf?: string;
  /** Checks and completes a draft. Throws an `ApiError` to refuse it. */
  readonly prepare?: (draft: Draft, world: World) => void;
  /** The text of a soft rule that wants confirmation, if one applies. */
  readonly warning?: (draft: Draft, world: World) => string | undefined;
  /** Runs once the record is stored, for records that come with it. */
  readonly stored?: (draft: Draft, world: World) => void;
  /** Checks that a record may be deleted and takes away what goes with it. Throws an `ApiError` to refuse. */
  readonly remove?: (row: Row, world: World) => void;
  /** Last touch on a record to be shown. */
  readonly show?: (shown: Row, world: World, purpose: ShowPurpose) => void;
}

export type ShowPurpose = 'list' | 'read' | 'details' | 'answer';
