import { isMostlyDate } from '../../text/dates/date.ts';
import { safeUrl } from '../../text/links/safeUrl.ts';
import { ADDRESSES, HEADLINES, SOURCE_TITLES } from './jsonKeys.ts';
import { type JsonNode, memberAt, valuesOf, wordsAt } from './jsonNodes.ts';
import { isSentence } from './jsonProse.ts';
import { METADATA } from './jsonWrapper.ts';

/** Keys of the title of the whole. Its `headline` may be that of its first story. */
const WHOLE_TITLES = HEADLINES.filter((key) => key !== 'headline');
/** Maximum number of keys that are read, as in other metadata. */
const MAX_KEYS = 200;

/** Returns the root's texts by their keys, and its sources if any has an address and no section has them. */
export function metadataOf(root: JsonNode, areListed: boolean): Record<string, unknown> {
  const inside = memberAt(root, METADATA) ?? mastheadOf(root);
  const texts = [...(inside?.members ?? []), ...(root.members ?? [])]
    .slice(0, MAX_KEYS)
    .flatMap(([key, { text }]) => (text === undefined ? [] : [[key, text] as const]));
  const title = wordsAt(root, WHOLE_TITLES) || (inside ? wordsAt(inside, HEADLINES) : '');
  const listed = memberAt(root, ['sources'])?.items ?? [];
  const sources = listed.map(
    (source) => source.text ?? { name: wordsAt(source, SOURCE_TITLES), url: wordsAt(source, ADDRESSES) },
  );
  const areLinked = !areListed && listed.some((source) => safeUrl(source.text ?? wordsAt(source, ADDRESSES)));
  return {
    ...Object.fromEntries(texts),
    ...(title !== '' && { title }),
    ...(areLinked && { sources }),
  };
}

/**
 * Returns the object above the news that says nothing but a title and a date, and more about the whole:
 * `"report": { "headline": "Harbour brief", "created": "2026-03-03" }`.
 */
function mastheadOf(root: JsonNode): JsonNode | undefined {
  const first = valuesOf(root).find(({ items, members }) => items ?? members);
  const held = first ? valuesOf(first) : [];
  const isShort = held.every(({ items, text = '' }) => !items && !isSentence(text) && !safeUrl(text));
  return isShort && held.some(({ text = '' }) => isMostlyDate(text)) ? first : undefined;
}
