export interface QuickOrThorough<T> {
  readonly quick: Promise<T>;
  /** Begun only where the quick answer takes long, or fails. */
  readonly thorough: () => Promise<T>;
  /** How long the quick one is waited for alone, in ms. */
  readonly patience: number;
  /** Whether an answer of the quick one that has taken long can be believed. */
  readonly isWhole: (answer: T) => boolean;
}

/** The answer of a quick way, or of whichever ends first of it and a thorough one. Rejects only as the thorough one does. */
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
