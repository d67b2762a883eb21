import { Hash } from '../../base/hash.ts';

/** A file of the inbox that this extension wrote, as it left it. */
export interface WrittenFile {
  readonly name: string;
  /** Of what it holds, see {@link fileId}. */
  readonly id: string;
  /** Of its text as it was written: where the file has another, the person has made it their own. */
  readonly text: string;
  /** When it was first written, in ms since 1970. */
  readonly at: number;
}

/** Line ends make no difference: an editor or a synced folder may have changed them. */
export function textKey(text: string): string {
  const lines = text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  return new Hash().addText(lines).toKey();
}

/** Whether a file still is what was written. */
export function isUntouched(file: WrittenFile, text: string): boolean {
  return textKey(text) === file.text;
}

/** The files with these in place of those of the same name. */
export function withFiles(
  files: readonly WrittenFile[],
  written: readonly WrittenFile[],
): readonly WrittenFile[] {
  const byName = new Map(files.map((file) => [file.name, file]));
  for (const file of written) byName.set(file.name, file);
  return [...byName.values()];
}
