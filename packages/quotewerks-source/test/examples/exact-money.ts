const places = 6;

/** A decimal number as an integer of millionths. */
export function scaled(text: string): bigint {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const size = BigInt(whole + fraction.padEnd(places, '0').slice(0, places));
  return text.startsWith('-') ? -size : size;
}

/** Product in cents, rounded half up, away from zero. With `cents` the first factor is cents already. */
export function roundedCents(factors: readonly bigint[], first: 'scaled' | 'cents' = 'scaled'): bigint {
  const product = factors.reduce((left, right) => left * right, 1n);
  const scaledFactors = first === 'cents' ? factors.length - 1 : factors.length;
  const unit =
    first === 'cents' ? 10n ** BigInt(places * scaledFactors) : 10n ** BigInt(places * scaledFactors - 2);
  const size = product < 0n ? -product : product;
  const rounded = (size * 2n + unit) / (unit * 2n);
  return product < 0n ? -rounded : rounded;
}
