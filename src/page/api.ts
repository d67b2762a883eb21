import type { ReaderState, PageMessage } from '../reader/messages.ts';

/** The API that VS Code offers to the page. */
export interface VsCodeApi {
  postMessage(message: PageMessage): void;
  /** The state that this page, or one before it, has saved. */
  getState(): ReaderState | undefined;
  setState(state: ReaderState): void;
}

declare global {
  function acquireVsCodeApi(): VsCodeApi;
}
