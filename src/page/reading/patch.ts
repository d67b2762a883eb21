/** Maximum number of following nodes that are searched for an equal one. */
const MAX_DISTANCE = 64;

/**
 * Makes a node's children those of another node. Nodes that are equal stay, with their focus, selection and other
 * state; a changed element is patched recursively, a changed text is replaced.
 */
export function patchChildren(old: Element, next: Element): void {
  const before = [...old.childNodes];
  const after = [...next.childNodes];
  while (before[0] && after[0]?.isEqualNode(before[0])) {
    before.shift();
    after.shift();
  }
  let end: ChildNode | null = null;
  for (let last = before.at(-1); last && after.at(-1)?.isEqualNode(last); last = before.at(-1)) {
    end = last;
    before.pop();
    after.pop();
  }
  patchMiddle(old, before, after, end);
}

/** Patches the nodes between the common beginning and the common end of two lists. */
function patchMiddle(
  parent: Element,
  before: readonly ChildNode[],
  after: readonly ChildNode[],
  end: ChildNode | null,
): void {
  const named = new Map(before.flatMap((node) => (keyOf(node) ? [[keyOf(node), node] as const] : [])));
  const unnamed = before.filter((node) => !keyOf(node));
  const matches = after.map((node, at) => {
    const key = keyOf(node);
    const match = key ? named.get(key) : takeMatch(node, unnamed, after.slice(at + 1, at + MAX_DISTANCE));
    named.delete(key);
    return match;
  });
  for (const node of [...named.values(), ...unnamed]) node.remove();
  // The end of the finished nodes. A node already in its place is not moved, as it would lose the focus.
  let cursor = before.find((node) => node.parentNode === parent) ?? end;
  after.forEach((node, at) => {
    const match = matches[at];
    if (!match) {
      parent.insertBefore(node, cursor);
    } else {
      if (match === cursor) cursor = match.nextSibling;
      else parent.insertBefore(match, cursor);
      patchNode(match, node);
    }
  });
}

/**
 * Takes from `rest` the old node for a new one: an equal one, or else the next of its kind that no later node equals.
 */
function takeMatch(node: ChildNode, rest: ChildNode[], later: readonly ChildNode[]): ChildNode | undefined {
  const near = rest.slice(0, MAX_DISTANCE);
  const equal = near.findIndex((one) => one.isEqualNode(node));
  const at = equal >= 0 ? equal : near.findIndex(({ nodeName }) => nodeName === node.nodeName);
  const isWanted = equal < 0 && later.some((one) => one.isEqualNode(near[at] ?? null));
  return at < 0 || isWanted ? undefined : rest.splice(at, 1)[0];
}

function patchNode(old: ChildNode, next: ChildNode): void {
  if (old.isEqualNode(next)) return;
  if (!(old instanceof Element && next instanceof Element && old.tagName === next.tagName)) {
    old.replaceWith(next);
    return;
  }
  for (const { name } of [...old.attributes]) {
    // `open`: what the user has expanded stays expanded.
    if (name !== 'open' && !next.hasAttribute(name)) old.removeAttribute(name);
  }
  for (const { name, value } of next.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  patchChildren(old, next);
}

/**
 * The name by which a node is matched, if it has a stable one, as cards, sections and takeaways do. A passage's id
 * comes from its words, and it is still the same passage after some of them have changed.
 */
function keyOf(node: ChildNode): string {
  return node instanceof HTMLElement && !node.matches('.passage') ? (node.dataset['id'] ?? node.id) : '';
}
