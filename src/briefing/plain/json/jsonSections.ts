import { isCalled, type JsonNode, memberAt, objectOf, valuesOf, wordsAt } from './jsonNodes.ts';
import { BODIES, GROUPS, HEADLINES, NAMES, SECTIONS, STORIES, TITLES } from './jsonKeys.ts';
import { addressIn, namesSources } from './jsonSources.ts';
import { isBlank } from '../../text/sourceText.ts';

/** Keys of a list of points, which are texts. */
const POINTS = [
  'points',
  'bullets',
  'bullet_points',
  'key_points',
  'takeaways',
  'key_takeaways',
  'highlights',
];

/**
 * The sections by their key; or else, under any key, such a list, `"runs": [{ "label": "Morning", "articles": [] }]`, or
 * lists of stories by their names, `"sources": { "Gazette": [{ "title": … }] }`.
 */
export function sectionsAt(root: JsonNode): JsonNode | undefined {
  const named = memberAt(
    root,
    SECTIONS.filter((key) => !isListOfTexts(root.named?.get(key))),
  );
  if (named || memberAt(root, STORIES)) return named;
  const values = valuesOf(root);
  return sectionLists(root)[0] ?? values.find(haveStories) ?? values.find(areTold);
}

/** Whether a list has sections that tell their news themselves, as a text or in points: `"bullets": ["It stops."]`. */
function areTold({ items = [] }: JsonNode): boolean {
  return items.some((one) => pointsOf(one) !== undefined) && items.every(isTold);
}

/** Whether a node has a title, and a text or points, and no page of its own as a story has. */
function isTold(section: JsonNode): boolean {
  const isSaid = wordsAt(section, BODIES) !== '' || pointsOf(section) !== undefined;
  return isSaid && isNamed(section) && addressIn(section) === undefined && !memberAt(section, NAMES);
}

function pointsOf(section: JsonNode): JsonNode | undefined {
  const points = memberAt(section, POINTS);
  return points && isListOfTexts(points) ? points : undefined;
}

/** Names of sections alone are not the sections: `"categories": ["Ferries", "Tugs"]`. */
function isListOfTexts({ items = [] }: JsonNode = { from: 0, to: 0 }): boolean {
  return items.length > 0 && items.every(({ text }) => text !== undefined);
}

/** Whether all values of an object are lists of stories with headlines. */
export function haveStories(node: JsonNode): boolean {
  const lists = valuesOf(node).map(({ items = [] }) => items);
  const areHeaded = (items: readonly JsonNode[]) =>
    items.length > 0 && items.every((one) => wordsAt(one, HEADLINES) !== '');
  return lists.length > 0 && lists.every(areHeaded);
}

/** The name of a section under another key: `category_display`, `section_name`. */
export function sectionNameOf({ named }: JsonNode): JsonNode | undefined {
  return [...(named ?? [])].find(
    ([key, { text }]) => /^(?!source)\w+_(?:name|label|title|display)$/.test(key) && !isBlank(text),
  )?.[1];
}

/** The sections in a list, or by their names: `{ "Ferries": [{ "headline": … }], "Tugs": { "items": […] } }`. */
export function sectionsOf(node: JsonNode | undefined): readonly JsonNode[] {
  if (node?.items) return node.items;
  return [...(node?.members ?? [])].map(([name, held]) => {
    const topic: [string, JsonNode] = [
      'topic',
      { from: held.from, to: held.from, text: name.replaceAll('_', ' ') },
    ];
    const own = held.text === undefined ? (held.members ?? []) : [['text', held] as const];
    return objectOf(held, new Map(held.items ? [topic, ['items', held]] : [topic, ...own]));
  });
}

/** Whether all nodes are stories, with a headline or a body, and there is at least one. */
export function areStories(nodes: readonly JsonNode[]): boolean {
  return nodes.length > 0 && nodes.every(isStory);
}

export function storiesOf(node: JsonNode): readonly JsonNode[] {
  return memberAt(node, STORIES)?.items ?? [];
}

/** The stories of a section; or else its only list of headlines, under any key: `"picks": [{ "title": …, "url": … }]`. */
export function storyList(section: JsonNode): JsonNode | undefined {
  const [only, ...others] = otherLists(section);
  return memberAt(section, STORIES) ?? (others.length === 0 ? (only?.[1] ?? pointsOf(section)) : undefined);
}

/** The lists of sections in a section; or else, by their names, its lists of headlines beside its stories. */
export function nestedLists(section: JsonNode): readonly JsonNode[] {
  const named = section.members?.get('sections');
  const stories = storyList(section);
  const lists = named ? [] : otherLists(section).filter(([, list]) => list !== stories);
  if (lists.length === 0) return named ? [named] : sectionLists(section).filter((list) => list !== stories);
  return [{ ...section, items: sectionsOf(objectOf(section, new Map(lists))) }];
}

/** The lists of headlines with a text or a link that are under keys of the program’s own. */
function otherLists(section: JsonNode): readonly (readonly [string, JsonNode])[] {
  return [...(section.members ?? [])].filter(
    ([key, { items = [] }]) =>
      !isCalled(key, KNOWN) && !namesSources(key) && items.length > 0 && items.every(isLinkedOrTold),
  );
}

const KNOWN = [...STORIES, 'takeaways', 'sections'];

function isLinkedOrTold(story: JsonNode): boolean {
  return (
    wordsAt(story, HEADLINES) !== '' && (wordsAt(story, BODIES) !== '' || addressIn(story) !== undefined)
  );
}

function isStory(story: JsonNode): boolean {
  return wordsAt(story, HEADLINES) !== '' || wordsAt(story, BODIES) !== '';
}

/**
 * Whether all nodes hold stories; or, if some hold stories or points, `"items": ["It stops."]`, or the key of all says
 * that they are sections, have a title.
 */
export function areSections(nodes: readonly JsonNode[], areCalledSo = false): boolean {
  const isFull = (node: JsonNode) =>
    nestedLists(node).length > 0 ||
    storyList(node)?.items?.some(({ text, members }) => text !== undefined || members !== undefined) === true;
  return (
    nodes.every(isSection) ||
    (nodes.some(isFull) && nodes.every(isNamed)) ||
    (areCalledSo && nodes.every(isTold))
  );
}

function isNamed(section: JsonNode): boolean {
  return wordsAt(section, TITLES) !== '' || sectionNameOf(section) !== undefined;
}

/**
 * Whether a node holds a list of stories; or, if all have a title, of such sections:
 * `{ "name": "Harbour", "regions": [{ "name": "North", "items": [] }] }`.
 */
export function isSection(node: JsonNode): boolean {
  const { named } = node;
  const held = KNOWN.filter((key) => named?.has(key));
  if (held.length === 0) return isTitled(node) && sectionLists(node)[0]?.items?.every(isTitled) === true;
  return held.every((key) => named?.get(key)?.items?.every((one) => one.members !== undefined));
}

function isTitled(section: JsonNode): boolean {
  return wordsAt(section, TITLES) !== '' || wordsAt(section, GROUPS) !== '';
}

/** The lists of sections under any key: `"runs": [{ "label": "Morning", "articles": [] }]`. */
function sectionLists(node: JsonNode): readonly JsonNode[] {
  return valuesOf(node).filter(isSectionList);
}

export function isSectionList({ items = [] }: JsonNode): boolean {
  return items.length > 0 && items.every(isSection);
}
