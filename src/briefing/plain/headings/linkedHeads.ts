import { isGenericLabel } from '../../text/links/genericWords.ts';
import { sendingLinks } from '../../text/links/sendingLinks.ts';

/** `Ferry stops (https://a.example)`, `FERRY [https://a.example]`: a heading and its link, as mail programs write them. */
const LINKED = /^(.*\S)\s+([([<])(https?:\/\/[^\s<>]{1,2000})[)\]>]$/i;

/** Returns the words of a line without the address in brackets at its end. The link of a button keeps it. */
export function withoutAddress(line: string): string {
  const words = line.includes('://') ? LINKED.exec(line)?.[1] : undefined;
  return words === undefined || isGenericLabel(words) || sendingLinks([words], words)[0] === true
    ? line
    : words;
}

/** Such an address on a line of its own, because the heading was too long. */
const ALONE = /^\s*[([<]https?:\/\/[^\s<>]{1,2000}[)\]>]\s*$/i;

/** Whether a line is only the address of the heading above. */
export function isAddressBelow(line: string | undefined): line is string {
  return line !== undefined && ALONE.test(line);
}
