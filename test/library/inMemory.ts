import { Emitter } from '../../src/library/event.ts';
import { Library } from '../../src/library/library.ts';
import type {
  BriefingSource,
  FileContent,
  FileReader,
  Logger,
  SourceChange,
} from '../../src/library/ports.ts';

/** Files by their URI: a string is an open document, bytes are a file. What is not there is missing. */
export class MemoryFiles implements FileReader {
  readonly contents = new Map<string, string | Uint8Array | FileContent>();
  readonly reads: string[] = [];
  /** Where there is one, a read waits for it: tests decide which read ends first. */
  readonly gates = new Map<string, Promise<unknown>[]>();

  async read(uri: string): Promise<FileContent> {
    this.reads.push(uri);
    const content = this.contents.get(uri) ?? { kind: 'missing' };
    await this.gates.get(uri)?.shift();
    if (typeof content === 'string') return { kind: 'text', text: content };
    return content instanceof Uint8Array ? { kind: 'bytes', bytes: content } : content;
  }
}

export class MemorySource implements BriefingSource {
  readonly #changed = new Emitter<SourceChange>();
  uris: string[] = [];
  /** What stands in for the list: one that is late, or one that fails. */
  nextLists: (() => Promise<readonly string[]>)[] = [];

  readonly onDidChange = this.#changed.event;

  list(): Promise<readonly string[]> {
    return this.nextLists.shift()?.() ?? Promise.resolve([...this.uris]);
  }

  tell(change: SourceChange): void {
    this.#changed.fire(change);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

export class MemoryLog implements Logger {
  readonly lines: string[] = [];

  info(message: string): void {
    this.lines.push(`info ${message}`);
  }

  warn(message: string): void {
    this.lines.push(`warn ${message}`);
  }

  error(message: string): void {
    this.lines.push(`error ${message}`);
  }
}

/** A library over files in memory, with one source that lists them all. */
export function memoryLibrary(files: Readonly<Record<string, string | Uint8Array | FileContent>> = {}) {
  const source = new MemorySource();
  const reader = new MemoryFiles();
  const log = new MemoryLog();
  for (const [uri, content] of Object.entries(files)) reader.contents.set(uri, content);
  source.uris = Object.keys(files);
  const library = new Library([source], reader, log);
  let changes = 0;
  library.onDidChange(() => changes++);
  return { library, source, files: reader, log, changes: () => changes };
}

/** Longer than changes are collected, and than reads from memory take. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 60));
}

/** A promise, and the function that keeps it. */
export function gate(): { readonly closed: Promise<void>; readonly open: () => void } {
  let open: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { closed, open };
}
