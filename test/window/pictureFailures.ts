import type { Workbench } from './workbench.ts';

/** Keeps a picture of the window for each test of a suite that fails in it. */
export function pictureFailures(window: () => Workbench): void {
  afterEach(async function () {
    const { currentTest } = this;
    if (currentTest?.state !== 'failed') return;
    await window().screenshot(`failed ${currentTest.fullTitle().replace(/[^\p{L}\p{N}. ]/gu, '')}`);
  });
}
