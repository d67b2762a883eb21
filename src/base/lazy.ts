/** Makes an expensive value once, on first use, so that a start that does not need it does not wait for it. */
export function lazy<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
