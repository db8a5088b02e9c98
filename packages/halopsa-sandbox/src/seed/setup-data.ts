import { closedStatusType } from '../tickets/closed-status.js';
import { customFields, tenderNumberId } from './custom-field-data.js';
import { demoApplication } from './demo-application.js';
import type { SeedRow } from './seed.js';

/** How the tenant is set up. Numbers of different kinds of records never coincide, so that a mix-up shows. */
export const agents = named(1, [
  'Unassigned',
  'API Quotebridge',
  'Dana Whitfield',
  'Marcus Oyelaran',
  'Priya Raman',
  'Tom Becker',
  'Elena Rossi',
  'Noah Fischer',
  'Grace Liu',
  'Samir Patel',
  'Hannah Cole',
  'Victor Almeida',
]).map((row) => {
  const [firstname = '', surname = ''] = row.name.split(' ');
  const isapiagent = row.id === demoApplication.agentId;
  const email = row.id === 1 ? '' : `${firstname}.${surname}@northwind-it.example`.toLowerCase();
  return {
    ...row,
    firstname,
    surname,
    email,
    isapiagent,
    isdisabled: false,
    team: row.id > 7 ? 'Service Desk' : 'Sales',
  };
});

export const taxes: readonly SeedRow[] = [
  { id: 1, name: 'No tax', code: 'NT', value: 0, is_composite: false },
  { id: 2, name: 'Sales tax 6.5', code: 'ST', value: 6.5, is_composite: false },
  { id: 3, name: 'GST', code: 'GST', value: 5, is_composite: false },
  { id: 4, name: 'PST', code: 'PST', value: 7, is_composite: false },
  { id: 5, name: 'VAT 19', code: 'VAT', value: 19, is_composite: false },
];

export const currencies: readonly SeedRow[] = [
  { id: 1, name: 'US Dollar', symbol: '$', code: 'USD', conversion_rate: 1 },
  { id: 2, name: 'Euro', symbol: '€', code: 'EUR', conversion_rate: 0.92 },
  { id: 3, name: 'Canadian Dollar', symbol: 'C$', code: 'CAD', conversion_rate: 1.37 },
];

const salesFields = customFields
  .filter(({ id, entity }) => entity === 'ticket' && id !== tenderNumberId)
  .map(({ id }) => ({ fieldid: id, technew: 1 }));
const mandatoryTenderNumber = { fieldid: tenderNumberId, technew: 2 };

export const ticketTypes: readonly SeedRow[] = [
  { id: 31, name: 'Incident', domain: 'reqs', visible: true },
  { id: 32, name: 'Service Request', domain: 'reqs', visible: true },
  { id: 33, name: 'Opportunity', domain: 'opps', visible: true, fields: salesFields },
  { id: 34, name: 'Sales Opportunity - Projects', domain: 'opps', visible: true, fields: salesFields },
  { id: 35, name: 'Renewal', domain: 'opps', visible: true, fields: salesFields },
  { id: 36, name: 'Project', domain: 'prjs', visible: true },
  { id: 37, name: 'Tender', domain: 'opps', visible: true, fields: [...salesFields, mandatoryTenderNumber] },
];

export const statuses: readonly SeedRow[] = [
  { id: 1, name: 'New', shortname: 'New', type: 0, sequence: 1, colour: '#4a90d9' },
  { id: 2, name: 'In Progress', shortname: 'WIP', type: 0, sequence: 2, colour: '#3aa76d' },
  { id: 3, name: 'Awaiting Approval', shortname: 'Approval', type: 0, sequence: 3, colour: '#c58b1b' },
  { id: 8, name: 'Resolved', shortname: 'Resolved', type: closedStatusType, sequence: 8, colour: '#777777' },
  { id: 9, name: 'Closed', shortname: 'Closed', type: closedStatusType, sequence: 9, colour: '#555555' },
  { id: 23, name: 'On Hold', shortname: 'Hold', type: 0, sequence: 4, colour: '#9b59b6' },
  { id: 24, name: 'Quote Sent', shortname: 'Sent', type: 0, sequence: 5, colour: '#2e86ab' },
  { id: 25, name: 'Won', shortname: 'Won', type: closedStatusType, sequence: 6, colour: '#1e8449' },
  { id: 26, name: 'Lost', shortname: 'Lost', type: closedStatusType, sequence: 7, colour: '#b03a2e' },
];

const groupNames = [
  'Hardware',
  'Software',
  'Services',
  'Labour',
  'Cloud Subscriptions',
  'Networking',
  'Cables and Accessories',
  'Freight',
  'Cost Items',
];

export const productGroups: readonly SeedRow[] = [
  ...named(41, groupNames).map((row) => ({
    ...row,
    showasitem: true,
    showasequip: row.id === 41 || row.id === 46,
  })),
  { id: 50, name: 'Workstations', showasitem: false, showasequip: true },
  { id: 51, name: 'Servers', showasitem: false, showasequip: true },
];

export const suppliers = named(61, [
  'Brightline Distribution',
  'Copperfield Technology Supply',
  'Meridian Cloud Marketplace',
  'Northgate Cabling',
  'Orchard Networks Wholesale',
  'Pinnacle Software Licensing',
]).map((row) => ({ ...row, toplevel_id: 1, inactive: false }));

/** Numbers a list of names. */
export function named(firstId: number, names: readonly string[]): (SeedRow & { readonly name: string })[] {
  return names.map((name, index) => ({ id: firstId + index, name }));
}
