import type { ProblemCode, Severity } from './problems.ts';

/** A place in a text: 0-based line and UTF-16 column, as in the Language Server Protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A half-open range of a text: `end` is the first position after it. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** One document: a lede, sections with takeaways, and references. Deeply frozen. */
export interface Briefing {
  /** Never empty. */
  readonly title: string;
  /** `YYYY-MM-DD`, if the briefing gives one. */
  readonly date?: string;
  /** A BCP 47 tag, if the briefing names its language. */
  readonly language?: string;
  /** The sender, if it was a mail. */
  readonly sender?: string;
  /** Markdown source of the text before the first section, without the title; '' if there is none. */
  readonly lede: string;
  readonly sections: readonly Section[];
  /**
   * The references of the reference sections, then those of the metadata, then those that the text only links to. No
   * page appears twice. A site without a page is identified by its title as well: `cgtn.com` under two titles is two
   * references.
   */
  readonly references: readonly Reference[];
  readonly problems: readonly Problem[];
  /** The source that the briefing was read from; all ranges are places in it. */
  readonly text: string;
}

/** `takeaways` is the section that sums up the briefing, such as "Key takeaways". */
export type SectionKind = 'takeaways' | 'prose' | 'references';

/** A heading and everything below it, up to the next heading of the same or a higher level. */
export interface Section {
  /** Stable and unique in the briefing. */
  readonly id: string;
  readonly kind: SectionKind;
  readonly title: string;
  /** The level of its heading, 1 to 6. */
  readonly level: number;
  readonly range: Range;
  /** The stories directly in this section, without those of nested sections. */
  readonly takeaways: readonly Takeaway[];
  readonly sections: readonly Section[];
}

/**
 * A story: a list item, a paragraph with a bold lead, or a table row. With the passages of running text, takeaways are the
 * items that are read (see readingItems.ts).
 */
export interface Takeaway {
  /** Made from its words, so it stays the same as long as they do; unique in the briefing. */
  readonly id: string;
  /** `U.S. Agrees Twice` for `U.S. Agrees Twice: Washington …`, without the colon. */
  readonly label?: string;
  /** Plain text without the label, and without an emoji at its start or end. */
  readonly text: string;
  /** The emoji, or run of emoji, at its start or end. */
  readonly emoji?: string;
  /** Its own links and citations; if it has none, those of the nearest reference section, or of the metadata. */
  readonly references: readonly Reference[];
  readonly range: Range;
}

/** A source of the briefing. A source that is only named has no URL. */
export interface Reference {
  readonly title: string;
  /** http, https or mailto; see {@link safeUrl}. */
  readonly url?: string;
  /** `cgtn.com`, or the site's name if the briefing gives one. */
  readonly site?: string;
  readonly range: Range;
}

/** A problem in a briefing. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** What is wrong and how to correct it, in English. The interface shows it in the user's language. */
  readonly message: string;
  /** The values in the message: an encoding, a citation as written, … */
  readonly details: readonly string[];
  readonly range: Range;
}
