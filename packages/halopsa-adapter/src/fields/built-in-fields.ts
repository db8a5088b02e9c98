import type { DataLinkObject, FieldType } from '@quotebridge/core/plugin';

export interface BuiltInField {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  readonly writable: boolean;
  readonly maximumLength?: number;
}

type Row = readonly [name: string, label: string, type?: FieldType, maximumLength?: number];

/*
 * Fields of HaloPSA itself that DataLink may name. Names are stated by the API description (`item_sku` since 2026), lengths
 * are those of Halo's database columns (seen). Not writable are: what Quotebridge writes by its own rules (names, titles,
 * prices, addresses, the marker), because two writers of one field would change it on every push; what records are found by
 * (names and e-mail addresses of clients and users); what HaloPSA computes; and what an accounting system keeps in step.
 */
const tables: Readonly<
  Record<DataLinkObject, { readonly write: readonly Row[]; readonly read: readonly Row[] }>
> = {
  users: {
    write: [
      ['title', 'Job title'],
      ['phonenumber', 'Phone number'],
      ['mobilenumber', 'Mobile number'],
      ['homenumber', 'Home number'],
      ['fax', 'Fax'],
      ['department', 'Department'],
      ['email2', 'Second e-mail address'],
      ['email3', 'Third e-mail address'],
      ['other1', 'Other 1'],
      ['other2', 'Other 2'],
      ['other3', 'Other 3'],
      ['other4', 'Other 4'],
      ['other5', 'Other 5'],
      ['isimportantcontact', 'Important contact', 'boolean'],
      ['notes', 'Notes'],
    ],
    read: [
      ['id', 'Id', 'number'],
      ['name', 'Name'],
      ['firstname', 'First name'],
      ['surname', 'Surname'],
      ['initials', 'Initials'],
      ['emailaddress', 'E-mail address'],
      ['phonenumber_preferred', 'Preferred phone number'],
      ['sitephonenumber', 'Phone number of the site'],
      ['client_name', 'Client'],
      ['site_name', 'Site'],
      ['login', 'Login'],
    ],
  },
  clients: {
    write: [
      ['website', 'Website'],
      ['domain', 'Domain'],
      ['ref', 'Reference'],
      ['is_vip', 'VIP', 'boolean'],
      ['notes', 'Notes'],
    ],
    read: [
      ['id', 'Id', 'number'],
      ['name', 'Name'],
      ['toplevel_name', 'Top level'],
      ['main_site_name', 'Main site'],
      ['main_phonenumber', 'Main phone number'],
      ['main_contact_name', 'Main contact'],
      ['main_contact_email', 'E-mail address of the main contact'],
      ['main_contact_phonenumber', 'Phone number of the main contact'],
      ['accountmanagertech_name', 'Account manager'],
      ['accountmanagertech_email', 'E-mail address of the account manager'],
      ['accountsid', 'Accounts id'],
      ['accountsemailaddress', 'E-mail address for invoices'],
      ['tax_number', 'Tax number'],
      ['paymentterms', 'Payment terms', 'number'],
      ['taxable', 'Taxable', 'boolean'],
      ['default_currency_code_name', 'Currency'],
    ],
  },
  opportunities: {
    write: [
      ['details', 'Details'],
      ['oppconversionprobability', 'Probability in percent', 'number'],
      ['opptype', 'Type', 'text', 4000],
      ['oppcurrentsystem', 'Current system', 'text', 4000],
      ['oppcompetitors', 'Competitors', 'text', 4000],
      ['opphear', 'Heard of us through', 'text', 4000],
      ['oppproductchosen', 'Product chosen', 'text', 4000],
      ['oppreason', 'Reason', 'text', 4000],
      ['oppcontactname', 'Contact'],
      ['oppcompanyname', 'Company'],
      ['oppemailaddress', 'E-mail address'],
      ['opptel', 'Phone number'],
      ['oppjobtitle', 'Job title', 'text', 255],
      ['oppaddr1', 'Address line 1'],
      ['oppaddr2', 'Address line 2'],
      ['oppaddr3', 'Address line 3'],
      ['oppaddr4', 'Address line 4'],
      ['opppostcode', 'Postal code'],
      ['oppcountry', 'Country'],
      ['oppregion', 'Region'],
      ['followupdate', 'Follow-up date', 'date'],
      ['opptrialdate', 'Date of trial', 'date'],
      ['oppdemodate', 'Date of demonstration', 'date'],
      ['oppdiscountdate', 'Discount until', 'date'],
    ],
    read: [
      ['id', 'Id', 'number'],
      ['summary', 'Summary'],
      ['status_name', 'Status'],
      ['pipeline_stage_name', 'Pipeline stage'],
      ['agent_name', 'Agent'],
      ['oppvalueadjusted', 'Value times probability', 'number'],
    ],
  },
  quotes: {
    write: [
      ['scope', 'Scope'],
      ['risk', 'Risk'],
      ['billingcontactname', 'Billing contact', 'text', 250],
      ['billingcontactemailaddress', 'E-mail address of the billing contact', 'text', 250],
      ['billingcontactphonenumber', 'Phone number of the billing contact', 'text', 50],
      ['daystodeliver', 'Days to deliver', 'number'],
      ['auth_by', 'Authorised by'],
    ],
    read: [
      ['id', 'Quote number', 'number'],
      ['status_name', 'Status'],
      ['assigned_agent_name', 'Agent'],
      ['ponumber', 'Purchase order number given at approval', 'text', 500],
      ['approvalname', 'Approved by', 'text', 100],
      ['approvalemailaddress', 'E-mail address of the approver', 'text', 100],
      ['approvaldatetime', 'Approved on', 'date'],
      ['approvalnote', 'Note of the approver', 'text', 1000],
      ['revenue', 'Net total', 'number'],
      ['total', 'Gross total', 'number'],
    ],
  },
  lineItems: {
    write: [
      ['description', 'Description', 'text', 4000],
      ['startdate', 'Start date', 'date'],
      ['autorenew', 'Renews itself', 'boolean'],
      ['hideitems', 'Hide the members of the group', 'boolean'],
      ['nominal_code', 'Nominal code'],
      ['quoteitemurl', 'Link', 'text', 4000],
    ],
    read: [
      ['id', 'Id', 'number'],
      ['supplier_name', 'Supplier'],
      ['item_sku', 'SKU of the item'],
      ['item_internal_reference', 'Internal reference of the item'],
      ['item_external_reference', 'External reference of the item'],
    ],
  },
};

const fields = new Map<DataLinkObject, readonly BuiltInField[]>(
  (Object.keys(tables) as DataLinkObject[]).map((object) => [
    object,
    [
      ...tables[object].write.map((row) => builtInField(row, true)),
      ...tables[object].read.map((row) => builtInField(row, false)),
    ],
  ]),
);

export function builtInFields(object: DataLinkObject): readonly BuiltInField[] {
  return fields.get(object) ?? [];
}

/** Undefined for a custom field and for one that DataLink may not name. */
export function findBuiltIn(object: DataLinkObject, name: string): BuiltInField | undefined {
  return builtInFields(object).find((field) => field.name === name);
}

function builtInField([name, label, type = 'text', maximumLength]: Row, writable: boolean): BuiltInField {
  return { name, label, type, writable, ...(maximumLength === undefined ? {} : { maximumLength }) };
}
