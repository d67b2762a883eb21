import type { TimeWords } from '../base/fill.ts';
import type { TimeLeft } from '../briefing/text/readingTime.ts';
import type { Place, ReaderStyle, ReaderView, ReadingStatus } from './messages.ts';

/**
 * Everything that a page shows. Strings are text and are escaped by the page, but for those that say they are HTML: these
 * have their emoji as elements of their own, so that they can be hidden.
 */
export interface PageContent {
  readonly uri: string;
  readonly title: string;
  readonly titleHtml: string;
  readonly date?: string;
  /** Who sent it, where it was a mail. */
  readonly sender?: string;
  /** BCP 47 of the text. */
  readonly language?: string;
  /** Of the text: where lists have their marks, and tables their first column. */
  readonly direction: 'ltr' | 'rtl';
  readonly articleHtml: string;
  /** Said in place of a text, where there is none: it has no length then, and no end. */
  readonly nothing?: string;
  readonly cards: readonly Card[];
  /** The sections of the whole, in document order. */
  readonly contents: readonly ContentsEntry[];
  /** Those from the web that are not shown; undefined where there are none. */
  readonly images?: OfferedImages;
  /** How long is left to read at each item, in seconds; '': of the whole. */
  readonly times: Readonly<Record<string, TimeLeft>>;
  readonly view: ReaderView;
  /** The item that is read, or {@link END}. */
  readonly id?: string;
  readonly place?: Place;
  /** Only the words are new: who reads them stays where they are. */
  readonly stays: boolean;
  /** Only what is shown, and the cards beside it, are there as yet. */
  readonly isPart?: boolean;
  /** It follows the cursor of its text's editor. */
  readonly preview?: boolean;
  /** Words of the text that are to be marked, as they are written there. */
  readonly words?: readonly string[];
  readonly render: number;
  readonly style: ReaderStyle;
  readonly status: ReadingStatus;
  readonly strings: PageStrings;
  readonly keys: readonly KeyHelp[];
}

/** One item as a page of its own. */
export interface Card {
  readonly id: string;
  /** The title of the section that it stands in; '' where the headline says it. */
  readonly sectionHtml: string;
  readonly emoji?: string;
  /**
   * Its label, or its words where it has none, and which part it is of a passage that was divided (`2 of 3`): what the
   * previous and next buttons call it.
   */
  readonly name: string;
  readonly nameHtml: string;
  readonly hasLabel: boolean;
  /** What introduces it; '' where nothing does. */
  readonly introHtml: string;
  readonly bodyHtml: string;
  /** The body is itself the reference at this place among the briefing's, and is not listed below it again. */
  readonly reference: number | undefined;
  /** '' where there is no reference but that. */
  readonly referencesHtml: string;
  /** Its own, or the whole briefing's. */
  readonly ownReferences: boolean;
}

/** Images that are shown if the person wants them. */
export interface OfferedImages {
  readonly count: number;
  /** Where they would come from, each once, the one with the most of them first. */
  readonly hosts: readonly string[];
}

/** A section in the table of contents. */
export interface ContentsEntry {
  readonly id: string;
  readonly titleHtml: string;
  /** 1 for those that stand in no other. */
  readonly depth: number;
}

/** A line of the help: the keys, and what they do. */
export interface KeyHelp {
  /** What each command on these keys is called. Which of them is meant, what is shown decides. */
  readonly titles: Readonly<Record<string, string>>;
  /** Each as it is written on the keyboard: `Shift+Space`, `g g`. */
  readonly keys: readonly string[];
}

/** The interface's words, in the person's language. */
export interface PageStrings {
  /** BCP 47 of these words. */
  readonly language: string;
  /** `{0} of {1}` */
  readonly position: string;
  /** `{0} min left` and its like. */
  readonly left: TimeWords;
  /** `{0} min` and its like. */
  readonly time: TimeWords;
  /** `{0} of {1} read` */
  readonly countRead: string;
  readonly previous: string;
  readonly next: string;
  /** Above one of an item's own, and above several. */
  readonly reference: string;
  readonly references: string;
  readonly briefingReferences: string;
  readonly whole: string;
  readonly oneAtATime: string;
  readonly contents: string;
  readonly read: string;
  readonly unread: string;
  readonly starred: string;
  /** The end page: what it says, and what it offers. */
  readonly finished: string;
  /** `{0} not read` */
  readonly notRead: string;
  readonly yourStars: string;
  readonly nextBriefing: string;
  readonly nothingUnread: string;
  readonly end: string;
  /** What can be done with a reference. */
  readonly open: string;
  readonly copyLink: string;
  readonly cite: string;
  /** `Cited in {0} more briefings` */
  readonly citing: string;
  readonly citingOne: string;
  readonly backToText: string;
  readonly showImage: string;
  /** `Show all images of this briefing ({0}, {1})`: how many, and from where. */
  readonly showImages: string;
  /** `{0} and {1} more`: a host, and how many others. */
  readonly moreHosts: string;
  readonly keys: string;
  readonly keysNote: string;
  readonly close: string;
}

/** What only the webview can say: where its files are, and what it may load. */
export interface PageResources {
  /** By it the page's own script and style are known from any other. */
  readonly nonce: string;
  readonly scriptUri: string;
  readonly styleUri: string;
  /** What images may be loaded from, as a Content Security Policy says it. */
  readonly imageSources: readonly string[];
}
