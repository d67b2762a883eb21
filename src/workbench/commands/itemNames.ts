import * as vscode from 'vscode';
import { ellipsize } from '../../base/shorten.ts';
import type { Item } from '../../briefing/readingItems.ts';
import { nameOfItem } from '../../briefing/briefingContents.ts';

/** The maximum length of a name in a message, in UTF-16 units. */
const MAX_LENGTH = 60;

/** Shortens a name for a message. */
export function shortName(name: string): string {
  return ellipsize(name, MAX_LENGTH);
}

/** Returns an item's name for a message; for a part of a divided passage also which part it is. */
export function itemName(item: Pick<Item, 'label' | 'text' | 'part'>): string {
  const { part } = item;
  const name = nameOfItem(item);
  return shortName(part ? vscode.l10n.t('{0}, {1} of {2}', name, part.number, part.of) : name);
}
