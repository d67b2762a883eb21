const pending = new Set<() => void>();
let listening = false;

/**
 * Runs `undo` when this process ends: normally, with Ctrl+C, or by a signal from another process. `undo` has to be
 * synchronous. The returned function runs it now instead.
 */
export function beforeExit(undo: () => void): () => void {
  listen();
  pending.add(undo);
  return () => {
    if (pending.delete(undo)) undo();
  };
}

function listen(): void {
  if (listening) return;
  listening = true;
  process.once('exit', () => {
    for (const undo of pending) undo();
  });
  // Without a listener, a signal ends the process at once, without an `exit` event.
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
  process.once('SIGHUP', () => process.exit(129));
}
