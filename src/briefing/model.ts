import type { ProblemCode, Severity } from './problems.ts';

/** A place in a text: 0-based line and UTF-16 column, as in the Language Server Protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A half-open stretch of a text: `end` is the first place that no longer belongs to it. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** One document: a lede, sections with takeaways, and the references it rests on. Frozen, whole. */
export interface Briefing {
  /** Never empty. */
  readonly title: string;
  /** `YYYY-MM-DD`, where the briefing gives one. */
  readonly date?: string;
  /** BCP 47, where the briefing names it. */
  readonly language?: string;
  /** Who sent it, where it was a mail. */
  readonly sender?: string;
  /** Markdown source of the text before the first section, without the title; '' if there is none. */
  readonly lede: string;
  readonly sections: readonly Section[];
  /**
   * The reference section's, then the metadata's, then those only linked in the text. No page twice; a site without a
   * page goes by its title too: `cgtn.com` under two titles is two.
   */
  readonly references: readonly Reference[];
  readonly problems: readonly Problem[];
  /** The source that the briefing was read from; all ranges are places in it. */
  readonly text: string;
}

/** `takeaways` are the key takeaways: the section that sums the briefing up. */
export type SectionKind = 'takeaways' | 'prose' | 'references';

/** A heading and what stands under it, up to the next heading of its level or above. */
export interface Section {
  /** Stable and unique in the briefing. */
  readonly id: string;
  readonly kind: SectionKind;
  readonly title: string;
  /** 1 to 6, as the heading's. */
  readonly level: number;
  readonly range: Range;
  /** The top-level list items that stand directly in this section, not in a nested one. */
  readonly takeaways: readonly Takeaway[];
  readonly sections: readonly Section[];
}

/** One top-level list item of a section: the unit that is read. */
export interface Takeaway {
  /** Made from its words: stable while they are, unique in the briefing. */
  readonly id: string;
  /** `U.S. Agrees Twice` for `U.S. Agrees Twice: Washington …`, without the colon. */
  readonly label?: string;
  /** Plain text without the label, and without an emoji at its start or end. */
  readonly text: string;
  /** That emoji (or run of emoji), whole. */
  readonly emoji?: string;
  /** Its own links and citations; if it has none, those of the briefing's reference section or metadata. */
  readonly references: readonly Reference[];
  readonly range: Range;
}

/** A source that the briefing rests on. One that is only named has no URL. */
export interface Reference {
  readonly title: string;
  /** http, https or mailto; see {@link safeUrl}. */
  readonly url?: string;
  /** `cgtn.com`, or the site's name where the briefing gives one. */
  readonly site?: string;
  readonly range: Range;
}

/** Something wrong in a briefing, as data. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** What is wrong and what to do about it, in English; the interface says it in the person's language. */
  readonly message: string;
  /** What the message speaks of: an encoding, a citation as written, … */
  readonly details: readonly string[];
  readonly range: Range;
}
