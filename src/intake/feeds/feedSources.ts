import { isRecord } from '../../base/isRecord.ts';
import type { Shape } from '../files/shape.ts';
import { type AddressFault, checkAddress } from './feedAddress.ts';

/** A feed that the user has added, from the setting `briefings.sources`. */
export interface FeedSource {
  /** As the URL parser normalizes it, without a fragment. The source's state is stored by it. */
  readonly url: string;
  readonly host: string;
  /** The address as the user wrote it. */
  readonly written: string;
  readonly name?: string;
  readonly as?: Shape;
}

/** An error in an entry of the setting. `at`: its index. */
export interface FeedSourceFault {
  readonly at: number;
  /** The entry, as far as it can be shown. */
  readonly shown: string;
  readonly reason: AddressFault | 'noList' | 'noSource' | 'twice' | 'tooMany' | 'unknownShape';
}

/** Maximum number of sources, more than anyone reads: an OPML file with 2,000 fits. */
const MAX_SOURCES = 5000;
const MAX_SHOWN_LENGTH = 100;

/** The sources in a setting. Invalid entries are reported as faults, and do not affect the others. */
export function readFeedSources(value: unknown): {
  readonly sources: readonly FeedSource[];
  readonly faults: readonly FeedSourceFault[];
} {
  if (value === undefined || value === null) return { sources: [], faults: [] };
  if (!Array.isArray(value))
    return { sources: [], faults: [{ at: 0, shown: shownEntry(value), reason: 'noList' }] };
  const sources = new Map<string, FeedSource>();
  const faults: FeedSourceFault[] = [];
  const entries: readonly unknown[] = value;
  for (const [at, entry] of entries.entries()) {
    if (at === MAX_SOURCES) {
      faults.push({ at, shown: shownEntry(entry), reason: 'tooMany' });
      break;
    }
    const { source, fault } = readEntry(entry);
    const isDuplicate = source !== undefined && sources.has(source.url);
    if (source && !isDuplicate) sources.set(source.url, source);
    const reason = isDuplicate ? 'twice' : fault;
    if (reason) faults.push({ at, shown: shownEntry(entry), reason });
  }
  return { sources: [...sources.values()], faults };
}

/** Reads an entry. An unknown shape is a fault, but the source is kept: its shape is then detected. */
function readEntry(entry: unknown): {
  readonly source?: FeedSource;
  readonly fault?: FeedSourceFault['reason'];
} {
  const given = typeof entry === 'string' ? { url: entry } : entry;
  if (!isRecord(given) || typeof given['url'] !== 'string') return { fault: 'noSource' };
  const written = given['url'];
  // The user has written this host, so it is allowed, even if it is internal.
  const checked = checkAddress(written, written);
  if (checked.kind === 'refused') return { fault: checked.reason };
  const { name, as } = given;
  const isShape = as === 'issues' || as === 'digest';
  const source: FeedSource = {
    url: checked.url,
    host: checked.host,
    written,
    ...(typeof name === 'string' && name.trim() !== '' && { name: name.trim() }),
    ...(isShape && { as }),
  };
  return isShape || as === undefined || as === null || as === 'auto'
    ? { source }
    : { source, fault: 'unknownShape' };
}

/** The text of an entry to show, without a password: even an invalid address may have one. */
function shownEntry(entry: unknown): string {
  const words = isRecord(entry) ? entry['url'] : entry;
  if (typeof words !== 'string') return '';
  return words.slice(0, MAX_SHOWN_LENGTH).replace(/\/\/[^/@]*@/, '//…@');
}
