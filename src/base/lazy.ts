/** Makes what is expensive when it is first asked for, and once: a start that needs none of it does not wait for it. */
export function lazy<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
