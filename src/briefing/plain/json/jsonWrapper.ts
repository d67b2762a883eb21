import { isCalled, type JsonNode, memberAt, objectOf, wordsAt } from './jsonNodes.ts';
import { HEADLINES, SECTIONS, STORIES } from './jsonKeys.ts';

/** Keys of an object with metadata of the whole. */
export const METADATA = ['meta', 'metadata'];

/**
 * Returns the object that holds a briefing's news, if others are only around it, whatever their keys are:
 * `{ "status": "ok", "data": { "articles": [] } }`, `[{ "output": { "sections": [] } }]`. The other keys of those are
 * kept: `"generated_at": "…"`.
 */
export function withoutWrapper(root: JsonNode): JsonNode {
  const [item, ...items] = root.items ?? [];
  if (item) return items.length === 0 && isWrapper(item) ? withoutWrapper(item) : root;
  const only = holdsNews(root) ? undefined : onlyObject(root);
  if (!only?.[1].members) return root;
  const inner = withoutWrapper(only[1]);
  // `{ "title": "Brief", "harbour": { "title": "Harbour", "items": [] } }` has a section.
  const isPart = [root, inner].every((node) => wordsAt(node, HEADLINES) !== '') && !memberAt(inner, SECTIONS);
  if (!holdsNews(inner) || isPart) return root;
  const others = [...(root.members ?? [])].filter(([key]) => key !== only[0]);
  return objectOf(root, new Map([...others, ...(inner.members ?? [])]));
}

/** Whether the only object of a list is a whole briefing, and not a section or a story. */
function isWrapper(item: JsonNode): boolean {
  return memberAt(item, SECTIONS) !== undefined || holdsNews(withoutWrapper(item)) !== holdsNews(item);
}

/** Whether an object has a list of sections or stories, or sections by their names. */
function holdsNews(node: JsonNode): boolean {
  const news = memberAt(node, SECTIONS) ?? memberAt(node, STORIES);
  return news?.members !== undefined || news?.items?.every(({ members }) => members) === true;
}

/** The only value that is not a text or metadata. Another list of objects may be the news. */
function onlyObject({ members }: JsonNode): readonly [string, JsonNode] | undefined {
  const [only, ...others] = [...(members ?? [])].filter(
    ([key, node]) =>
      !isCalled(key, METADATA) &&
      (node.members !== undefined || node.items?.some((item) => item.members !== undefined)),
  );
  return others.length === 0 ? only : undefined;
}
