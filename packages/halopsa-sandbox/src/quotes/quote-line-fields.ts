import { customFieldValue } from '../fields/custom-fields.js';
import { externalLink } from '../fields/external-links.js';
import { fieldTable } from '../fields/field-table.js';

/**
 * Schema `QuotationDetail`. `quantity` and `price` are missing from the OpenAPI file, but Halo's own sample payload and
 * its database have them.
 */
export const quoteLineFields = fieldTable({
  integer:
    'id sort_seq group_sort_seq item_id billingperiod group_id supplier_id approval_status cost_centre stock_location stocklocation_id stockbin_id assetgroup_id line_site_id line_periods created_from_group_id item_tax_code override_tax_code auto_increase_period purchase_currency_code',
  number:
    'quantity price costprice baseprice discount_perc discount margin maxitemdiscount percent_increase cost_converted purchase_conversion_rate',
  flag: 'note_hidden autorenew item_recurring item_taxable printitem isgroupdesc optional hideitems ignoretaxcalc is_bundled_line hide_grouped_items_price force_quantity_relationship force_price_relationship force_term_relationship exclude_auto_increase use_rpi_increase isleased',
  date: 'startdate',
  text: {
    4000: 'productcode name quoteitemurl',
    255: 'nominal_code',
    100: 'quoter_id',
    0: 'description note one_optional_mandatory_list',
  },
  any: 'chargerates budgets one_optional_mandatory',
  rows: { customfields: customFieldValue },
  record: { new_external_link: externalLink },
  computed:
    'qhid net_total total_net_total total_price total_tax total_discount total_costprice total_profit profit profit_percentage tax tax_rate tax_name item_tax_name total_price_monthly total_net_total_monthly total_tax_monthly total_costprice_monthly total_profit_monthly total_price_annual total_net_total_annual total_tax_annual total_costprice_annual total_profit_annual total_price_yearone total_net_total_yearone total_tax_yearone total_costprice_yearone total_profit_yearone supplier_name site_name external_link item_sku item_internal_reference item_external_reference',
});
