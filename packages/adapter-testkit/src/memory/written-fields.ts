/** The fields that are to be written: undefined means “leave it as it is”. */
export function writtenFields<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
}
