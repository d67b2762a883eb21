/** The protocol between the extension and the page: all messages in both directions. */

import { isRecord } from '../base/isRecord.ts';
import type { PageData } from './pageData.ts';

/** One item as a page of its own, or the whole briefing as an article. */
export type ReaderView = 'item' | 'whole';

/** The id of the page after the last item, which says that the briefing is finished. No item has this id. */
export const END = 'end';

/** Messages to the page. A move inside a briefing is one `show`, without a new render. */
export type ToPage =
  | {
      readonly type: 'show';
      readonly id: string | undefined;
      readonly view: ReaderView;
      /** How far into the item to go (0 to 1); left out for its beginning. */
      readonly offset?: number;
    }
  /** New content for the page. Elements that are the same stay as they are. */
  | { readonly type: 'render'; readonly title: string; readonly data: PageData; readonly html: string }
  | { readonly type: 'status'; readonly status: PageStatus }
  | { readonly type: 'style'; readonly style: ReaderStyle }
  /** A message for the user, shown for a moment and announced by screen readers. */
  | { readonly type: 'say'; readonly text: string }
  /** Scrolls a page on or back, or to the start or the end. A page past either end means going on to another item. */
  | { readonly type: 'scroll'; readonly to: 'next' | 'previous' | 'start' | 'end' }
  /** Shows or hides the list of keys. */
  | { readonly type: 'help' }
  /** Starts or stops reading aloud. */
  | { readonly type: 'speak' }
  /** Highlights these words of the briefing, as they are written there; an empty list removes the highlights. */
  | { readonly type: 'highlight'; readonly words: readonly string[] }
  /** VS Code has given the page the focus; `at`: when, in ms since 1970. */
  | { readonly type: 'focus'; readonly at: number }
  /** Restarts visibility tracking: nothing seen so far counts as read. */
  | { readonly type: 'resetVisibility' }
  /** Puts something on the clipboard, as HTML and as text; does nothing if the page is not allowed to. */
  | { readonly type: 'copy'; readonly html: string; readonly text: string };

/** Messages from the page: what the user did or saw, and what state the page is in. */
export type FromPage =
  | { readonly type: 'itemChosen'; readonly id: string; readonly view: ReaderView }
  | { readonly type: 'viewChosen'; readonly view: ReaderView }
  /** A link of the text, as it is written there: to a web page, or to another file. */
  | { readonly type: 'linkFollowed'; readonly url: string }
  /** `index`: of a reference in the briefing's references. */
  | { readonly type: 'reference'; readonly action: ReferenceAction; readonly index: number }
  /** The user wants to see an image that was blocked. */
  | { readonly type: 'imageRequested'; readonly url: string }
  /** The user went on or back from the item that is shown. */
  | { readonly type: 'advanced'; readonly step: 1 | -1 }
  | { readonly type: 'buttonPressed'; readonly button: PageButton }
  | { readonly type: 'focus'; readonly state: FocusState }
  /** The page was loaded from HTML that is only a first part, or older than what the page showed last. */
  | { readonly type: 'stale' }
  /** Whether this machine can read aloud. */
  | { readonly type: 'voices'; readonly available: boolean }
  | VisibilityReport;

/** A message with the briefing that the page showed when it sent it: by now, the extension may show another one. */
export type PageMessage = FromPage & { readonly uri: string };

export type ReferenceAction = 'open' | 'copyLink' | 'cite' | 'citing';

/** How long a returned focus must last before it counts, in ms: something else may take it. */
export const FOCUS_SETTLE_MS = 250;

/** The focus of the page: `given` by a click or by VS Code, `returned` by itself, or `lost`. */
export type FocusState = 'given' | 'returned' | 'lost';

/** The page's own buttons. Each runs a command, except for `showImages`, which concerns only this page. */
export type PageButton = 'nextUnread' | 'help' | 'star' | 'markRead' | 'showImages';

/** What is visible, and where. `id`: an item, or '' for the briefing itself. */
export type VisibilityReport =
  /** The item was in view for as long as its length requires; `end`: and so was its end, for a moment. */
  | { readonly type: 'itemSeen'; readonly id: string; readonly end: boolean }
  /** The reading position is here now: see {@link ReadingPosition}. */
  | { readonly type: 'scrolledTo'; readonly id: string; readonly offset: number };

/** The typography of the text. */
export interface ReaderStyle {
  readonly family: string;
  /** In px. */
  readonly size: number;
  /** A multiple of the size. */
  readonly lineHeight: number;
  /** The line length, in characters. */
  readonly width: number;
  /** Whether emoji are shown. */
  readonly emoji: boolean;
}

/** The status of a briefing: everything known about it beyond its text. */
export interface PageStatus {
  /** The ids of the items that are read, and of those that are starred. */
  readonly read: readonly string[];
  readonly starred: readonly string[];
  /** Whether all items are read, or the briefing itself if it has none. */
  readonly finished: boolean;
  /** The number of other briefings that cite a reference, for each reference that any cites: `[index, count]`. */
  readonly cited: readonly (readonly [index: number, briefings: number])[];
  /** The title of the next briefing with something unread in it. */
  readonly next?: string;
  /** Why the text is not the complete content of the file: the file could not be re-read, or its text breaks off. */
  readonly fault?: string;
}

/**
 * A position in a briefing, independent of the layout: an item, and how far into it (0 to 1) the reading line is. That
 * line is just below the bar for a single item, and at 30 % of the window's height in the whole.
 */
export interface ReadingPosition {
  /** '' for the briefing itself: the part before its first item, or all of it if it has no items. */
  readonly id: string;
  readonly offset: number;
}

/** The state that survives a reload: VS Code keeps it for the page, and hands it to the serializer. */
export interface ReaderState {
  readonly uri: string;
  readonly view: ReaderView;
  readonly id?: string;
  readonly place?: ReadingPosition;
  /**
   * The render that the page was made from. A page that was made from another render does not restore this position.
   */
  readonly render?: number;
  /** When the state was saved, in ms since 1970. */
  readonly at?: number;
  /** Whether the page follows the cursor of its text's editor. */
  readonly preview?: boolean;
  /** The words that are highlighted; only the page reads them. */
  readonly words?: readonly string[];
}

const ACTIONS: readonly unknown[] = ['open', 'copyLink', 'cite', 'citing'] satisfies ReferenceAction[];
const FOCUS: readonly unknown[] = ['given', 'returned', 'lost'] satisfies FocusState[];
const BUTTONS: readonly unknown[] = [
  'nextUnread',
  'help',
  'star',
  'markRead',
  'showImages',
] satisfies PageButton[];

/**
 * Validates a message from the page, the less trusted side. Returns undefined for anything but a message of ours, and
 * for a message about a briefing other than `shown`, sent before that one was shown.
 */
export function readFromPage(data: unknown, shown: string | undefined): FromPage | undefined {
  if (!isRecord(data)) return undefined;
  const { type, uri, id, view, url, end, offset, action, index, step, button, state, available } = data;
  if (type === 'stale') return { type };
  if (type === 'voices' && typeof available === 'boolean') return { type, available };
  if (type === 'focus' && FOCUS.includes(state)) return { type, state: state as FocusState };
  if (uri !== shown) return undefined;
  if (type === 'itemChosen' && isText(id) && isView(view)) return { type, id, view };
  if (type === 'viewChosen' && isView(view)) return { type, view };
  if ((type === 'linkFollowed' || type === 'imageRequested') && isText(url)) return { type, url };
  if (type === 'reference' && ACTIONS.includes(action) && isIndex(index))
    return { type, action: action as ReferenceAction, index };
  if (type === 'advanced' && (step === 1 || step === -1)) return { type, step };
  if (type === 'buttonPressed' && BUTTONS.includes(button)) return { type, button: button as PageButton };
  if (type === 'itemSeen' && isPositionId(id) && typeof end === 'boolean') return { type, id, end };
  if (type === 'scrolledTo' && isPositionId(id) && typeof offset === 'number')
    return { type, id, offset: fraction(offset) };
  return undefined;
}

/** Validates a state that was saved by this or another version. */
export function readState(data: unknown): ReaderState | undefined {
  if (!isRecord(data) || !isText(data['uri'])) return undefined;
  const { uri, view, id, place, render, at, preview } = data;
  return {
    uri,
    view: isView(view) ? view : 'item',
    ...(isText(id) && { id }),
    ...(isRecord(place) &&
      isPositionId(place['id']) && { place: { id: place['id'], offset: fraction(place['offset']) } }),
    ...(typeof render === 'number' && { render }),
    ...(typeof at === 'number' && { at }),
    ...(preview === true && { preview }),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length < 4096;
}

function isPositionId(value: unknown): value is string {
  return value === '' || isText(value);
}

function isView(value: unknown): value is ReaderView {
  return value === 'item' || value === 'whole';
}

function isIndex(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}

function fraction(value: unknown): number {
  return typeof value === 'number' && value >= 0 && value <= 1 ? value : 0;
}
