/** The one protocol between the extension and the page. */

import { isRecord } from '../base/isRecord.ts';
import type { PageData } from './pageData.ts';

/** One item as a page of its own, or the whole briefing as an article. */
export type ReaderView = 'item' | 'whole';

/** The id of what comes after the last item: the page that says it is finished. No item has it. */
export const END = 'end';

/** What the page is told. Moving inside a briefing is one `show`: no new render. */
export type ToPage =
  | {
      readonly type: 'show';
      readonly id: string | undefined;
      readonly view: ReaderView;
      /** How far into the item (0 to 1), where that is not its beginning. */
      readonly offset?: number;
    }
  /** Other words than those on the page. What is the same stays as it is. */
  | { readonly type: 'render'; readonly title: string; readonly data: PageData; readonly html: string }
  | { readonly type: 'status'; readonly status: ReadingStatus }
  | { readonly type: 'style'; readonly style: ReaderStyle }
  /** A sentence for the person, shown for a moment and read out. */
  | { readonly type: 'say'; readonly text: string }
  /** A page on or back, where that is past the end an intent to go on; or to the start or the end. */
  | { readonly type: 'scroll'; readonly to: 'next' | 'previous' | 'start' | 'end' }
  /** Shows the keys, or hides them. */
  | { readonly type: 'help' }
  /** Begins to read aloud, or stops. */
  | { readonly type: 'speak' }
  /** Marks these words of the briefing, as they are written there; none takes the marks away. */
  | { readonly type: 'mark'; readonly words: readonly string[] }
  /** The page was given the focus; `asked`: when, in ms since 1970. */
  | { readonly type: 'focus'; readonly asked: number }
  /** What was in view until now was shown to nobody. */
  | { readonly type: 'seeAnew' }
  /** Puts something on the clipboard, as HTML and as text; nothing where the page may not. */
  | { readonly type: 'copy'; readonly html: string; readonly text: string };

/** What the page tells: what a person did, never a request. */
export type FromPage =
  | { readonly type: 'chose'; readonly id: string; readonly view: ReaderView }
  | { readonly type: 'viewed'; readonly view: ReaderView }
  /** A link of the text, as it is written there: to a web page, or to another file. */
  | { readonly type: 'followed'; readonly url: string }
  /** `index`: into the briefing's references. */
  | { readonly type: 'reference'; readonly action: ReferenceAction; readonly index: number }
  /** An image that was kept out is wanted. */
  | { readonly type: 'imageWanted'; readonly url: string }
  /** Went on, or back, from what is shown. */
  | { readonly type: 'passed'; readonly step: 1 | -1 }
  | { readonly type: 'pressed'; readonly button: PageButton }
  | { readonly type: 'focus'; readonly state: FocusState }
  /** The page was made from HTML that is a part of what it is to show, or older than what it has shown last. */
  | { readonly type: 'stale' }
  /** Whether this machine can read aloud. */
  | { readonly type: 'voices'; readonly available: boolean }
  | Sight;

/** A message of the page, and which briefing it shows: it may not have heard of the one that is shown by now. */
export type Told = FromPage & { readonly uri: string };

export type ReferenceAction = 'open' | 'copyLink' | 'cite' | 'citing';

/** How long the focus that came back has to stay until it is certain that nothing else takes it, in ms. */
export const SETTLING = 250;

/** Whether the page has the focus: it came by a click or was given, or it came back by itself. */
export type FocusState = 'here' | 'back' | 'gone';

/** The page's own buttons; but for `showImages`, which is for what is on the page, each stands for a command. */
export type PageButton = 'nextUnread' | 'help' | 'star' | 'markRead' | 'showImages';

/** What the page has seen of reading. `id`: an item, or '' for the briefing itself. */
export type Sight =
  /** It was in view for as long as its length asks; `end`: and so was its end, for a moment. */
  | { readonly type: 'saw'; readonly id: string; readonly end: boolean }
  /** Reading stands here now: see {@link Place}. */
  | { readonly type: 'stopped'; readonly id: string; readonly offset: number };

/** How the text is set. */
export interface ReaderStyle {
  readonly family: string;
  /** In px. */
  readonly size: number;
  /** A multiple of the size. */
  readonly lineHeight: number;
  /** The measure, in characters. */
  readonly width: number;
  /** Whether emoji are shown. */
  readonly emoji: boolean;
}

/** What is known of a briefing that is not in its text. */
export interface ReadingStatus {
  /** The ids of its items that are read, and of those that are starred. */
  readonly read: readonly string[];
  readonly starred: readonly string[];
  /** All items are read, or the briefing itself where it has none. */
  readonly finished: boolean;
  /** How many other briefings cite a reference, for those that any does: `[index, count]`. */
  readonly cited: readonly (readonly [index: number, briefings: number])[];
  /** The title of the next briefing with something unread in it. */
  readonly next?: string;
  /** Why the words that are shown are not all that the file has now. */
  readonly fault?: string;
}

/**
 * Where reading is, by what is read: an item, and how far into it (0 to 1) the line stands that is read at. That is just
 * under the bar for an item alone, and at 30 % of the window in the whole.
 */
export interface Place {
  /** '' for the briefing itself: what stands before its first item, or all of it where there is none. */
  readonly id: string;
  readonly offset: number;
}

/** What survives a reload: kept by VS Code for the page, and handed to the serializer. */
export interface ReaderState {
  readonly uri: string;
  readonly view: ReaderView;
  readonly id?: string;
  readonly place?: Place;
  /** The render that the page was made by: a page of another one does not restore this one's place. */
  readonly render?: number;
  /** When it was, in ms since 1970. */
  readonly at?: number;
  /** It follows the cursor of its text's editor. */
  readonly preview?: boolean;
  /** The words that are marked: for the page alone. */
  readonly words?: readonly string[];
}

const ACTIONS: readonly unknown[] = ['open', 'copyLink', 'cite', 'citing'] satisfies ReferenceAction[];
const FOCUS: readonly unknown[] = ['here', 'back', 'gone'] satisfies FocusState[];
const BUTTONS: readonly unknown[] = [
  'nextUnread',
  'help',
  'star',
  'markRead',
  'showImages',
] satisfies PageButton[];

/**
 * Checks what came from the page, the less trusted side: anything else than a message of ours is undefined. So is what
 * it tells of another briefing than the one that is shown, at `shown`: it was on its way when that one came.
 */
export function readFromPage(data: unknown, shown: string | undefined): FromPage | undefined {
  if (!isRecord(data)) return undefined;
  const { type, uri, id, view, url, end, offset, action, index, step, button, state, available } = data;
  if (type === 'stale') return { type };
  if (type === 'voices' && typeof available === 'boolean') return { type, available };
  if (type === 'focus' && FOCUS.includes(state)) return { type, state: state as FocusState };
  if (uri !== shown) return undefined;
  if (type === 'chose' && isText(id) && isView(view)) return { type, id, view };
  if (type === 'viewed' && isView(view)) return { type, view };
  if ((type === 'followed' || type === 'imageWanted') && isText(url)) return { type, url };
  if (type === 'reference' && ACTIONS.includes(action) && isIndex(index))
    return { type, action: action as ReferenceAction, index };
  if (type === 'passed' && (step === 1 || step === -1)) return { type, step };
  if (type === 'pressed' && BUTTONS.includes(button)) return { type, button: button as PageButton };
  if (type === 'saw' && isPlaceId(id) && typeof end === 'boolean') return { type, id, end };
  if (type === 'stopped' && isPlaceId(id) && typeof offset === 'number')
    return { type, id, offset: fraction(offset) };
  return undefined;
}

/** Checks a state that was saved by this or another version. */
export function readState(data: unknown): ReaderState | undefined {
  if (!isRecord(data) || !isText(data['uri'])) return undefined;
  const { uri, view, id, place, render, at, preview } = data;
  return {
    uri,
    view: isView(view) ? view : 'item',
    ...(isText(id) && { id }),
    ...(isRecord(place) &&
      isPlaceId(place['id']) && { place: { id: place['id'], offset: fraction(place['offset']) } }),
    ...(typeof render === 'number' && { render }),
    ...(typeof at === 'number' && { at }),
    ...(preview === true && { preview }),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length < 4096;
}

function isPlaceId(value: unknown): value is string {
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
