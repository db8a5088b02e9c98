import type {
  AttachmentOperation,
  CompletionOperation,
  ItemOperation,
  OpportunityOperation,
  QuoteOperation,
} from '../plan/operation.js';
import type { Plan } from '../plan/plan.js';

export interface OperationsByKind {
  readonly items: readonly ItemOperation[];
  readonly opportunity: OpportunityOperation | undefined;
  readonly quote: QuoteOperation | undefined;
  readonly attachments: readonly AttachmentOperation[];
  readonly completion: CompletionOperation | undefined;
}

export function operationsByKind({ operations }: Plan): OperationsByKind {
  return {
    items: operations.filter((operation) => operation.kind === 'item'),
    opportunity: operations.find((operation) => operation.kind === 'opportunity'),
    quote: operations.find((operation) => operation.kind === 'quote'),
    attachments: operations.filter((operation) => operation.kind === 'attachment'),
    completion: operations.find((operation) => operation.kind === 'completion'),
  };
}
