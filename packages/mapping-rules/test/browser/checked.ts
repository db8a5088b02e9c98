/** What `check-in-page.js` finds, in whatever place it runs. */
export const checked = {
  values: [
    ['HP-cf259x', '7'],
    ['LINDY-CAT6-10m', '8'],
    ['INT-77', '1'],
    ['NORTHWIND-A-AXJJSHT4', '1'],
  ],
  steps: 2,
  cases: [true],
  problems: ['rules.unknownKey /productGroup'],
  evalRefused: true,
};
