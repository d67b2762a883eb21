/** An item as it is known from an outline: its key and its label. */
export interface NamedItem {
  readonly key: string;
  /** '' for none. */
  readonly label: string;
}

/**
 * Maps the keys of items whose words were edited to their new keys. The edited item is the only new one with the same
 * label, or else the only one between the same neighbours.
 */
export function matchEditedItems(
  before: readonly NamedItem[],
  after: readonly NamedItem[],
): ReadonlyMap<string, string> {
  const old = new Set(before.map(({ key }) => key));
  const indexes = new Map(after.map(({ key }, at) => [key, at]));
  const removed = uniqueByLabel(before.filter(({ key }) => !indexes.has(key)));
  const added = uniqueByLabel(after.filter(({ key }) => !old.has(key)));
  /** The new index of a neighbour; undefined if it was removed as well. */
  const newIndexOf = (item: NamedItem | undefined, end: number) => (item ? indexes.get(item.key) : end);
  const newKeys = new Map<string, string>();
  before.forEach(({ key, label }, at) => {
    if (indexes.has(key)) return;
    const [from, to] = [newIndexOf(before[at - 1], -1), newIndexOf(before[at + 1], after.length)];
    const between = from !== undefined && to === from + 2 ? after[from + 1] : undefined;
    const found = (removed.get(label) && added.get(label)) ?? between;
    if (found && !old.has(found.key)) newKeys.set(key, found.key);
  });
  return newKeys;
}

/** The items with a unique label, by label. */
function uniqueByLabel(items: readonly NamedItem[]): ReadonlyMap<string, NamedItem> {
  const byLabel = new Map<string, NamedItem | undefined>();
  for (const item of items) byLabel.set(item.label, byLabel.has(item.label) ? undefined : item);
  return new Map([...byLabel].flatMap(([label, item]) => (item && label !== '' ? [[label, item]] : [])));
}
