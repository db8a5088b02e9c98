/** `type` of a custom field, as public tools that create such fields list them. 7 (tables) is not served. */
export const fieldType = {
  text: 0,
  memo: 1,
  select: 2,
  multiSelect: 3,
  date: 4,
  time: 5,
  checkbox: 6,
  rich: 10,
} as const;

/** `inputtype` of a text field; a number is a text field that takes nothing else. */
export const textInput = {
  anything: 0,
  integer: 1,
  money: 2,
  alphanumeric: 3,
  decimal: 4,
  url: 5,
  password: 6,
} as const;

/** `inputtype` of a date field. */
export const dateInput = { date: 0, dateTime: 1 } as const;
