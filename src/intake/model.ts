/** The content of a feed of any format: RSS, Atom, RDF or JSON Feed. */
export interface Feed {
  readonly kind: 'feed';
  /** Plain text; the host's name if the feed has no title. Never empty. */
  readonly title: string;
  /** The page that the feed belongs to: an http or https address. */
  readonly url?: string;
  /** A BCP 47 tag, if the feed has one. */
  readonly language?: string;
  /** How long the feed asks not to be fetched again, in minutes. */
  readonly ttl?: number;
  /** In the feed's order, with unique ids. */
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  /** The entry's own id, or its link, or a hash of its words. Never empty. */
  readonly id: string;
  /** Plain text; the beginning of its text if it has no title. Never empty. */
  readonly title: string;
  /** An absolute http or https address. */
  readonly url?: string;
  /** ISO 8601, in UTC: `2026-11-26T08:00:00.000Z`. */
  readonly date?: string;
  /** The longest text in the feed: content or summary. Its links are unchanged. */
  readonly html?: string;
  /** Set instead of `html` if the feed declares plain text. */
  readonly text?: string;
}

export interface NotAFeed {
  readonly kind: 'notAFeed';
  readonly reason: 'empty' | 'notText' | 'page' | 'noFeed' | 'tooLarge' | 'tooDeep';
  /** The absolute addresses of the feeds that a page announces, in the page's order of preference. */
  readonly feeds: readonly string[];
  /** The titles of these feeds in plain text, by address, for those that have one; undefined if none has. */
  readonly titles?: Readonly<Record<string, string>>;
}

/** A feed in an OPML file. */
export interface ListedFeed {
  readonly url: string;
  readonly title?: string;
  /** The titles of the surrounding outlines, outermost first, joined with `/`. */
  readonly folder?: string;
}

export interface Mail {
  readonly kind: 'mail';
  /** Plain text; never empty. */
  readonly subject: string;
  /** The sender's name, or the address if it has no name. */
  readonly from?: string;
  /** ISO 8601, in UTC. */
  readonly date?: string;
  /** A BCP 47 tag, if the mail has one. */
  readonly language?: string;
  /** The mail's text, from its HTML or its plain part, whichever has more structure. */
  readonly markdown: string;
  /** Whether the mail has more than was read. */
  readonly isCut?: boolean;
}

export interface NotAMail {
  readonly kind: 'notAMail';
  readonly reason: 'empty' | 'notAMail' | 'tooLarge' | 'tooManyParts' | 'noText';
}
