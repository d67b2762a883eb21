import { findDate } from '../../briefing/text/dates/date.ts';
import { sendingLinks } from '../../briefing/text/links/sendingLinks.ts';
import { type Paragraph, textOfRuns } from './runList.ts';

/** A longer text has content, whatever its links lead to. */
const MAX_LENGTH = 300;
const MAILBOX = /^\s*[^\s@]+@[^\s@]+\s*$/;

/**
 * Whether a short paragraph of a newsletter has only links about its delivery: `Unsubscribe | View in browser`. That may
 * name the mailbox of its reader, but not the date: `3 March 2026 | View in browser`. Links that lost their
 * address in an archive count, too.
 */
export function isDeliveryNotice({ runs, linked }: Paragraph): boolean {
  const links = linked.filter((words) => !MAILBOX.test(words));
  const words = textOfRuns(runs);
  return (
    links.length > 0 &&
    words.length <= MAX_LENGTH &&
    sendingLinks(links, words).every(Boolean) &&
    findDate(words) === undefined
  );
}
