import type { Claims } from '../../intake/sources/claims.ts';

/** How often it is tried to be the window that asks, and how long it waits in between, in ms: up to this. */
const ATTEMPTS = 8;
const PAUSE = 700;

/** Whether this window may ask. Where two try at once, both may step back: they try again, each in its own time. */
export async function claimInTime(claims: Claims, signal: AbortSignal): Promise<boolean> {
  for (let attempt = 1; attempt <= ATTEMPTS && !signal.aborted; attempt++) {
    if (await claims.take()) return true;
    await new Promise((resolve) => setTimeout(resolve, PAUSE * Math.random() + 50));
  }
  return false;
}
