import type { FromPage, ReaderState } from '../reader/messages.ts';

/** What VS Code lends to the page. */
export interface VsCodeApi {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: ReaderState): void;
}

declare global {
  function acquireVsCodeApi(): VsCodeApi;
}

/** Tells the extension what a person did. */
export type Tell = (message: FromPage) => void;
