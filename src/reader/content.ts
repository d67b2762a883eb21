import type { TimeFormats } from '../base/formatTime.ts';
import type { TimeLeft } from '../briefing/text/readingTime.ts';
import type { ReadingPosition, ReaderStyle, ReaderView, PageStatus } from './messages.ts';

/**
 * Everything that a page shows. Strings are plain text, which the page escapes, except for those named as HTML: in
 * these, each emoji is an element of its own, so that it can be hidden.
 */
export interface PageContent {
  readonly uri: string;
  readonly title: string;
  readonly titleHtml: string;
  readonly date?: string;
  /** The sender, if the briefing was a mail. */
  readonly sender?: string;
  /** The language of the text, as a BCP 47 tag. */
  readonly language?: string;
  /** The direction of the text: it decides on which side lists have their marks and tables their first column. */
  readonly direction: 'ltr' | 'rtl';
  readonly articleHtml: string;
  /** The message shown in place of the text if there is none; the page then shows no reading time and no end. */
  readonly nothing?: string;
  readonly cards: readonly Card[];
  /** All sections of the briefing, in document order. */
  readonly contents: readonly ContentsEntry[];
  /** The images from the web that are not shown; undefined if there are none. */
  readonly images?: OfferedImages;
  /** The reading time left at each item, by its id, in seconds; '' is the whole briefing. */
  readonly times: Readonly<Record<string, TimeLeft>>;
  readonly view: ReaderView;
  /** The item being read, or {@link END}. */
  readonly id?: string;
  readonly place?: ReadingPosition;
  /** Whether only the text changed, so that the scroll position is kept. */
  readonly stays: boolean;
  /** Whether the content is only a first part: what is shown first, and the neighbouring cards. */
  readonly isPartial?: boolean;
  /** Whether the page follows the cursor of its text's editor. */
  readonly preview?: boolean;
  /** The words of the text to be highlighted, as they are written there. */
  readonly words?: readonly string[];
  readonly render: number;
  readonly style: ReaderStyle;
  readonly status: PageStatus;
  readonly strings: PageStrings;
  readonly keys: readonly KeyHelp[];
}

/** One item as a page of its own. */
export interface Card {
  readonly id: string;
  /** The title of the section that contains the item; '' if the headline says the same. */
  readonly sectionHtml: string;
  readonly emoji?: string;
  /**
   * The item's label, or its text if it has none, and which part of a divided passage it is (`2 of 3`). The previous
   * and next buttons show it.
   */
  readonly name: string;
  readonly nameHtml: string;
  readonly hasLabel: boolean;
  /** The text that introduces the item; '' if there is none. */
  readonly introHtml: string;
  readonly bodyHtml: string;
  /** The index of the reference that the body itself is; it is not listed again below the body. */
  readonly reference: number | undefined;
  /** '' if the item has no other references. */
  readonly referencesHtml: string;
  /** Whether these are the item's own references, or the whole briefing's. */
  readonly hasOwnReferences: boolean;
}

/** Images that are shown on request. */
export interface OfferedImages {
  readonly count: number;
  /** The hosts that the images would come from, without duplicates, those with the most images first. */
  readonly hosts: readonly string[];
}

/** A section in the table of contents. */
export interface ContentsEntry {
  readonly id: string;
  readonly titleHtml: string;
  /** 1 for sections that are in no other section. */
  readonly depth: number;
}

/** A line of the help: keys, and what they do. */
export interface KeyHelp {
  /** The title of each command on these keys, by the command's id. The context decides which of them a key runs. */
  readonly titles: Readonly<Record<string, string>>;
  /** The keys as they are labelled on a keyboard: `Shift+Space`, `g g`. */
  readonly keys: readonly string[];
}

/** The strings of the interface, in the user's language. */
export interface PageStrings {
  /** The language of these strings, as a BCP 47 tag. */
  readonly language: string;
  /** `{0} of {1}` */
  readonly position: string;
  /** `{0} min left` and its variants. */
  readonly left: TimeFormats;
  /** `{0} min` and its variants. */
  readonly time: TimeFormats;
  /** `{0} of {1} read` */
  readonly countRead: string;
  readonly previous: string;
  readonly next: string;
  /** The headings above an item's own references: above one, and above several. */
  readonly reference: string;
  readonly references: string;
  readonly briefingReferences: string;
  readonly whole: string;
  readonly oneAtATime: string;
  readonly contents: string;
  readonly read: string;
  readonly unread: string;
  readonly starred: string;
  /** What the end page says and offers. */
  readonly finished: string;
  /** `{0} not read` */
  readonly notRead: string;
  readonly yourStars: string;
  readonly nextBriefing: string;
  readonly nothingUnread: string;
  readonly end: string;
  /** Said where nothing is left to scroll to; `{0}`: what comes next. */
  readonly goOn: string;
  /** The actions of a reference. */
  readonly open: string;
  readonly copyLink: string;
  readonly cite: string;
  /** `Cited in {0} more briefings` */
  readonly citing: string;
  readonly citingOne: string;
  readonly backToText: string;
  readonly showImage: string;
  /** `Show all images of this briefing ({0}, {1})`: their number and their hosts. */
  readonly showImages: string;
  /** `{0} and {1} more`: a host, and the number of the others. */
  readonly moreHosts: string;
  readonly keys: string;
  readonly keysNote: string;
  readonly close: string;
}

/** The page's own script and style sheet, and what else it may load. */
export interface PageResources {
  /** Marks the page's own script and style, so that the policy allows no others. */
  readonly nonce: string;
  /** The text of the script, in which nothing ends a script element. */
  readonly script: string;
  /** The text of the style sheet, in which nothing ends a style element. */
  readonly style: string;
  /** The sources that images may be loaded from, in the syntax of a Content Security Policy. */
  readonly imageSources: readonly string[];
}
