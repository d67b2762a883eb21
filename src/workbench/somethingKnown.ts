import type { Library } from '../library/library.ts';

/** When there is something to show: an empty tree would be a lie until then. */
export async function somethingKnown(
  library: Library,
  restored: Promise<unknown>,
  ready: Promise<void>,
): Promise<void> {
  await restored;
  if (library.size > 0) return;
  const news = new Promise<void>((resolve) => {
    const listener = library.onDidChange(() => {
      listener.dispose();
      resolve();
    });
  });
  await Promise.race([ready, news]);
}
