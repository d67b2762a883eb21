import { isRecord } from '../../base/isRecord.ts';
import { parseJson } from '../../base/parseJson.ts';

/** A window's claim to fetch the feeds. It expires at `until`, because the window may have been killed. */
export interface WindowClaim {
  readonly window: string;
  /** In ms since 1970. */
  readonly until: number;
}

/** The folder for the claims, which all windows share. */
export interface ClaimFolder {
  list(): Promise<readonly { readonly name: string }[]>;
  read(name: string): Promise<Uint8Array | undefined>;
  write(name: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
}

/** How long a claim is valid unless it is renewed, in ms. */
export const LEASE = 2 * 60_000;
/**
 * The validity that must remain for a claim to be renewed without a check, in ms: writing takes time, and another
 * window may look in the meantime.
 */
const MARGIN = LEASE / 4;
/** Maximum number of listings of the claims, which are repeated if one disappears before it is read. */
const MAX_LISTINGS = 10;
const PREFIX = 'claim-';

/** Whether another window has a valid claim. */
export function isTaken(claims: readonly WindowClaim[], window: string, now: number): boolean {
  return claims.some((other) => other.window !== window && isValid(other, now));
}

/** A claim that ends later than any new one could was made before the clock was set back. */
function isValid({ until }: WindowClaim, now: number): boolean {
  return until > now && until <= now + LEASE;
}

/**
 * Lets only one window at a time fetch the feeds. Each window writes its own file and then looks for others. A window that
 * sees another one backs off, so at most one holds the claim, and possibly none.
 */
export class Claims {
  readonly #folder: ClaimFolder;
  readonly #window: string;
  readonly #now: () => number;
  /** When our last written claim ends; 0 for none. */
  #until = 0;
  /** Used alternately, because a file may be missing while it is overwritten. */
  readonly #names: [next: string, last: string];

  constructor(folder: ClaimFolder, window: string, now: () => number) {
    this.#folder = folder;
    this.#window = window;
    this.#now = now;
    this.#names = [`${PREFIX}${window}-a`, `${PREFIX}${window}-b`];
  }

  /** Whether this window may fetch now. While it does, call this again before half of the {@link LEASE} is over. */
  async acquire(): Promise<boolean> {
    // A claim that is certainly still valid blocks all others, so it need not back off for a window that is just trying.
    if (this.#until - this.#now() > MARGIN) return this.#write();
    if (!(await this.#isFree())) return false;
    await this.#write();
    if (await this.#isFree()) return true;
    await this.release();
    return false;
  }

  async release(): Promise<void> {
    this.#until = 0;
    for (const name of this.#names) await this.#folder.remove(name);
  }

  async #isFree(): Promise<boolean> {
    const others = await this.#others();
    return others !== undefined && !isTaken(others, this.#window, this.#now());
  }

  async #write(): Promise<true> {
    const until = this.#now() + LEASE;
    const own: WindowClaim = { window: this.#window, until };
    const [name, last] = this.#names;
    await this.#folder.write(name, new TextEncoder().encode(JSON.stringify(own)));
    await this.#folder.remove(last);
    this.#names.reverse();
    this.#until = until;
    return true;
  }

  /**
   * The other windows' claims. One that disappears while it is read may have been renewed under its other name, so they
   * are listed again. Undefined if they keep changing.
   */
  async #others(): Promise<readonly WindowClaim[] | undefined> {
    for (let tries = 0; tries < MAX_LISTINGS; tries++) {
      const found: WindowClaim[] = [];
      let isGone = false;
      for (const { name } of await this.#folder.list()) {
        if (!name.startsWith(PREFIX) || this.#names.includes(name)) continue;
        const bytes = await this.#folder.read(name);
        const other = bytes && readClaim(new TextDecoder().decode(bytes));
        if (other) found.push(other);
        isGone ||= bytes === undefined;
      }
      if (!isGone) return found;
    }
    return undefined;
  }
}

/** Parses a claim; undefined if it is broken. */
export function readClaim(text: string): WindowClaim | undefined {
  const value = parseJson(text);
  if (!isRecord(value)) return undefined;
  const { window, until } = value;
  return typeof window === 'string' && typeof until === 'number' ? { window, until } : undefined;
}
