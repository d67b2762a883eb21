import type { Disposable, Event } from '../base/event.ts';

/** The interfaces that the library needs from the outside. URIs are strings in the form of `Uri.toString()`. */

/** A place that briefings come from. */
export interface BriefingSource extends Disposable {
  /** The folders that it will list. Their cached outlines are shown before they are listed. */
  roots(): readonly string[];
  /**
   * Lists all of its current briefings, by the folder that they were found in. `found` is called with each folder's
   * listing as soon as it arrives, because other folders may take longer.
   */
  list(found?: (listing: Listing) => void): Promise<readonly Listing[]>;
  readonly onDidChange: Event<SourceChange>;
}

export interface Listing {
  /** The URI of the folder that contains the files at any depth, such as a workspace folder. No slash at its end. */
  readonly root: string;
  readonly uris: readonly string[];
  /** Why the folder could not be listed. Its known briefings stay. */
  readonly fault?: string;
}

export type SourceChange =
  | { readonly kind: 'changed'; readonly uri: string; readonly root: string }
  | { readonly kind: 'deleted'; readonly uri: string }
  /** Any briefings may have been added or removed: the source has to be listed again. */
  | { readonly kind: 'relist' };

/** The result of reading a URI. Reading never throws: errors are values of this type. */
export type FileContent =
  /** The text of an open document with unsaved changes. */
  | ({ readonly kind: 'text'; readonly text: string } & FileState)
  | ({ readonly kind: 'bytes'; readonly bytes: Uint8Array } & FileState)
  /** The file has the known version, and was not read. */
  | { readonly kind: 'unchanged' }
  /** The file is not inside its root, since a folder on its path is a link. It was not read. */
  | { readonly kind: 'outside' }
  | FileFault;

export interface FileState {
  /** Made of the file's time and size, so that it changes when the content does. '' for unsaved text. */
  readonly version: string;
  /** When the file was last written, in ms since 1970. */
  readonly modified: number;
}

/** Why a file has no readable content. */
export type FileFault =
  | { readonly kind: 'missing' | 'notAFile' | 'link' | 'binary' }
  /** `size` and `limit` are in bytes. */
  | { readonly kind: 'tooLarge'; readonly size: number; readonly limit: number }
  /** A mail or a page that cannot be converted into text. */
  | { readonly kind: 'notAMail' | 'tooManyParts' | 'tooManyLines' | 'noText' }
  | { readonly kind: 'unreadable'; readonly reason: string };

export interface FileReader {
  /** `root`: the folder that the file has to be in, as a source lists it. `known`: a version that need not be read. */
  read(uri: string, root: string, known?: string): Promise<FileContent>;
}

export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** A file in the extension's own storage. */
export interface StoredFile {
  readonly name: string;
  /** When it was last written, in ms since 1970, by the file system's clock. */
  readonly modified: number;
  /** In bytes. */
  readonly size: number;
}

/** A folder with the guarantees of its file system only: a write takes time, and may be interrupted halfway. */
export interface FileFolder extends Disposable {
  /** Lists its files; undefined for one that vanished in the meantime. Empty if the folder does not exist. */
  list(): Promise<readonly (StoredFile | undefined)[]>;
  /** Undefined if the file does not exist. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** Creates the folder if it does not exist. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  /** Replaces a file that has the new name. False if there is no file `name`. */
  rename(name: string, to: string): Promise<boolean>;
  /** Does nothing if the file does not exist. */
  remove(name: string): Promise<void>;
  /** Fires with the name of a file that may have changed. Not every file system reports changes. */
  readonly onDidChange: Event<string>;
}

/** A folder of the extension's own, which all windows of VS Code may use at once. File names contain no folders. */
export interface Storage {
  /** Lists all files that are completely written; empty if the folder does not exist yet. */
  list(): Promise<readonly StoredFile[]>;
  /** Undefined if the file does not exist (any more). Rejects if it cannot be read. */
  read(name: string): Promise<Uint8Array | undefined>;
  /**
   * Writes a whole file under a temporary name, then renames it, so that a rejection leaves nothing half written. A
   * file of the same name may be missing in between, and after a rejection, because VS Code removes it first. Content
   * that must always exist is written under two names alternately.
   */
  write(name: string, bytes: Uint8Array): Promise<void>;
  /** Renames a file; false if it does not exist. If several windows try, only one succeeds. */
  rename(name: string, to: string): Promise<boolean>;
  /** Does nothing if the file does not exist. */
  remove(name: string): Promise<void>;
  /** Fires when this window or another may have changed a file. Not every file system reports changes. */
  readonly onDidChange: Event<undefined>;
}

export interface Clock {
  /** The current time in ms since 1970. It may go back if the system's clock is set. */
  now(): number;
}
