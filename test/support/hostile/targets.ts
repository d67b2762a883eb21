/** What `npm run hostile` attacks; docs/reliability.md has a row for each, and explains it. */
export const TARGETS = {
  cost: 'What reading a text may cost',
  lines: 'What a long line may cost',
  words: 'What the renderer makes, held against an allowlist',
  fragments: 'What the renderer makes, in a browser without any policy',
  pages: 'The reader’s page, in a browser under its policy',
} as const;
