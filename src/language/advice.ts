import type { RuleCode } from './rules.ts';

/** How to fix each finding, for those who write without an editor. docs/writing-briefings.md has the same table. */
export const ADVICE: Readonly<Record<RuleCode, string>> = {
  empty: 'Write a heading and a list of takeaways.',
  'too-large': 'Split the text into several files.',
  'too-dense': 'Split the text into several files, or nest less.',
  undecodable: 'Save the file as UTF-8.',
  'not-a-briefing': 'Give the JSON "sections", each with a "title" and "stories", or write Markdown.',
  'cut-json': 'Complete the JSON, and close its strings, lists and objects.',
  'bad-front-matter': 'Write `key: value` lines between two lines of `---`.',
  'bad-date': 'Write a date that exists, as YYYY-MM-DD.',
  'undefined-citation': 'Add its source under References, or remove the number.',
  'unresolved-link': 'Write the address after the words: `[words](https://…)`.',
  'no-reference': 'Cite the source of this claim, or remove the claim.',
  'duplicate-reference': 'Keep one of the two, and cite its number.',
  'uncited-reference': 'Cite it where it belongs, or remove it from the list.',
  'empty-section': 'Write something below the heading, or remove the heading.',
  'unlabelled-takeaway': 'Begin it with a bold label, like the others: `**Label:** …`.',
  'front-page-source': 'Link the article itself.',
  'broken-link': 'Close the link, and remove spaces from its address: `[words](https://…)`.',
  'placeholder-link': 'Write the address of the source.',
  'tracking-link': 'Remove the tracking parameters from the address.',
  'same-source': 'Find a second source, or say that there is only one.',
  'empty-link-text': 'Write what the link leads to, not `here`.',
  'date-mismatch': 'Use the same date in front matter, title and file name.',
};
