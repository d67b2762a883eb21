/** What a feed holds, whatever its format: RSS, Atom, RDF or JSON Feed. */
export interface Feed {
  readonly kind: 'feed';
  /** Plain text; its host's name where it gives none. Never empty. */
  readonly title: string;
  /** The page that it belongs to: http or https. */
  readonly url?: string;
  /** BCP 47, where the feed names it. */
  readonly language?: string;
  /** For how long it asks not to be fetched again, in minutes. */
  readonly ttl?: number;
  /** In the feed's order. No two have the same id. */
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  /** The entry's own, or its link, or one made of its words. Never empty. */
  readonly id: string;
  /** Plain text; the beginning of its words where it has none. Never empty. */
  readonly title: string;
  /** Absolute, http or https. */
  readonly url?: string;
  /** ISO 8601, in UTC: `2026-11-26T08:00:00.000Z`. */
  readonly date?: string;
  /** The longest that the feed gives: its content, else its summary. Links in it are as they were written. */
  readonly html?: string;
  /** Where the feed says that it is plain text. */
  readonly text?: string;
}

export interface NotAFeed {
  readonly kind: 'notAFeed';
  readonly reason: 'empty' | 'notText' | 'page' | 'noFeed' | 'tooLarge' | 'tooDeep';
  /** The addresses of the feeds that a page announces, absolute, the first one the page's own choice. */
  readonly feeds: readonly string[];
  /** What the page calls them, by their addresses: plain text, for those that it names; none for a page that names none. */
  readonly titles?: Readonly<Record<string, string>>;
}

/** A feed that an OPML file lists. */
export interface ListedFeed {
  readonly url: string;
  readonly title?: string;
  /** The titles of the outlines around it, outermost first, joined with `/`. */
  readonly folder?: string;
}

export interface Mail {
  readonly kind: 'mail';
  /** Plain text; never empty. */
  readonly subject: string;
  /** The sender's name, or the address where there is none. */
  readonly from?: string;
  /** ISO 8601, in UTC. */
  readonly date?: string;
  /** BCP 47, where the mail names it. */
  readonly language?: string;
  /** Its words: of the HTML and the plain part, whichever holds more structure. */
  readonly markdown: string;
  /** It has more than is read. */
  readonly isCut?: boolean;
}

export interface NotAMail {
  readonly kind: 'notAMail';
  readonly reason: 'empty' | 'notAMail' | 'tooLarge' | 'tooManyParts' | 'noText';
}
