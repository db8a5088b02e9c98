import { fieldTable } from '../fields/field-table.js';

/** Schema `Attachment`. The content comes as base64 in `data` or `data_base64`. */
export const attachmentFields = fieldTable({
  integer: 'id ticket_id action_id type unique_id user_id agent_id copy_from_id parent_id',
  flag: 'isimage showforusers showonchild showonrelated',
  text: {
    4000: 'filename note',
    255: 'desc',
    100: 'content_type',
    0: 'third_party_id link att_link data data_base64',
  },
  transient: 'data data_base64',
  computed: 'guid filesize datecreated last_updated download_url',
});
