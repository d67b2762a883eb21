export interface QuickOrThorough<T> {
  readonly quick: Promise<T>;
  /** Started only if the quick answer is late or fails. */
  readonly thorough: () => Promise<T>;
  /** How long to wait for the quick answer before the thorough way is started, in ms. */
  readonly patience: number;
  /** Whether a quick answer that was late can be trusted. */
  readonly isWhole: (answer: T) => boolean;
}

/**
 * Returns the quick answer if it comes in time, else whichever comes first: the quick answer, if it can be trusted, or
 * the thorough one. Rejects only if the thorough one does.
 */
export async function quickOrThorough<T>({
  quick,
  thorough,
  patience,
  isWhole,
}: QuickOrThorough<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      resolve(undefined);
    }, patience);
  });
  const answer = quick.then(
    (value) => ({ value }),
    () => undefined,
  );
  const soon = await Promise.race([answer, late]);
  clearTimeout(timer);
  if (soon) return soon.value;
  const other = thorough();
  const believed = answer.then((given) => (given && isWhole(given.value) ? given.value : other));
  return Promise.race([believed, other]);
}
