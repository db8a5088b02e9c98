/** Rules as a business has them: a part number, a product group and an owner for each line. */
export const rules = {
  version: 1,
  partNumber: {
    field: 'InternalPartNumber',
    generation: { mode: 'macro', macro: '&DI_ItemType:&DI_ManufacturerPartNumber' },
  },
  productGroups: {
    rows: [
      { when: 'Hardware', value: 'Hardware' },
      { when: 'Software', value: 'Software' },
      { when: 'Labor', value: 'Services' },
      { when: 'Recurring', value: 'Contracts' },
      { when: { ItemType: 'R&D', Manufacturer: 'Dell' }, value: 'Prototypes' },
    ],
    default: 'Miscellaneous',
  },
  users: {
    rows: [
      { when: 'Dora', value: 'Dora Whitfield' },
      { when: 'Kim', value: 'Kim Rossi' },
    ],
    default: 'Sales desk',
  },
};
