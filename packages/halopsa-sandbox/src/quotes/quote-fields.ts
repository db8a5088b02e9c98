import { addressFields } from '../fields/address-fields.js';
import { recordFields } from '../fields/record-fields.js';
import { quoteLineFields } from './quote-line-fields.js';

/** Schema `QuotationHeader`, with the lengths of its database columns. */
export const quoteFields = recordFields({
  integer:
    'ticket_id status user_id site_id client_id agent_id assigned_agent daystodeliver currency_code approvalstate pdftemplate_id portal_display_type salesorder_id internal_approval_status new_ticket_status contactuser site_delivery_override original_revised_from_id term_limit datto_commerce_id',
  number: 'carriage_price currency_conversion_rate deliveryamount deliverytax',
  flag: 'includegroupeditemprice includegroupeditemqty includegrouppriceandqty includequotationlinenotes quote_viewed requires_approval dontupdateporef automatic_sales_tax is_leased',
  date: 'date expiry_date approvaldatetime',
  text: {
    4000: 'title po_ref',
    1000: 'third_party_url approvalnote',
    500: 'ponumber',
    255: 'address1 address2 address3 address4 address5 deladdress1 deladdress2 deladdress3 deladdress4 deladdress5 carriage_desc auth_by datto_commerce_url',
    250: 'billingcontactname billingcontactemailaddress',
    100: 'third_party_number approvalname approvalemailaddress',
    50: 'billingcontactphonenumber',
    10: 'currency',
    0: 'note scope risk signature',
  },
  rows: { lines: quoteLineFields },
  record: { address: addressFields, delivery_address: addressFields },
  transient: 'lines new_ticket_status',
  computed:
    'revenue tax_total total tax_total_estimate margin quotation_totals user_name site_name client_name assigned_agent_name createdbyagentname status_name currency_code_name contactusername last_update_time ticket_summary',
});
