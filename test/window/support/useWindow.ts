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

/** Takes screenshots of what is seen, and prints its words. */
async function show(window: Workbench, test: Mocha.Test | Mocha.Suite | undefined): Promise<void> {
  const name = test?.fullTitle() ?? '';
  console.log(`On the screen after “${name}”:\n${await window.screen()}`);
  await window.screenshots(`failed ${name.replace(/[^\p{L}\p{N}. ]/gu, '')}`);
}

/**
 * Opens a window on a new folder before the tests of a suite, runs `begin` in it, and closes it after them.
 * For each test that fails, says what was on the screen. Returns the folder, which exists at once.
 */
export function useWindow(
  { files = {}, inside = '', ...options }: SuiteOptions,
  begin: (window: Workbench) => Promise<void> | void,
): { readonly path: string } {
  const folder = makeFolder(files);
  let window: Workbench | undefined;

  before(async function () {
    window = await Workbench.open({ version: NEWEST, ...options, folder: path.join(folder.path, inside) });
    try {
      await begin(window);
    } catch (error) {
      await show(window, this.test?.parent);
      throw error;
    }
  });

  afterEach(async function () {
    if (window && this.currentTest?.state === 'failed') await show(window, this.currentTest);
  });

  after(async () => {
    await window?.close();
    folder.remove();
  });

  return folder;
}
