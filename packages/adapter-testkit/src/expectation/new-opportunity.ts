import type { OpportunityFields, RecordId } from '@quotebridge/core/plugin';
import type { ConformanceSubject } from '../suite/conformance-subject.js';

/** The fields of an opportunity as Quotebridge would write them. */
export function opportunityFields({ samples }: ConformanceSubject): Partial<OpportunityFields> {
  const { client, user, agentId, ticketTypeId } = samples;
  return {
    title: 'Kit: 14" displays & “docks” für Zürich',
    clientId: client.id,
    ...(client.siteId === undefined ? {} : { siteId: client.siteId }),
    userId: user.id,
    ownerId: agentId,
    ticketTypeId,
    value: '1234.56',
    valueByPeriod: { oneOff: '1000', monthly: '234.56' },
    expectedCloseDate: '2031-02-28',
  };
}

/** Creates one under that marker. */
export async function newOpportunity(
  subject: ConformanceSubject,
  key = 'quotebridge:KIT1',
): Promise<RecordId> {
  const { id } = await subject.contactManager.opportunities.create(opportunityFields(subject), { key });
  return id;
}
