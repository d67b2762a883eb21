import * as vscode from 'vscode';

/** What VS Code was asked to open outside of it, as it was asked. */
export interface Leaving {
  readonly addresses: readonly string[];
  stop(): void;
}

/**
 * Takes down what the extension hands to the system, which does not get it: nothing but the last step is left out. VS
 * Code keeps its `env` open for this where a suite runs, and the suite is given the extension's own.
 */
export function watchLeaving(): Leaving {
  const { env } = vscode;
  const { openExternal } = env;
  const addresses: string[] = [];
  const set = (value: typeof openExternal) => {
    Object.defineProperty(env, 'openExternal', { value, configurable: true, writable: true });
  };
  set((target) => {
    addresses.push(target.toString());
    return Promise.resolve(true);
  });
  return {
    addresses,
    stop() {
      set(openExternal);
    },
  };
}
