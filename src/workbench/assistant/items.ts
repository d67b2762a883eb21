import type { Briefing, Reference, Takeaway } from '../../briefing/model.ts';
import { tidy } from '../../base/tidy.ts';
import { briefingKey, takeawayKey } from '../../briefing/text/wordsKey.ts';
import type { ReadState } from '../../library/tree/grouping.ts';
import type { Hit } from '../../search/search.ts';
import type { PromptItem } from '../../share/promptText.ts';

/** What a language model is given of takeaways and of what was found. */

export function takeawayForModel(takeaway: Takeaway, briefing: Briefing, state: ReadState): PromptItem {
  const { label, text, references } = takeaway;
  const key = takeawayKey(takeaway);
  return {
    key,
    kind: 'takeaway',
    ...briefingForModel(briefing),
    quotation: tidyLines([label === undefined ? '' : `${label}:`, text].filter(Boolean).join(' ')),
    references: references.map(referenceForModel),
    read: state.isRead(key),
  };
}

export function hitForModel({ item, document, entry }: Hit, state: ReadState): PromptItem {
  const { title, date, key } = entry.outline;
  const isTakeaway = item.kind === 'takeaway';
  const references = item.references.flatMap((number) => document.references[number] ?? []);
  return {
    key: isTakeaway ? item.key : key,
    kind: item.kind,
    briefing: tidy(title),
    briefingKey: key,
    ...(date !== undefined && { date }),
    quotation: tidyLines([item.title && `${item.title}:`, item.text].filter(Boolean).join(' ')),
    references: references.map(referenceForModel),
    ...(isTakeaway && { read: state.isRead(item.key) }),
  };
}

export function proseForModel(briefing: Briefing, quotation: string): PromptItem {
  return {
    key: briefingKey(briefing),
    kind: 'section',
    ...briefingForModel(briefing),
    quotation: tidyLines(quotation),
    references: [],
  };
}

function referenceForModel({ title, url }: Pick<Reference, 'title' | 'url'>): string {
  return url ?? tidy(title);
}

function briefingForModel(briefing: Briefing): Pick<PromptItem, 'briefing' | 'briefingKey' | 'date'> {
  const { title, date } = briefing;
  return { briefing: tidy(title), briefingKey: briefingKey(briefing), ...(date !== undefined && { date }) };
}

/** Without what is hidden in a text, line by line. */
function tidyLines(text: string): string {
  return text.split('\n').map(tidy).join('\n');
}
