/** A member of an object in JSON, as it is written: `"Price": 1.10`. */
export interface WrittenMember {
  readonly name: string;
  readonly text: string;
}

/**
 * The members of an object, without reading their values: a number that is read is written another way.
 *
 * @param json text of an object that is valid
 */
export function objectMembers(json: string): readonly WrittenMember[] {
  const members: WrittenMember[] = [];
  let begin = 1;
  let colon = 0;
  let level = 0;
  let quoted = false;
  for (let at = 1; at < json.length; at += 1) {
    const sign = json.charAt(at);
    if (quoted) {
      if (sign === '\\') at += 1;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === ':' && level === 0) colon = at;
    else if (level === 0 && (sign === ',' || sign === '}')) {
      if (colon > begin)
        members.push({ name: JSON.parse(json.slice(begin, colon)) as string, text: json.slice(begin, at) });
      begin = at + 1;
    } else if (sign === '[' || sign === '{') level += 1;
    else if (sign === ']' || sign === '}') level -= 1;
  }
  return members;
}
