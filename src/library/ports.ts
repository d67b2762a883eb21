import type { Disposable, Event } from '../base/event.ts';

/** What the library needs from the outside. URIs are strings, as `Uri.toString()` writes them. */

/** A place that briefings come from. */
export interface BriefingSource extends Disposable {
  /** The folders that it will list: what is remembered of them is shown before they have answered. */
  roots(): readonly string[];
  /**
   * All of its briefings at the moment, by the folder that they were found in. `found`: is told of a folder as soon as it
   * has answered, where others may take longer.
   */
  list(found?: (listing: Listing) => void): Promise<readonly Listing[]>;
  readonly onDidChange: Event<SourceChange>;
}

export interface Listing {
  /** The folder, at any depth: a workspace folder, a person's own. Ends without a slash. */
  readonly root: string;
  readonly uris: readonly string[];
  /** Why the folder could not be listed. What was known of it stays. */
  readonly fault?: string;
}

export type SourceChange =
  | { readonly kind: 'changed'; readonly uri: string; readonly root: string }
  | { readonly kind: 'deleted'; readonly uri: string }
  /** The list itself is no longer what it was. */
  | { readonly kind: 'relist' };

/** What stands at a URI. Reading never throws: what goes wrong is one of these. */
export type FileContent =
  /** An open document that is not saved. */
  | ({ readonly kind: 'text'; readonly text: string } & FileState)
  | ({ readonly kind: 'bytes'; readonly bytes: Uint8Array } & FileState)
  /** It is the version that is known: it was not read. */
  | { readonly kind: 'unchanged' }
  /** It lies elsewhere than in its root: a folder on the way to it is a link. It was not read. */
  | { readonly kind: 'outside' }
  | FileFault;

export interface FileState {
  /** Another one for other words: from when the file was written, and its size. '' where nothing tells. */
  readonly version: string;
  /** When it was last written, in ms since 1970. */
  readonly modified: number;
}

/** Why there is nothing to read. */
export type FileFault =
  | { readonly kind: 'missing' | 'notAFile' | 'link' | 'binary' }
  /** In bytes. */
  | { readonly kind: 'tooLarge'; readonly size: number; readonly limit: number }
  /** A mail or a page of which no text can be made. */
  | { readonly kind: 'notAMail' | 'tooManyParts' | 'tooManyLines' | 'noText' }
  | { readonly kind: 'unreadable'; readonly reason: string };

export interface FileReader {
  /** `root`: the folder that it has to lie in, as a source lists it. `known`: the version that need not be read again. */
  read(uri: string, root: string, known?: string): Promise<FileContent>;
}

export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** A file of the extension's own. */
export interface StoredFile {
  readonly name: string;
  /** When it was last written, in ms since 1970, by the file system's clock. */
  readonly modified: number;
  /** In bytes. */
  readonly size: number;
}

/** A folder as its file system gives it: writing is not over at once, and may be broken off. */
export interface FileFolder extends Disposable {
  /** All files in it; undefined for one that was there and no longer is. None where the folder does not exist. */
  list(): Promise<readonly (StoredFile | undefined)[]>;
  /** Undefined where the file is not there. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** Makes the folder where there is none. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  /** In place of what has that name. False where there is no such file. */
  rename(name: string, to: string): Promise<boolean>;
  /** What is not there is removed already. */
  remove(name: string): Promise<void>;
  /** Says which file may have changed. Not every file system tells. */
  readonly onDidChange: Event<string>;
}

/** A folder of the extension's own, which every window of VS Code may use at once. Names have no folders in them. */
export interface Storage {
  /** All files whose writing is over; none where the folder does not exist yet. */
  list(): Promise<readonly StoredFile[]>;
  /** Undefined where the file is not there (any more). Rejects where it cannot be read. */
  read(name: string): Promise<Uint8Array | undefined>;
  /**
   * Writes a file whole: under a temporary name, which is then renamed. A rejection leaves nothing half written. A file of
   * the same name may be missing in between, and after a rejection, as VS Code removes it first: what must always be there
   * has two names by turns.
   */
  write(name: string, bytes: Uint8Array): Promise<void>;
  /** Gives a file another name; false where it is not there: of several windows that try, one succeeds. */
  rename(name: string, to: string): Promise<boolean>;
  /** What is not there is removed already. */
  remove(name: string): Promise<void>;
  /** A file may have changed, by this window or another. Not every file system tells. */
  readonly onDidChange: Event<undefined>;
}

export interface Clock {
  /** In ms since 1970. May go back. */
  now(): number;
}
