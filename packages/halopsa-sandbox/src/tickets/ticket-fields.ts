import { attachmentFields } from '../attachments/attachment-fields.js';
import { fieldTable } from '../fields/field-table.js';
import { recordFields } from '../fields/record-fields.js';

const userLookup = fieldTable({ integer: 'id', text: { 0: 'lookupdisplay' } });

/** Schema `Faults`, which tickets, opportunities and projects share: the fields that matter for sales. */
export const ticketFields = recordFields({
  integer:
    'tickettype_id client_id site_id user_id agent_id status_id priority_id sla_id source currency pipeline_stage_id oppclosurecategory oppattemptsmade third_party_id salesorder_id parent_id impact urgency contract_id supplier_id categoryid_1 categoryid_2',
  number:
    'oppvalue oppvalue_monthly oppvalue_annual oppvalue_oneoff oppconversionprobability oppprofit estimate cost',
  flag: 'inactive onhold flagged is_vip',
  date: 'dateoccurred dateclosed targetdate startdate deadlinedate followupdate oppconverteddate opptrialdate oppdemodate oppdiscountdate',
  text: {
    4000: 'summary opptype oppcurrentsystem oppcompetitors opphear oppproductchosen oppreason',
    1000: 'opportunity_third_party_url thirdparty_url',
    255: 'oppcontactname oppcompanyname oppemailaddress opptel oppjobtitle oppcustomertitle oppaddr1 oppaddr2 oppaddr3 oppaddr4 opppostcode oppcountry oppregion team third_party_id_string category_1 category_2 reportedby',
    0: 'details details_html closure_note closure_note_html',
  },
  rows: { attachments: attachmentFields },
  record: { userlookup: userLookup },
  any: 'tags items_issued documents',
  transient:
    'attachments userlookup donotapplytemplateintheapi dont_do_rules return_this sendack createacknowledgement',
  computed:
    'tickettype_name client_name site_name user_name agent_name status_name hasbeenclosed last_update lastactiondate oppvalueadjusted quotation_count attachment_count is_opportunity is_project pipeline_stage_name',
});
