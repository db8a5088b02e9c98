/** Round by round, how many times as long one took as the other. */
export function pairedRatios(figures: readonly number[], others: readonly number[]): readonly number[] {
  return figures.flatMap((figure, round) => {
    const other = others[round];
    return other === undefined ? [] : [figure / other];
  });
}
