import type {
  AttachmentOperation,
  CompletionOperation,
  ContactOperation,
  ItemOperation,
  ItemUpdateOperation,
  OpportunityOperation,
  QuoteOperation,
  RemovalOperation,
} from '../plan/operation.js';
import type { Plan } from '../plan/plan.js';

export interface OperationsByKind {
  /** Of a push: what was created twice. */
  readonly removals: readonly RemovalOperation[];
  readonly items: readonly ItemOperation[];
  readonly itemUpdates: readonly ItemUpdateOperation[];
  readonly contacts: readonly ContactOperation[];
  readonly opportunity: OpportunityOperation | undefined;
  readonly quote: QuoteOperation | undefined;
  readonly attachments: readonly AttachmentOperation[];
  readonly completion: CompletionOperation | undefined;
}

export function operationsByKind({ operations }: Plan): OperationsByKind {
  return {
    removals: operations.filter((operation) => operation.kind === 'removal'),
    items: operations.filter((operation) => operation.kind === 'item'),
    itemUpdates: operations.filter((operation) => operation.kind === 'itemUpdate'),
    contacts: operations.filter((operation) => operation.kind === 'contact'),
    opportunity: operations.find((operation) => operation.kind === 'opportunity'),
    quote: operations.find((operation) => operation.kind === 'quote'),
    attachments: operations.filter((operation) => operation.kind === 'attachment'),
    completion: operations.find((operation) => operation.kind === 'completion'),
  };
}
