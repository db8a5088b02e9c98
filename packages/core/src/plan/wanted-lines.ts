import type { QuoteLineFields } from '../contract/records.js';
import { describedAs } from '../rules/described-as.js';
import type { DocumentRules } from '../rules/document-rules.js';
import type { SelectedLine } from '../select/selected-line.js';
import type { PushPolicy } from '../settings/push-policy.js';
import { itemNumberKey } from '../state/item-number-key.js';
import { isZero } from '../domain/decimal.js';
import { listPriceOf, listPriceReasons } from './list-price.js';
import type { ItemOperation } from './operation.js';
import type { Considered, Reason, Reasons } from './reason.js';
import type { ResolvedDocument } from './resolved-document.js';

export interface WantedLine {
  readonly key: string;
  readonly label: string;
  /** Position is given when the lines of other people are known. */
  readonly fields: Omit<QuoteLineFields, 'position'>;
  readonly reasons: Reasons;
  readonly createsItem?: string;
}

/** The quote's lines as the document wants them, each with its product, tax and reasons. */
export function wantedLines(
  lines: readonly SelectedLine[],
  resolved: ResolvedDocument,
  policy: PushPolicy,
  rules: DocumentRules,
): readonly WantedLine[] {
  const groups = new Map(
    resolved.creates.map((create) => [itemNumberKey(create.item.number), groupsOf(create)]),
  );
  return lines.map((line) => wantedLine(line, resolved, groups, policy, rules));
}

/** By item number: which rows the product groups of a new product come from. */
type NewGroups = ReadonlyMap<string, readonly Considered[]>;

function wantedLine(
  line: SelectedLine,
  resolved: ResolvedDocument,
  groups: NewGroups,
  policy: PushPolicy,
  rules: DocumentRules,
): WantedLine {
  const described = describedAs('lineName', line, rules);
  const number = resolved.numbers.byLine.get(line.key);
  const item = number === undefined ? undefined : resolved.items.get(itemNumberKey(number.number));
  const tax = isZero(line.amount) ? undefined : resolved.taxes.get(line.taxCode.trim().toUpperCase());
  const creates = line.kind === 'item' && number !== undefined && item === undefined;
  return {
    key: line.key,
    label: line.name,
    fields: {
      // A discount or freight that a product stands for refers to it.
      kind: item !== undefined && line.kind === 'text' ? 'item' : line.kind,
      itemId: item?.id ?? null,
      itemNumber: number?.number ?? '',
      name: described?.text ?? line.name,
      note: line.note,
      quantity: line.quantity,
      price: line.price,
      ...listPriceOf(line, policy.quote.listPrices),
      ...(policy.products.includeCost && line.kind !== 'heading' ? { cost: line.cost } : {}),
      billingPeriod: line.billingPeriod,
      optional: line.optional,
      groupKey: line.groupKey,
      ...(tax?.id === undefined ? {} : { taxId: tax.id }),
    },
    reasons: {
      ...listPriceReasons,
      itemNumber: number?.reason ?? withoutProduct,
      itemId:
        number === undefined
          ? withoutProduct
          : itemReason(item?.name, number.number, creates, { groups, resolved }),
      name: { from: 'document', at: 'Description', text: 'first line of the description' },
      note: { from: 'document', at: 'Description', text: 'rest of the description, and the notes' },
      cost: { from: 'document', at: 'UnitCost', text: 'the unit cost of the line (products.includeCost)' },
      groupKey: { from: 'document', at: 'LineAttributes', text: 'member of the group above it, or of none' },
      ...line.reasons,
      ...(described === undefined ? {} : { name: described.reason }),
      ...(tax === undefined ? {} : { taxId: tax.reason }),
    },
    ...(creates ? { createsItem: number.number } : {}),
  };
}

const withoutProduct: Reason = { from: 'rule', at: 'line-selection', text: 'a line without a product' };

function itemReason(
  name: string | undefined,
  number: string,
  creates: boolean,
  { groups, resolved }: { readonly groups: NewGroups; readonly resolved: ResolvedDocument },
): Reason {
  const key = itemNumberKey(number);
  const looked = resolved.consideredItems.get(key) ?? [];
  if (creates) {
    return {
      from: 'rule',
      at: 'products.createMissing',
      text: `no product carries the number ${number}: it is created`,
      considered: [...looked, ...(groups.get(key) ?? [])],
    };
  }
  if (name === undefined)
    return {
      from: 'match',
      at: 'itemNumber',
      text: `no product carries the number ${number}, and none is created`,
      considered: looked,
    };
  return {
    from: 'match',
    at: 'itemNumber',
    text: `the product “${name}” carries the number ${number}`,
    considered: looked,
  };
}

/** Which row of the product group mappings the new product got its group from. */
function groupsOf({ reasons }: ItemOperation): readonly Considered[] {
  return Object.entries(reasons).flatMap(([field, reason]) =>
    field.startsWith('classification.') ? (reason.considered ?? []) : [],
  );
}
