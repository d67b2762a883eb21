import path from 'node:path';
import { NEWEST } from '../../support/versions.ts';
import { makeFolder } from './folder.ts';
import type { WindowOptions } from './launch.ts';
import { Workbench } from '../workbench.ts';

interface SuiteOptions extends Partial<Omit<WindowOptions, 'folder'>> {
  /** The paths are relative. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** The subfolder that is opened. */
  readonly inside?: string;
}

/**
 * Opens a window on a new folder before the tests of a suite, runs `begin` in it, and closes it after them.
 * Takes screenshots of all windows for each test that fails. Returns the folder, which exists at once.
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
