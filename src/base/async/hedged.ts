export interface Hedged<T> {
  readonly fast: Promise<T>;
  /** Started only if the fast result is late or fails. */
  readonly slow: () => Promise<T>;
  /** How long to wait for the fast result before the slow one is requested, in ms. */
  readonly delay: number;
  /** Whether a fast result that was late can be trusted. */
  readonly isTrusted: (answer: T) => boolean;
}

/**
 * A hedged request: returns the fast result if it comes in time, else whichever comes first: the fast result, if it can
 * be trusted, or the slow one. Rejects only if the slow one does.
 */
export async function hedged<T>({ fast, slow, delay, isTrusted }: Hedged<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      resolve(undefined);
    }, delay);
  });
  const answer = fast.then(
    (value) => ({ value }),
    () => undefined,
  );
  const first = await Promise.race([answer, late]);
  clearTimeout(timer);
  if (first) return first.value;
  const other = slow();
  const trusted = answer.then((given) => (given && isTrusted(given.value) ? given.value : other));
  return Promise.race([trusted, other]);
}
