import type { Briefing } from '../../briefing/model.ts';
import type { TextEdit } from '../textEdit.ts';

/** The kinds of fixes, with their button texts; `{0}` is the fix's detail. */
export const FIXES = {
  'add-entry': 'Add Reference {0}',
  'add-source': 'Add a Source',
  cite: 'Cite “{0}”',
  'remove-citation': 'Remove {0}',
  'merge-reference': 'Merge with the Reference Above',
  'remove-reference': 'Remove This Reference',
  'clean-link': 'Remove Tracking from This Link',
  'name-link': 'Change Link Text to “{0}”',
  'set-date': 'Set the Date to {0}',
  'define-link': 'Add a Definition of {0}',
  'remove-heading': 'Remove This Heading',
  ignore: 'Ignore “{0}” Here',
} as const;

/** A way to fix a finding. Its edits refer to the text of the briefing that it was made for. */
export interface Fix {
  readonly kind: keyof typeof FIXES;
  readonly detail: string;
  readonly edits: readonly TextEdit[];
  /** Whether it is almost always the right one. */
  readonly isPreferred?: true;
}

/** The data that fixes need. */
export interface FixContext {
  readonly briefing: Briefing;
  /** '' if there is none. */
  readonly fileName: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** The title of a page in the library; undefined if it has none. */
  readonly titleOf?: (url: string) => string | undefined;
}
