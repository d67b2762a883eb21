import type { Briefing } from '../briefing/model.ts';

/** In characters: with a date and an ending it is a name that every file system takes. */
const LENGTH = 60;
/** Names of Windows' devices, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** A file's name without its ending, by a briefing's date and title: `2025-08-19-ukraine-talks`. */
export function fileStem({ title, date }: Pick<Briefing, 'title' | 'date'>): string {
  const words = title
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^(\d{4}-\d{2}-\d{2})-/, '')
    .slice(0, LENGTH)
    .replace(/^-|-$|[\ud800-\udbff]$/g, '');
  const name = date === undefined && DEVICE.test(words) ? `briefing-${words}` : words || 'briefing';
  return date === undefined ? name : `${date}-${name}`;
}
