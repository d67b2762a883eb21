import type { Block } from '../../blocks/document.ts';
import type { SectionKind } from '../../model.ts';

/** A section of the document: its own blocks, and the sections nested in it. */
export interface SectionNode {
  readonly kind: SectionKind;
  readonly level: number;
  /** Missing for the one section of a document without headings, and for sources at the end that have no heading. */
  readonly heading?: Block;
  /** The topic above the headline, which introduces the section's first item. */
  readonly kicker?: readonly Block[];
  /** The blocks directly under the heading. */
  readonly blocks: readonly Block[];
  /** Of a reference section: the blocks below its sources that close the text. They are not in `blocks`. */
  readonly closing?: readonly Block[];
  /** Whether the section is one story, so that its lists are parts of it and not takeaways. */
  readonly isStory: boolean;
  readonly sections: readonly SectionNode[];
  /** The source lines, including those of nested sections; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
}

/** The parts of a document or of a section. */
export interface Parts {
  /** The blocks before the first section, without the title. */
  readonly lede: readonly Block[];
  readonly sections: readonly SectionNode[];
}
