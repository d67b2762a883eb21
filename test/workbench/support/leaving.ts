import * as vscode from 'vscode';

/** The addresses that VS Code was asked to open outside. */
export interface Leaving {
  readonly addresses: readonly string[];
  stop(): void;
}

/**
 * Records the addresses that the extension wants to open, without opening them. VS Code leaves `env`
 * writable in tests, and `vscode` is the extension’s own here.
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
