import { Hash } from '../base/hash.ts';
import { isSerious } from '../briefing/problems.ts';
import type { EmptyFileGrace } from './emptyFileGrace.ts';
import { type BrokenEntry, describe, readContent } from './entry.ts';
import type { EntryStore } from './entryStore.ts';
import { type FirstSeen, FROM_THE_START } from './firstSeen.ts';
import type { OpenedBriefings } from './openedBriefings.ts';
import { encodeOutline, outlineOf } from './outline.ts';
import type { FileContent, Logger } from './ports.ts';

/** What the outline of an empty file has for its text. */
const NO_TEXT = new Hash().toString();

/** What was read of a file that may be in the library. */
type ReadContent = Exclude<FileContent, { readonly kind: 'outside' }>;

/** Makes of what was read of a file its entry. */
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

  /** `root`: the folder that announces it; undefined where none does any more. */
  take(uri: string, root: string | undefined, content: ReadContent): void {
    if (!isEmpty(content)) this.#emptyFiles.forget(uri);
    if (root === undefined || content.kind === 'unchanged') return;
    if (content.kind !== 'text' && content.kind !== 'bytes') {
      this.break({ kind: 'broken', uri, root, problem: content });
      return;
    }
    const known = this.#store.get(uri);
    const isEmptied = isEmpty(content) && known?.kind === 'briefing' && known.outline.text !== NO_TEXT;
    if (isEmptied && !this.#emptyFiles.hasWaited(uri)) return;
    this.#emptyFiles.forget(uri);
    const opened = readContent(uri, content);
    if (opened.kind === 'binary') {
      this.break({ kind: 'broken', uri, root, problem: opened });
      return;
    }
    const outline = outlineOf(opened.briefing, opened.problems);
    this.#store.read(uri, root, content.version);
    const isSame = known?.kind === 'briefing' && encodeOutline(known.outline) === encodeOutline(outline);
    this.#opened.take(uri, opened, isSame);
    if (isSame) {
      // Written anew: where a briefing has no date, that is what it has in place of one.
      if (content.kind === 'bytes' && content.modified !== known.modified)
        this.#store.replace({ ...known, modified: content.modified });
      return;
    }
    for (const { code, range } of opened.problems.filter(isSerious))
      this.#logger.warn(`${uri}:${range.start.line + 1}: ${code}`);
    const seen = this.#seen.of(outline, root, known?.kind === 'briefing' ? known : undefined);
    const { modified } = content;
    this.#store.replace({
      kind: 'briefing',
      uri,
      root,
      outline,
      modified,
      ...(seen > FROM_THE_START && { seen }),
    });
  }

  /** What is wrong with a file, or with a folder, is an entry too; told once. */
  break(entry: BrokenEntry): void {
    const { uri, problem } = entry;
    const known = this.#store.get(uri);
    if (known?.kind === 'broken' && describe(known.problem) === describe(problem)) return;
    this.#logger.warn(`${uri}: ${describe(problem)}`);
    this.#store.forgetVersion(uri);
    this.#opened.delete(uri);
    this.#store.replace(entry);
  }
}

function isEmpty(content: FileContent): boolean {
  return content.kind === 'bytes' && content.bytes.length === 0;
}
