const TIMES = { name: 'Harbour Office', url: 'https://ferry.example/times' };
export const FERRY = { headline: 'Ferry', body: 'The last one leaves at nine.', sources: [TIMES] };

/** A draft with these stories, as a model gives it. */
export function briefingOf(...stories: readonly object[]) {
  return { title: 'Morning brief', sections: [{ title: 'Key Takeaways', stories }], sources: [TIMES] };
}

/** The draft of `FERRY` as it is written. */
export const MARKDOWN = `# Morning brief

## Key Takeaways

- **Ferry:** The last one leaves at nine. [1]

## References

- [1] [Harbour Office](<https://ferry.example/times>)
`;
