const SENTENCE = 'A paragraph that fills the page, so that there is something to scroll.';

/** This many numbered paragraphs. */
export function paragraphs(name: string, count: number): string {
  return Array.from({ length: count }, (_, at) => `${name} ${at + 1}. ${SENTENCE}`).join('\n\n');
}

export const HARBOUR = `---
title: Harbour
date: 2026-03-02
lang: en
---

The lede [1].

## In brief

- **North quay:** Closed until Thursday. It opens again soon. [1] 🚧
- **Tugs:** Two are back, says the port. [2]
- Fog until noon

## Ships

${paragraphs('Ship', 20)}

### Small ships

${paragraphs('Boat', 8)}

## Weather

${paragraphs('Cloud', 20)}

## Sources

1. [Notice to mariners](https://port.example/14)
2. [The tugs](https://tugs.example/)
3. A man on the quay
`;
