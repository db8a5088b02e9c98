/** What careful clients do at a time; HaloPSA publishes no figure. */
const atATime = 4;

/** Maps the values, at most four at a time; the answers stand in their order. The first failure ends it. */
export async function inParallel<Value, Answer>(
  values: readonly Value[],
  map: (value: Value) => Promise<Answer> | Answer,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (let start = 0; start < values.length; start += atATime) {
    answers.push(...(await Promise.all(values.slice(start, start + atATime).map(map))));
  }
  return answers;
}
