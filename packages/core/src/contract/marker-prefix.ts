/** Every marker of ours begins with it; other quoting tools keep their numbers in the same fields. */
export const markerPrefix = 'quotebridge:';
