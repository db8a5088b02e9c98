import { control } from './control-data.js';
import { customFields } from './custom-field-data.js';
import { customerData } from './customer-data.js';
import { demoApplication, demoTenant } from './demo-application.js';
import { itemData } from './item-data.js';
import { lookups } from './lookup-data.js';
import { salesData } from './sales-data.js';
import type { Seed } from './seed.js';
import { agents, currencies, productGroups, statuses, suppliers, taxes, ticketTypes } from './setup-data.js';

export const defaultItemCount = 600;

/** The built-in tenant: the MSP "Northwind Managed IT". The same on every run. */
export function northwindSeed(itemCount = defaultItemCount): Seed {
  const customers = customerData();
  return {
    tenant: demoTenant,
    application: demoApplication,
    control,
    lookups,
    collections: {
      agents,
      taxes,
      currencies,
      ticketTypes,
      statuses,
      productGroups,
      suppliers,
      customFields,
      actions: [],
      ...customers,
      ...itemData(itemCount),
      ...salesData(customers.users),
    },
  };
}
