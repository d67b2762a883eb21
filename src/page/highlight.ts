/** Marks ranges of the text as the style sheet says it: `::highlight(found)`. None takes the mark away. */
export function highlight(name: 'spoken' | 'found', ranges: readonly Range[]): void {
  // Not every browser has it.
  const { highlights } = CSS as { highlights?: HighlightRegistry };
  if (ranges.length > 0) highlights?.set(name, new Highlight(...ranges));
  else highlights?.delete(name);
}
