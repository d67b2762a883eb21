/** The one protocol between the extension and the page. */

/** One takeaway as a page of its own, or the whole briefing as an article. */
export type ReaderView = 'takeaway' | 'whole';

/** The id of what comes after the last takeaway: the page that says it is finished. No item has it. */
export const END = 'end';

/** What the page is told. Moving inside a briefing is one `show`: no new render. */
export type ToPage =
  | {
      readonly type: 'show';
      readonly id: string | undefined;
      readonly view: ReaderView;
      /** How far into the item, where that is not its beginning. */
      readonly offset?: number;
    }
  /** Other words than those on the page: the body's attributes and content. What is the same stays as it is. */
  | {
      readonly type: 'render';
      readonly title: string;
      readonly data: Readonly<Record<string, string>>;
      readonly html: string;
    }
  | { readonly type: 'status'; readonly status: ReadingStatus }
  | { readonly type: 'style'; readonly style: ReaderStyle }
  /** A sentence for the person, shown for a moment and read out. */
  | { readonly type: 'say'; readonly text: string }
  /** A page on or back, where that is past the end an intent to go on; or to the start or the end. */
  | { readonly type: 'scroll'; readonly to: 'next' | 'previous' | 'start' | 'end' }
  /** Shows the keys, or hides them. */
  | { readonly type: 'help' }
  /** Begins to read aloud, or stops. */
  | { readonly type: 'speak' };

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
  /** The page was made anew from HTML that is older than what it has shown last. */
  | { readonly type: 'stale' }
  /** Whether this machine can read aloud. */
  | { readonly type: 'voices'; readonly available: boolean }
  | Sight;

export type ReferenceAction = 'open' | 'copyLink' | 'cite' | 'citing';

/** The page's own buttons that stand for a command. */
export type PageButton = 'nextUnread' | 'help' | 'star' | 'markRead';

/** What the page has seen of reading. `id`: '' for the whole briefing. */
export type Sight =
  /** It was in view for a moment; `end`: so was its end. */
  | { readonly type: 'saw'; readonly id: string; readonly end: boolean }
  /** Reading stands here now: an item, and how far into it (0 to 1). */
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
  /** The ids of its takeaways that are read, and of those that are starred. */
  readonly read: readonly string[];
  readonly starred: readonly string[];
  /** How many other briefings cite a reference, for those that any does: `[index, count]`. */
  readonly cited: readonly (readonly [index: number, briefings: number])[];
  /** The title of the next briefing with something unread in it. */
  readonly next?: string;
}

/** Where reading is, by what is read: an item, and how far into it (0 to 1) the top of the page stands. */
export interface Place {
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
}

const ACTIONS: readonly unknown[] = ['open', 'copyLink', 'cite', 'citing'] satisfies ReferenceAction[];
const BUTTONS: readonly unknown[] = ['nextUnread', 'help', 'star', 'markRead'] satisfies PageButton[];

/** Checks what came from the page, the less trusted side: anything else than a message of ours is undefined. */
export function readFromPage(data: unknown): FromPage | undefined {
  if (!isRecord(data)) return undefined;
  const { type, id, view, url, end, offset, action, index, step, button, available } = data;
  if (type === 'chose' && isText(id) && isView(view)) return { type, id, view };
  if (type === 'viewed' && isView(view)) return { type, view };
  if ((type === 'followed' || type === 'imageWanted') && isText(url)) return { type, url };
  if (type === 'reference' && ACTIONS.includes(action) && isIndex(index))
    return { type, action: action as ReferenceAction, index };
  if (type === 'passed' && (step === 1 || step === -1)) return { type, step };
  if (type === 'pressed' && BUTTONS.includes(button)) return { type, button: button as PageButton };
  if (type === 'stale') return { type };
  if (type === 'voices' && typeof available === 'boolean') return { type, available };
  if (type === 'saw' && (id === '' || isText(id)) && typeof end === 'boolean') return { type, id, end };
  if (type === 'stopped' && isText(id) && typeof offset === 'number')
    return { type, id, offset: fraction(offset) };
  return undefined;
}

/** Checks a state that was saved by this or another version. */
export function readState(data: unknown): ReaderState | undefined {
  if (!isRecord(data) || !isText(data['uri'])) return undefined;
  const { uri, view, id, place, render, at } = data;
  return {
    uri,
    view: isView(view) ? view : 'takeaway',
    ...(isText(id) && { id }),
    ...(isRecord(place) &&
      isText(place['id']) && { place: { id: place['id'], offset: fraction(place['offset']) } }),
    ...(typeof render === 'number' && { render }),
    ...(typeof at === 'number' && { at }),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length < 4096;
}

function isView(value: unknown): value is ReaderView {
  return value === 'takeaway' || value === 'whole';
}

function isIndex(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}

function fraction(value: unknown): number {
  return typeof value === 'number' && value >= 0 && value <= 1 ? value : 0;
}
