import { sendingLinks } from '../../briefing/text/links/sendingLinks.ts';
import type { Run } from '../../briefing/write/writeRuns.ts';
import { textOfRuns } from './runList.ts';

/** A longer text has content, whatever its links lead to. */
const MAX_LENGTH = 300;

/** Whether a short paragraph of a newsletter has only links about its delivery: `Unsubscribe | View in browser`. */
export function isDeliveryNotice(runs: readonly Run[]): boolean {
  if (!runs.some(({ link }) => link !== undefined)) return false;
  if (runs.reduce((length, { text }) => length + text.length, 0) > MAX_LENGTH) return false;
  return sendingLinks(linkWords(runs), textOfRuns(runs)).every(Boolean);
}

/** The text of each link. */
function linkWords(runs: readonly Run[]): readonly string[] {
  const links = new Map<number, string>();
  runs.forEach(({ link, text }, at) => {
    if (link === undefined) return;
    const last = runs[at - 1]?.link === link ? [...links.keys()].at(-1) : undefined;
    links.set(last ?? at, (links.get(last ?? at) ?? '') + text);
  });
  return [...links.values()];
}
