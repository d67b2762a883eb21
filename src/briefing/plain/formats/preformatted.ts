import { isBlank } from '../../text/sourceText.ts';
import { isPlainText } from '../isPlainText.ts';

const OPEN = /^\s*<pre(?:\s[^<>]{0,200})?>/i;
/** `<ann@a.example>`, as it is written in HTML. */
const ADDRESS = /&lt;((?:https?|mailto):[^\s&]{1,2000}|[^\s&@]{1,100}@[^\s&@]{1,100})&gt;/g;
const CLOSE = /<\/pre\s?>/i;

/**
 * Returns the plain text in a page that has most lines between `<pre>` and `</pre>`, line for line and without those
 * tags: a mail that somebody has put there. Undefined for any other text, and if there is Markdown beside it.
 */
export function readPreformatted(lines: readonly string[]): string[] | undefined {
  if (!lines.some((line) => OPEN.test(line))) return undefined;
  let isInside = false;
  let inside = 0;
  const outside: string[] = [];
  const text = lines.map((line) => {
    const opens = OPEN.test(line);
    isInside ||= opens;
    if (isBlank(line) || !isInside) outside.push(line);
    else inside++;
    if (CLOSE.test(line)) isInside = false;
    const bare = (opens ? line.replace(OPEN, '') : line).replace(CLOSE, '');
    return bare.replace(ADDRESS, '<$1>');
  });
  if (inside <= outside.filter((line) => !isBlank(line)).length || !isPlainText(outside)) return undefined;
  return text;
}
