import type { RuleCode } from './rules.ts';

/** How to fix each finding, for those who write without an editor. docs/writing-briefings.md has the same table. */
export const ADVICE: Readonly<Record<RuleCode, string>> = {
  empty: 'Write a heading and a list of takeaways.',
  'too-large': 'Split the text into several files.',
  'too-dense': 'Split the text into several files, or nest less.',
  undecodable: 'Save the file as UTF-8.',
  'not-a-briefing': 'Give the JSON "sections", each with a "title" and "stories", or write Markdown.',
  'cut-json': 'Write the JSON to its end, and close its strings, lists and objects.',
  'bad-front-matter': 'Write `key: value` lines between two lines of `---`.',
  'bad-date': 'Write a day of the calendar as YYYY-MM-DD.',
  'undefined-citation': 'Add the source with this number under References, or take the number out.',
  'unresolved-link': 'Write the address behind the words: `[words](https://…)`.',
  'no-reference': 'Cite the source of this claim, or leave the claim out.',
  'duplicate-reference': 'Keep one of the two, and cite its number.',
  'uncited-reference': 'Cite it where it belongs, or take it off the list.',
  'empty-section': 'Write something below the heading, or take it out.',
  'unlabelled-takeaway': 'Begin it with a bold label, as the others: `**Label:** …`.',
  'front-page-source': 'Link the article itself.',
  'broken-link': 'Close the link, and write no space in its address: `[words](https://…)`.',
  'placeholder-link': 'Write the address of the source in the place of example.com.',
  'tracking-link': 'Take the tracking parameters out of the address.',
  'same-source': 'Look for a second source, or say that there is one only.',
  'empty-link-text': 'Let the link say what it leads to, not `here`.',
  'date-mismatch': 'Give one date in front matter, title and file name.',
};
