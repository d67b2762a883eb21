/** A briefing in which nothing is wrong. */
export const GOOD = `# The harbour

Two things happened.

## Key Takeaways

- **Ferry:** It stops on Monday [1].
- **Crane:** A third one was ordered [2].
- **Fog:** The port stays closed until noon [3].

## References

1. [The port’s notice](https://port.example/notices/14)
2. [Crane ordered](https://news.example/2026/crane)
3. [Weather log](https://weather.example/logs/9)
`;

/** A name that gives its date. */
export const NAME = '2026-11-25-harbour.md';

/** The briefing with changes, each a line `old → new`; or else the given text. */
export function changed(input: string): string {
  const changes = input.split('\n').filter((line) => line.includes(' → '));
  if (changes.length === 0) return input;
  return changes.reduce((text, change) => {
    const [from = '', to = ''] = change.split(' → ');
    if (!text.includes(from)) throw new Error(`It is not in the briefing: ${from}`);
    return text.replace(from, () => to.replaceAll('¶', '\n'));
  }, GOOD);
}

/** The lines that are only in the text before, and those that are only in the text after. */
export function difference(before: string, after: string): string[] {
  const [old, now] = [before, after].map((text) => text.split('\n'));
  return [
    ...(old ?? []).filter((line) => !now?.includes(line)).map((line) => `- ${line}`),
    ...(now ?? []).filter((line) => !old?.includes(line)).map((line) => `+ ${line}`),
  ];
}
