/** What a page does not show, and what a language model thought before its answer. */
const OPEN = /^\s{0,3}<(script|style|think|thinking)(?:\s[^<>]{0,400})?>/i;

/** What a page declares of itself before it begins: `<?xml version="1.0"?>`, `<!DOCTYPE html>`. */
const DECLARATION = /^\s{0,3}<(?:\?xml|!doctype)\s[^<>]{0,400}>\s*$/i;

/**
 * The lines of a text, with blank ones for those of scripts, styles and thoughts that begin a line and are closed, and for
 * what a page begins with.
 */
export function withoutHidden(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== '' && !DECLARATION.test(line));
  const isDeclared = lines.slice(0, Math.max(first, 0)).some((line) => line !== '');
  if (!isDeclared && !lines.some((line) => OPEN.test(line))) return lines;
  const shown = [...lines];
  if (isDeclared) shown.fill('', 0, first);
  for (let i = 0; i < lines.length; i++) {
    const [, name] = OPEN.exec(lines[i] ?? '') ?? [];
    if (name === undefined) continue;
    const close = new RegExp(`</${name}\\s*>\\s*$`, 'i');
    let end = i;
    while (end < lines.length && !close.test(lines[end] ?? '')) end++;
    // What is never closed would hide all that comes.
    if (end === lines.length) break;
    shown.fill('', i, end + 1);
    i = end;
  }
  return shown;
}
