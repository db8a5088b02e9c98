/** Names for columns that all differ: one without a name is called by its place, one that is there again is numbered. */
export function uniqueNames(columns: readonly string[]): readonly string[] {
  const taken = new Set(columns);
  const given = new Set<string>();
  return columns.map((column, at) => {
    const wanted = column === '' ? `Column ${at + 1}` : column;
    if (column !== '' && !given.has(column)) {
      given.add(column);
      return column;
    }
    let name = wanted;
    for (let number = 2; taken.has(name) || given.has(name); number += 1) name = `${wanted} (${number})`;
    given.add(name);
    return name;
  });
}
