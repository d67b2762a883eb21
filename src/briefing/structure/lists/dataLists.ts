import { hasWord } from '../../../base/hasWord.ts';
import type { Token } from 'markdown-it';
import type { Block } from '../../blocks/document.ts';
import { isList } from '../../blocks/kinds.ts';
import { holdsLink, isVisible, isWholeLink } from '../../grammar/tokens.ts';
import type { TakeawayNode } from '../../items/takeaways.ts';
import { dayOfDateline } from '../../text/dates/date.ts';
import { isMonth } from '../../text/dates/dateForms.ts';
import { safeUrl } from '../../text/links/safeUrl.ts';
import { unspacedLength } from '../../text/scripts.ts';
import { endsSentence } from '../../text/sentences.ts';
import { MAX_LENGTH, namesPart } from '../../text/partLabels.ts';
import { foldTitle } from '../../text/vocabulary.ts';
import { addCount, countsOf } from '../../../base/collections/counts.ts';
import { sumOf } from '../../../base/sumOf.ts';

/** A list or table, and its items. */
type Listed = readonly [Block, readonly TakeawayNode[]];
/** The same without a link alone. */
interface List {
  readonly block: Block;
  readonly items: readonly TakeawayNode[];
}

/**
 * Returns the lists that are about one story and are not lists of stories: of its parts, `- **Source:** …`, `-
 * **Summary:** …`; of data whose names recur in other lists, `- File size: 820 bytes`; or of labels that recur in at
 * least three lists, or are the same three or more in two. The labels of such a list count as names of data in
 * others, too.
 */
export function dataLists(lists: readonly Listed[]): readonly Block[] {
  // A link alone beside such parts is the story's source.
  const all = lists.map(([block, listed]) => {
    const parts = listed.filter((item, i) => !givesPartAgain(item, listed[i - 1]));
    const said = parts.filter((item) => !isLinkAlone(item));
    const items = said.length > 0 ? said : parts;
    const labels = labelsOf(items, items.length < parts.length || areSigned(items));
    return { block, items, labels, row: labels.join('\n') };
  });
  const labelled = all.filter(
    ({ items, labels }) => labels.length * 4 >= items.length * 3 && !items.every(isGroup),
  );
  const counts = new Map<string, number>();
  // A headline that is a link is no name of data, however often it recurs.
  for (const { items, labels } of all)
    if (!items.every(isNamedByLink)) for (const label of labels) addCount(counts, label);
  const rows = countsOf(labelled.map(({ row }) => row));
  const names = new Set<string>();
  for (const { block, items, labels, row } of labelled) {
    const recurs = (times: number) => (label: string) => (counts.get(label) ?? 0) >= times;
    const data = items.filter(({ text }) => DATUM.test(text)).length;
    // Headlines may recur as well, in a table or as links.
    const isData =
      items.length > 1 &&
      data * 5 >= items.length * 3 &&
      areMost(labels, recurs(2)) &&
      !items.every(isNamedByLink);
    const areTwice = rows.get(row) === 2 && areShort(items, labels);
    const areThrice =
      areMost(labels, ({ length }) => length <= MAX_LENGTH) && areNearlyAll(labels, recurs(3));
    const areParts =
      isList(block) && (areTwice || areThrice) && !items.some(isNamedByLink) && !items.every(isOfMonth);
    if (isData || areParts) for (const label of labels) names.add(label);
  }
  const areNamed = ({ items, labels }: (typeof all)[number]) =>
    areMost(labels, (label) => names.has(label) || (items.length > 1 && namesPart(label)));
  return labelled
    .filter((list) => areNamed(list) || areData(list) || isRecord(list))
    .map(({ block }) => block);
}

/**
 * Whether a list has the fields of one story, one of which is its only link, the source: `- **Place:** Dublin`, `-
 * **URL:** https://a.example`.
 */
function isRecord({ block, items }: List): boolean {
  if (!isList(block) || items.length < FEW || !items.every(isField)) return false;
  const [source, ...others] = items.filter(hasLink);
  if (source?.label === undefined || others.length > 0) return false;
  return namesPart(source.label) && hasOnlyLinks(source.lead);
}

/** Whether an item is a short name and its value. */
function isField(item: TakeawayNode): boolean {
  const { label = '', rest } = item;
  return label !== '' && label.length <= FIELD_LENGTH && rest.length === 0 && !isNamedByLink(item);
}

/** Whether words are only links, and marks around them. */
export function hasOnlyLinks(words: readonly Token[]): boolean {
  let open = 0;
  return words.every(({ type, content }) => {
    if (type.endsWith('link_open')) open++;
    if (type.endsWith('link_close')) open--;
    return open > 0 || !hasWord(content);
  });
}

/** Whether a condition holds for all labels; of many, for two thirds, because a story may have a part of its own. */
function areNearlyAll(labels: readonly string[], is: (label: string) => boolean): boolean {
  const found = labels.filter(is).length;
  return found === labels.length || (found > FEW && found * 3 >= labels.length * 2);
}

/** Whether items are at least three parts with short names and little text, and not stories that occur twice. */
function areShort(items: readonly TakeawayNode[], labels: readonly string[]): boolean {
  const short = items.filter(({ rest }) => rest.length === 0);
  return labels.length > 2 && labels.every(({ length }) => length <= 30) && short.length * 2 >= items.length;
}

/** Lists of short links that recur below three headlines, which are their sources: `- [Map](…)`, `- [Photo](…)`. */
export function recurringLinks(lists: readonly Listed[]): readonly Block[] {
  const links = lists.filter(
    ([block, items]) => isList(block) && items.every((item) => isLinkAlone(item) && NAME.test(item.text)),
  );
  const names = links.map(([, items]) => new Set(items.map(({ text }) => foldTitle(text))));
  const counts = countsOf(names.flatMap((own) => [...own]));
  const recurs = (name: string) => (counts.get(name) ?? 0) > 2;
  return links.flatMap(([block], i) => (areMost([...(names[i] ?? [])], recurs) ? block : []));
}

/** A source's name or kind, in a word or two: `Map`, `Pull request`. */
const NAME = /^[^\s]{1,20}(?: [^\s]{1,20})?$/;

/** `820,729 bytes`: a datum has at most three words. */
export const DATUM = /^\S*(?:\s+\S+){0,2}$/;

/** Whether a list is of figures, not of stories: `- Feeds read: 120`, `- Items kept: 12 of 340`. */
function areData({ block, items }: List): boolean {
  if (!isList(block) || items.some(isNamedByLink)) return false;
  const areCounts = ({ label, text }: TakeawayNode) =>
    label !== undefined && text.split(BETWEEN_COUNTS).every((count) => COUNT.test(count));
  if (items.every(areCounts) && sumOf(items, ({ text }) => text.split(BETWEEN_COUNTS).length) > 2)
    return true;
  if (items.length <= FEW) return false;
  const labelled = items.filter(({ label }) => label !== undefined);
  // The digits of an address are no figures: `- The ferry stops: https://a.example/12` is a title and its source.
  const figures = labelled.filter(
    ({ text }) => /\d/.test(text) && isDatum(text) && safeUrl(text) === undefined,
  );
  const data = labelled.filter((item) => isDatum(item.text) && !endsSentence(item.text) && !hasLink(item));
  if (figures.length * 5 >= items.length * 4) return true;
  const areFields = labelled.every(({ label = '' }) => label.length <= FIELD_LENGTH);
  if (!areFields || labelled.length * 5 < items.length * 4) return false;
  return (
    data.length * 3 >= items.length * 2 ||
    (labelled.length === items.length && data.length * 3 >= items.length && hasOneDate(items))
  );
}

/** `12 | 3 feeds`, `12, 3 feeds`: several of them on a line, each of which may have a name, `12 | Kept: 3`. */
const BETWEEN_COUNTS = /\s[|·]\s(?:[^:：|]{1,40}[:：])?\s*|, /;

/** `120`, `12,638`, `20 篇`: a number of things, and not a price or a change; or whether it is so, `yes`. */
const COUNT =
  /^(?:\d{1,3}(?:,?\d{3}){0,3}(?: ?\p{L}[\p{L}/]{0,11})?|yes|no|true|false|ok|done|s[ií]|oui|non|ja|nein|não|да|нет|是|否|はい|いいえ|예|아니요)$/iu;

/** Whether one of the items gives the date of all: `- Date: 3 March 2026`. */
function hasOneDate(items: readonly TakeawayNode[]): boolean {
  const isDate = ({ label = '', text }: TakeawayNode) => dayOfDateline(`${label}: ${text}`) !== undefined;
  return items.filter(isDate).length === 1;
}

/** Maximum number of items or labels in a short list: a few figures may be its news. */
const FEW = 4;

/** The maximum length of a field's name, in UTF-16 units. */
const FIELD_LENGTH = 30;

/** Whether an item has a link: `Harbour: https://a.example` is a short story, and not a field. */
export function hasLink({ lead, rest }: TakeawayNode): boolean {
  return [...lead, ...rest].some(holdsLink);
}

/** `120 items`, `12 of 340`; languages that have no spaces say much in one word. */
function isDatum(text: string): boolean {
  return DATUM.test(text) && unspacedLength(text) <= 6;
}

/**
 * Returns the labels of items, folded, each once; also one with nothing after it, `- Published:`. `byEmoji`: the list
 * also has a link alone or a datum, so that an emoji counts as a label: `- 📄 It stops.`, `- 🔗 https://a.example`.
 */
function labelsOf(items: readonly TakeawayNode[], byEmoji: boolean): readonly string[] {
  const labels = items.flatMap(
    ({ label, text, emoji = [] }) => label ?? EMPTY.exec(text)?.[1] ?? (byEmoji ? emoji : []),
  );
  return [...new Set(labels.map((label) => foldTitle(label) || label))];
}

/** Whether each item has a sign of its own, and one is a datum: `- 📅 3 March`, `- 📄 It stops.` */
function areSigned(items: readonly TakeawayNode[]): boolean {
  if (!items.every(({ emoji }) => emoji !== undefined)) return false;
  const signs = new Set(items.map(({ emoji }) => emoji));
  return signs.size === items.length && items.some(({ label, text }) => label === undefined && isDatum(text));
}

const EMPTY = /^([^\n:：]{2,40})[:：](?:\n|$)/;

/** Whether an item gives one more link of the part above it: `- Source: https://a.example`, `- Source: …`. */
function givesPartAgain({ label, lead, rest }: TakeawayNode, above: TakeawayNode | undefined): boolean {
  return (
    label !== undefined &&
    label === above?.label &&
    rest.length === 0 &&
    namesPart(label) &&
    hasOnlyLinks(lead)
  );
}

/** Whether an item is only a link: `- 🔗 [The office: the ferry stops](https://a.example)` */
export function isLinkAlone({ label, lead, rest }: TakeawayNode): boolean {
  if (label !== undefined || rest.length > 0) return false;
  // An emoji that was taken out leaves an empty text token.
  return isWholeLink(lead.filter(isVisible));
}

function isOfMonth({ label = '' }: TakeawayNode): boolean {
  return isMonth(label);
}

function isNamedByLink({ name }: TakeawayNode): boolean {
  return name.some(holdsLink);
}

/** Whether an item names a group and not a part of a story: `- **Ferries:**` above a list of links to news. */
function isGroup({ label, lead, rest }: TakeawayNode): boolean {
  if (label === undefined || lead.length > 0 || rest[0]?.type !== 'bullet_list_open') return false;
  const items = rest.filter(({ type }) => type === 'list_item_open').length;
  return rest.filter(holdsLink).length * 3 >= items * 2;
}

/** Whether at least half of some are so. */
export function areMost<T>(all: readonly T[], are: (one: T) => boolean): boolean {
  return all.filter(are).length * 2 >= all.length;
}
