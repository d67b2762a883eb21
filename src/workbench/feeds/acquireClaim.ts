import type { Claims } from '../../intake/feeds/claims.ts';

/** The number of attempts to claim the checking of sources, and by how much the pauses between them differ, in ms. */
const ATTEMPTS = 8;
const PAUSE = 700;

/**
 * Returns whether this window may check the sources. If two windows try at once, both may back off: each tries again
 * after a random pause.
 */
export async function acquireClaim(claims: Claims, signal: AbortSignal): Promise<boolean> {
  for (let attempt = 1; attempt <= ATTEMPTS && !signal.aborted; attempt++) {
    if (await claims.acquire()) return true;
    await new Promise((resolve) => setTimeout(resolve, PAUSE * Math.random() + 50));
  }
  return false;
}
