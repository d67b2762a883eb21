import { Slices } from '../../base/async/slices.ts';
import { type BriefingFile, fileId } from './briefingFile.ts';
import { entryDay } from './day.ts';
import { addToDigest, digestFile, digestId, type DigestStory, storyOf } from './digestFile.ts';
import { issueFile } from './issueFile.ts';
import type { Origin } from './origin.ts';
import type { NewEntries } from './newEntries.ts';
import type { Shape } from './shape.ts';
import { isUntouched, textKey, type WrittenFile } from './writtenFile.ts';

/**
 * A file to write, and the record to store after that. If `text` equals `over`, the file already exists: a window was
 * killed after writing it and before storing the record.
 */
export interface FileChange extends BriefingFile {
  /** The text that the file must still have; undefined if the file must not exist yet. */
  readonly over?: string;
  readonly written: WrittenFile;
}

/** Reads a file in the inbox; undefined if it does not exist. */
export type ReadFile = (name: string) => Promise<string | undefined>;

/** Maximum number of files for one day. The user's changes do not lead to more. */
const MAX_PARTS = 20;

/**
 * The files for a feed's new and changed entries. Files that the user has changed or removed are not rewritten; later
 * entries are written to a new file.
 */
export function filesFor(
  origin: Origin,
  shape: Shape,
  news: NewEntries,
  files: readonly WrittenFile[],
  read: ReadFile,
): Promise<readonly FileChange[]> {
  const byId = new Map(files.map((file) => [file.id, file]));
  return shape === 'issues' ? issues(origin, news, byId, read) : digests(origin, news, byId, read);
}

type FilesById = ReadonlyMap<string, WrittenFile>;

async function issues(
  origin: Origin,
  { fresh, changed }: NewEntries,
  files: FilesById,
  read: ReadFile,
): Promise<readonly FileChange[]> {
  const changes: FileChange[] = [];
  const slices = new Slices();
  for (const entry of [...fresh, ...changed]) {
    await slices.turn();
    const file = files.get(fileId(entry.id, origin.address));
    const made = issueFile(origin, entry);
    // The file keeps its name even if the entry's title or date has changed.
    const name = file?.name ?? made.name;
    const existing = await read(name);
    const text = withTimeOf(existing, made.text);
    const isNew = !file && existing === undefined && fresh.includes(entry);
    const isForgotten = !file && text === existing;
    const mayChange =
      file !== undefined && existing !== undefined && isUntouched(file, existing) && text !== existing;
    if (isNew || isForgotten || mayChange)
      changes.push(toFileChange(name, text, existing, entry.id, origin, file));
  }
  return changes;
}

/** Keeps the time when a file was first fetched. */
function withTimeOf(before: string | undefined, text: string): string {
  const [line] = /^fetched: .*$/m.exec(before ?? '') ?? [];
  return line === undefined ? text : text.replace(/^fetched: .*$/m, () => line);
}

/** The new and changed stories of a day. */
interface DayStories {
  readonly fresh: DigestStory[];
  readonly changed: DigestStory[];
}

async function digests(
  origin: Origin,
  news: NewEntries,
  files: FilesById,
  read: ReadFile,
): Promise<readonly FileChange[]> {
  const days = new Map<string, DayStories>();
  const slices = new Slices();
  for (const kind of ['fresh', 'changed'] as const)
    for (const entry of news[kind]) {
      await slices.turn();
      const day = entryDay(entry.date, origin.fetched);
      const stories = days.get(day) ?? { fresh: [], changed: [] };
      days.set(day, stories);
      stories[kind].push(storyOf(origin, entry));
    }
  const changes: FileChange[] = [];
  for (const [day, stories] of days) {
    const change = await digestOf(origin, day, stories, files, read);
    if (change) changes.push(change);
  }
  return changes;
}

/** The change of the first file of a day that the user has not changed. */
async function digestOf(
  origin: Origin,
  day: string,
  { fresh, changed }: DayStories,
  files: FilesById,
  read: ReadFile,
): Promise<FileChange | undefined> {
  let remaining: readonly DigestStory[] = fresh;
  for (let number = 1; number <= MAX_PARTS; number++) {
    const part = { day, number };
    const id = digestId(part);
    const file = files.get(fileId(id, origin.address));
    const made = digestFile(origin, part, remaining);
    const name = file?.name ?? made.name;
    const there = await read(name);
    if (there === undefined)
      return remaining.length > 0 ? toFileChange(name, made.text, there, id, origin, file) : undefined;
    if (file && isUntouched(file, there)) {
      const text = addToDigest(there, remaining, changed);
      return text === there ? undefined : toFileChange(name, text, there, id, origin, file);
    }
    if (!file && withTimeOf(there, made.text) === there)
      return toFileChange(name, there, there, id, origin, undefined);
    const lines = new Set(there.split(/\r?\n/));
    remaining = remaining.filter(({ line }) => !lines.has(line));
    if (remaining.length === 0) return undefined;
  }
  return undefined;
}

function toFileChange(
  name: string,
  text: string,
  over: string | undefined,
  id: string,
  { address, fetched }: Origin,
  file: WrittenFile | undefined,
): FileChange {
  const written = { name, id: fileId(id, address), text: textKey(text), at: file?.at ?? fetched };
  return { name, text, ...(over !== undefined && { over }), written };
}
