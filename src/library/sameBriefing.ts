import type { Outline } from './outline.ts';

/**
 * Whether two files hold one briefing: a file that was renamed or moved has the same text, and one that was edited on
 * the way the same title, date and some of the takeaways. Of two days' “Morning news” neither is the other.
 */
export function isSameBriefing(one: Outline, other: Outline): boolean {
  if (one.text === other.text) return true;
  return one.key === other.key && one.keys.some((key) => other.keys.includes(key));
}
