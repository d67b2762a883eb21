import { Hash } from '../base/hash.ts';
import { isSerious } from '../briefing/problems.ts';
import type { EmptyFileGrace } from './emptyFileGrace.ts';
import { type BrokenEntry, describeProblem, type OpenedBriefing, readContent } from './entry.ts';
import type { EntryStore } from './entryStore.ts';
import { type FirstSeen, FROM_THE_START } from './firstSeen.ts';
import type { OpenedBriefings } from './openedBriefings.ts';
import { encodeOutline, type Outline, outlineOf } from './outline.ts';
import type { FileContent, Logger } from './ports.ts';

/** The `text` hash in the outline of an empty file. */
const NO_TEXT = new Hash().toString();

/** The result of a read, for a file that is inside its root. */
type ReadContent = Exclude<FileContent, { readonly kind: 'outside' }>;

/** Updates a file's entry with the content that was read. */
export class EntryUpdater {
  readonly #store: EntryStore;
  readonly #seen: FirstSeen;
  readonly #opened: OpenedBriefings;
  readonly #emptyFiles: EmptyFileGrace;
  readonly #logger: Logger;

  constructor(
    store: EntryStore,
    seen: FirstSeen,
    opened: OpenedBriefings,
    emptyFiles: EmptyFileGrace,
    logger: Logger,
  ) {
    this.#store = store;
    this.#seen = seen;
    this.#opened = opened;
    this.#emptyFiles = emptyFiles;
    this.#logger = logger;
  }

  /** `root`: the folder that the file is in; undefined if no source has it any more. */
  update(uri: string, root: string | undefined, content: ReadContent): void {
    if (!isEmptyFile(content)) this.#emptyFiles.forget(uri);
    if (root === undefined || content.kind === 'unchanged') return;
    if (content.kind !== 'text' && content.kind !== 'bytes') {
      this.markBroken({ kind: 'broken', uri, root, problem: content });
      return;
    }
    const entry = this.#store.get(uri);
    const known = entry?.kind === 'briefing' ? entry : undefined;
    const isEmptied = isEmptyFile(content) && known && known.outline.textHash !== NO_TEXT;
    if (isEmptied && !this.#emptyFiles.hasWaited(uri)) return;
    this.#emptyFiles.forget(uri);
    const opened = readContent(uri, content);
    if (opened.kind === 'binary') {
      this.markBroken({ kind: 'broken', uri, root, problem: opened });
      return;
    }
    const outline = outlineOf(opened.briefing, opened.problems);
    this.#store.recordVersion(uri, root, content.version);
    const isUnchanged = known && encodeOutline(known.outline) === encodeOutline(outline);
    this.#opened.update(uri, opened, isUnchanged === true);
    if (!isUnchanged) this.#replaceBriefing(opened, outline, root, content.modified);
    // A briefing without a date is dated by the time when its file was last written.
    else if (content.kind === 'bytes' && content.modified !== known.modified)
      this.#store.replace({ ...known, modified: content.modified });
  }

  /** Replaces the entry of a file or folder by one with its fault. Logs the same fault only once. */
  markBroken(entry: BrokenEntry): void {
    const { uri, problem } = entry;
    const known = this.#store.get(uri);
    if (known?.kind === 'broken' && describeProblem(known.problem) === describeProblem(problem)) return;
    this.#logger.warn(`${uri}: ${describeProblem(problem)}`);
    this.#store.forgetVersion(uri);
    this.#opened.delete(uri);
    this.#store.replace(entry);
  }

  #replaceBriefing(
    { uri, problems }: OpenedBriefing,
    outline: Outline,
    root: string,
    modified: number,
  ): void {
    for (const { code, range } of problems.filter(isSerious))
      this.#logger.warn(`${uri}:${range.start.line + 1}: ${code}`);
    const before = this.#store.get(uri);
    const seen = this.#seen.firstSeenOf(outline, root, before?.kind === 'briefing' ? before : undefined);
    this.#store.replace({
      kind: 'briefing',
      uri,
      root,
      outline,
      modified,
      ...(seen > FROM_THE_START && { seen }),
    });
  }
}

function isEmptyFile(content: FileContent): boolean {
  return content.kind === 'bytes' && content.bytes.length === 0;
}
