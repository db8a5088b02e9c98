/** JSON pointer (RFC 6901) of keys and indexes: `/tables/a~1b/rows/3`. */
export function pointer(segments: readonly (string | number)[]): string {
  return segments
    .map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}
