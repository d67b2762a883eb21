import { isRecord } from '../../base/isRecord.ts';
import type { Shape } from '../files/shape.ts';
import { type AddressFault, checkAddress } from './sourceAddress.ts';

/** A feed that the person wants, as `briefings.sources` has it. */
export interface Source {
  /** As the URL parser spells it, without a fragment: what its state is kept by. */
  readonly url: string;
  readonly host: string;
  /** As the person wrote it. */
  readonly written: string;
  readonly name?: string;
  readonly as?: Shape;
}

/** What is wrong with an entry of the setting; `at`: which one, from 0. */
export interface SourceFault {
  readonly at: number;
  /** As far as it can be shown. */
  readonly shown: string;
  readonly reason: AddressFault | 'noList' | 'noSource' | 'twice' | 'tooMany' | 'unknownShape';
}

/** More feeds than anyone reads: an OPML of 2,000 fits. */
const MOST = 5000;
const SHOWN = 100;

/** The sources that a setting lists: whatever else stands there is a fault, and takes nothing else with it. */
export function readSources(value: unknown): {
  readonly sources: readonly Source[];
  readonly faults: readonly SourceFault[];
} {
  if (value === undefined || value === null) return { sources: [], faults: [] };
  if (!Array.isArray(value))
    return { sources: [], faults: [{ at: 0, shown: show(value), reason: 'noList' }] };
  const sources = new Map<string, Source>();
  const faults: SourceFault[] = [];
  const entries: readonly unknown[] = value;
  for (const [at, entry] of entries.entries()) {
    if (at === MOST) {
      faults.push({ at, shown: show(entry), reason: 'tooMany' });
      break;
    }
    const { source, fault } = sourceOf(entry);
    const isTwice = source !== undefined && sources.has(source.url);
    if (source && !isTwice) sources.set(source.url, source);
    const reason = isTwice ? 'twice' : fault;
    if (reason) faults.push({ at, shown: show(entry), reason });
  }
  return { sources: [...sources.values()], faults };
}

/** An unknown shape is a fault, and yet a source: its own shape does. */
function sourceOf(entry: unknown): { readonly source?: Source; readonly fault?: SourceFault['reason'] } {
  const given = typeof entry === 'string' ? { url: entry } : entry;
  if (!isRecord(given) || typeof given['url'] !== 'string') return { fault: 'noSource' };
  const written = given['url'];
  // Who writes a host means it, whatever host that is.
  const checked = checkAddress(written, written);
  if (checked.kind === 'refused') return { fault: checked.reason };
  const { name, as } = given;
  const isShape = as === 'issues' || as === 'digest';
  const source: Source = {
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

/** What is no address may still have a password in it. */
function show(entry: unknown): string {
  const words = isRecord(entry) ? entry['url'] : entry;
  if (typeof words !== 'string') return '';
  return words.slice(0, SHOWN).replace(/\/\/[^/@]*@/, '//…@');
}
