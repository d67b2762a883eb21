import path from 'node:path';
import { NEWEST } from '../../support/versions.ts';
import { makeFolder } from './folder.ts';
import { type WindowOptions, Workbench } from '../workbench.ts';

interface SuiteOptions extends Partial<Omit<WindowOptions, 'folder'>> {
  /** Paths are relative, contents text or bytes. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** The folder among them that is opened itself. */
  readonly inside?: string;
}

/**
 * Opens a window on a new folder of files before the tests of a suite, has them `begin` in it, and closes it behind
 * them. Of each test that fails it keeps pictures of all windows. Gives the folder, which is there at once.
 */
export function useWindow(
  { files = {}, inside = '', ...options }: SuiteOptions,
  begin: (window: Workbench) => Promise<void> | void,
): { readonly path: string } {
  const folder = makeFolder(files);
  let window: Workbench | undefined;

  before(async () => {
    window = await Workbench.open({ version: NEWEST, ...options, folder: path.join(folder.path, inside) });
    await begin(window);
  });

  afterEach(async function () {
    const { currentTest } = this;
    if (currentTest?.state !== 'failed') return;
    const name = `failed ${currentTest.fullTitle().replace(/[^\p{L}\p{N}. ]/gu, '')}`;
    await window?.screenshots(name);
  });

  after(async () => {
    await window?.close();
    folder.remove();
  });

  return folder;
}
