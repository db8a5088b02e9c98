import { generalUserName } from '../entities/main-site.js';
import { regionCode } from '../entities/place-names.js';
import { castClients, type CastClient, type SeedAddress } from './cast-data.js';
import { inventedClients } from './invented-clients.js';
import type { SeedRow } from './seed.js';

const firstClientId = 101;
const firstSiteId = 201;
const firstUserId = 301;
const firstGeneralUserId = 601;
const allUsers = 150;
const opened = '2024-03-04T09:00:00';

/** The company that runs the tenant; prospects that are no clients yet land here. It is client 140 at site 240. */
const ownCompany: CastClient = {
  name: 'Northwind Managed IT',
  domain: 'northwind-it.example',
  address: ['400 Harbor Boulevard', '', 'Seattle', 'WA', '98101'],
  country: 'US',
  taxId: 1,
  users: [['Sales Desk', 'sales@northwind-it.example', 'Sales']],
};

export interface CustomerData {
  readonly clients: readonly SeedRow[];
  readonly sites: readonly SeedRow[];
  readonly users: readonly SeedRow[];
}

/** 40 clients, their sites and 150 users, besides the General User of every site. */
export function customerData(): CustomerData {
  const castUsers = castClients.reduce(
    (count, client) => count + client.users.length,
    ownCompany.users.length,
  );
  const all = [...castClients, ...inventedClients(39 - castClients.length, allUsers - castUsers), ownCompany];
  const clients = all.map((client, index) => clientRow(client, firstClientId + index, index));
  const mainSites = all.map((client, index) =>
    siteRow(client, 'Main', client.address, firstSiteId + index, index),
  );
  const secondSites = all
    .flatMap((client, index) => (client.secondSite ? [{ client, index, site: client.secondSite }] : []))
    .map(({ client, index, site: [name, ...address] }, position) =>
      siteRow(client, name, address, firstSiteId + all.length + position, index),
    );
  const furtherSites = castClients.flatMap((client, index) =>
    (client.furtherSites ?? []).map(([name, ...address]) => ({ client, index, name, address })),
  );
  const firstFurtherId = firstSiteId + mainSites.length + secondSites.length;
  const sites = [
    ...mainSites,
    ...secondSites,
    ...furtherSites.map(({ client, index, name, address }, position) =>
      siteRow(client, name, address, firstFurtherId + position, index),
    ),
  ];
  const named = all.flatMap((client, index) => client.users.map((user) => ({ client, index, user })));
  const users = named.map(({ index, user: [name, email, title] }, position) =>
    userRow(firstUserId + position, name, email, title, index),
  );
  return { clients, sites, users: [...users, ...sites.map(generalUser)] };
}

function clientRow(client: CastClient, id: number, index: number): SeedRow {
  return {
    id,
    name: client.name,
    toplevel_id: 1,
    inactive: false,
    is_account: true,
    taxable: true,
    stopped: 0,
    website: `https://www.${client.domain}`,
    domain: client.domain,
    ref: `C${String(1000 + index)}`,
    main_phonenumber: phone(index, 0),
    accountmanagertech: 3 + (index % 5),
    item_tax_code: client.taxId,
    default_currency_code: { DE: 2, CA: 3 }[client.country] ?? 1,
    datecreated: opened,
    customfields: [
      { id: 181, value: (index % 3) + 1 },
      { id: 756, value: 60 + (index % 40) },
    ],
  };
}

function siteRow(client: CastClient, name: string, address: SeedAddress, id: number, index: number): SeedRow {
  const [line1, line2, line3, line4, postcode] = address;
  const stored = { id: 0, type: 1, line1, line2, line3, line4, postcode, primary: true };
  return {
    id,
    name,
    client_id: firstClientId + index,
    phonenumber: phone(index, name === 'Main' ? 0 : 50),
    inactive: false,
    isinvoicesite: name === 'Main',
    country_code: client.country,
    region_code: regionCode(line4),
    delivery_address: { ...stored, site_id: id },
    invoice_address: { ...stored, site_id: id, type: 2 },
    datecreated: opened,
  };
}

function userRow(id: number, name: string, emailaddress: string, title: string, index: number): SeedRow {
  const [firstname = '', ...rest] = name.split(' ');
  const place = { site_id: firstSiteId + index, client_id: firstClientId + index };
  const names = { name, firstname, surname: rest.join(' '), title, emailaddress };
  return {
    id,
    ...names,
    phonenumber: phone(index, id % 50),
    ...place,
    inactive: false,
    isserviceaccount: false,
  };
}

function generalUser(site: SeedRow, index: number): SeedRow {
  const place = { site_id: site.id, client_id: site['client_id'] };
  return {
    id: firstGeneralUserId + index,
    name: generalUserName,
    emailaddress: '',
    ...place,
    inactive: false,
  };
}

function phone(index: number, extension: number): string {
  return `+1 555 01${String(index).padStart(2, '0')} ${String(100 + extension)}`;
}
