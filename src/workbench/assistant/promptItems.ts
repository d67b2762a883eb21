import { joinFilled } from '../../base/joinFilled.ts';
import type { Briefing, Reference } from '../../briefing/model.ts';
import type { Item } from '../../briefing/readingItems.ts';
import { tidy } from '../../base/tidy.ts';
import { briefingKey } from '../../briefing/text/wordsKey.ts';
import type { ReadState } from '../../library/readState.ts';
import type { Hit } from '../../search/search.ts';
import { isReadingItem } from '../../search/searchDocument.ts';
import type { PromptItem } from '../../share/promptText.ts';

/* Converts items and search hits to the form that a language model gets. */

export function itemForModel(item: Item, briefing: Briefing, state: ReadState): PromptItem {
  const { kind, key, label, text, references } = item;
  return {
    key,
    kind,
    ...briefingForModel(briefing),
    quotation: tidyLines(joinFilled([label === undefined ? '' : `${label}:`, text], ' ')),
    references: references.map(referenceForModel),
    read: state.isRead(key),
  };
}

export function hitForModel({ item, document, entry, without }: Hit, state: ReadState): PromptItem {
  const { title, date, key } = entry.outline;
  const isItem = isReadingItem(item);
  const references = item.references.flatMap((number) => document.references[number] ?? []);
  return {
    key: isItem ? item.key : key,
    kind: item.kind,
    briefing: tidy(title),
    briefingKey: key,
    ...(date !== undefined && { date }),
    quotation: tidyLines(joinFilled([item.title && `${item.title}:`, item.text], ' ')),
    references: references.map(referenceForModel),
    ...(isItem && { read: state.isRead(item.key) }),
    ...(without && { without }),
  };
}

/** Converts a briefing without items, which is represented by its title. */
export function titleForModel(briefing: Briefing): PromptItem {
  return {
    key: briefingKey(briefing),
    kind: 'briefing',
    ...briefingForModel(briefing),
    quotation: tidy(briefing.title),
    references: briefing.references.map(referenceForModel),
  };
}

function referenceForModel({ title, url }: Pick<Reference, 'title' | 'url'>): string {
  return url ?? tidy(title);
}

function briefingForModel(briefing: Briefing): Pick<PromptItem, 'briefing' | 'briefingKey' | 'date'> {
  const { title, date } = briefing;
  return { briefing: tidy(title), briefingKey: briefingKey(briefing), ...(date !== undefined && { date }) };
}

/** Reveals or removes hidden characters in a text, line by line. */
function tidyLines(text: string): string {
  return text.split('\n').map(tidy).join('\n');
}
