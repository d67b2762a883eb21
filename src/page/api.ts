import type { ReaderState, Told } from '../reader/messages.ts';

/** What VS Code lends to the page. */
export interface VsCodeApi {
  postMessage(message: Told): void;
  /** What this page, or one before it, has kept. */
  getState(): ReaderState | undefined;
  setState(state: ReaderState): void;
}

declare global {
  function acquireVsCodeApi(): VsCodeApi;
}
