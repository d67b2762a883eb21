import { sendingLinks } from '../../briefing/text/links/sendingLinks.ts';
import type { Run } from '../../briefing/write/writeRuns.ts';
import { textOfRuns } from './runList.ts';

/** A longer text has content, whatever its links lead to. */
const MAX_LENGTH = 300;
const MAILBOX = /^\s*[^\s@]+@[^\s@]+\s*$/;

/**
 * Whether a short paragraph of a newsletter has only links about its delivery: `Unsubscribe | View in browser`. That may
 * name the mailbox of its reader.
 */
export function isDeliveryNotice(runs: readonly Run[]): boolean {
  const links = linkWords(runs).filter((words) => !MAILBOX.test(words));
  const words = textOfRuns(runs);
  return links.length > 0 && words.length <= MAX_LENGTH && sendingLinks(links, words).every(Boolean);
}

/** The text of each link. */
function linkWords(runs: readonly Run[]): readonly string[] {
  const words: string[] = [];
  let before: string | undefined;
  for (const { link, text } of runs) {
    if (link !== undefined) words.push(link === before ? `${words.pop() ?? ''}${text}` : text);
    before = link;
  }
  return words;
}
