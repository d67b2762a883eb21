import type { Disposable, Event } from './event.ts';

/** What the library needs from the outside. URIs are strings, as `Uri.toString()` writes them. */

/** A place that briefings come from. */
export interface BriefingSource extends Disposable {
  /** All of its briefings at the moment. */
  list(): Promise<readonly string[]>;
  readonly onDidChange: Event<SourceChange>;
}

export type SourceChange =
  | { readonly kind: 'changed'; readonly uri: string }
  | { readonly kind: 'deleted'; readonly uri: string }
  /** The list itself is no longer what it was. */
  | { readonly kind: 'relist' };

/** What stands at a URI. Reading never throws: what goes wrong is one of these. */
export type FileContent =
  /** An open document, saved or not. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'missing' | 'notAFile' }
  /** `size` in bytes. */
  | { readonly kind: 'tooLarge'; readonly size: number }
  | { readonly kind: 'unreadable'; readonly reason: string };

export interface FileReader {
  read(uri: string): Promise<FileContent>;
}

export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}
