/**
 * Marks ranges of the text in the style that the style sheet gives to `::highlight(found)`. No ranges remove the mark.
 */
export function highlight(name: 'spoken' | 'found', ranges: readonly Range[]): void {
  // Not every browser has the API.
  const { highlights } = CSS as { highlights?: HighlightRegistry };
  if (ranges.length === 0 || !highlights) {
    highlights?.delete(name);
    return;
  }
  const highlight = new Highlight();
  for (const range of ranges) highlight.add(range);
  highlights.set(name, highlight);
}
