import { isRecord } from '../../base/isRecord.ts';

/** A window's word that it asks the sources now, until a time: then it may have been killed. */
export interface Claim {
  readonly window: string;
  /** In ms since 1970. */
  readonly until: number;
}

/** Where windows leave their claims: a folder that all of them see. */
export interface ClaimFolder {
  list(): Promise<readonly { readonly name: string }[]>;
  read(name: string): Promise<Uint8Array | undefined>;
  write(name: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
}

/** So long it holds unless it is renewed. */
export const LEASE = 2 * 60_000;
/** Before it ends: writing takes time, and another window may look meanwhile. */
const MARGIN = LEASE / 4;
/** So often claims are listed anew that are gone when they are read. */
const TRIES = 10;
const START = 'claim-';

/** The claim of a window where no other one's stands in its way. */
export function claim(claims: readonly Claim[], window: string, now: number): Claim | undefined {
  const isTaken = claims.some((other) => other.window !== window && isAlive(other, now));
  return isTaken ? undefined : { window, until: now + LEASE };
}

/** What ends later than any claim can was made by a clock that was set back since. */
function isAlive({ until }: Claim, now: number): boolean {
  return until > now && until <= now + LEASE;
}

/**
 * Lets one window at a time ask the sources. Each writes a file of its own and looks for others' only then: of two that
 * try at once at least one sees the other, and whoever sees one steps back. So it may be none, but never two.
 */
export class Claims {
  readonly #folder: ClaimFolder;
  readonly #window: string;
  readonly #now: () => number;
  /** Of what was written last. */
  #until = 0;
  /** By turns: while a file is written anew, it may be missing. */
  readonly #names: [next: string, last: string];

  constructor(folder: ClaimFolder, window: string, now: () => number) {
    this.#folder = folder;
    this.#window = window;
    this.#now = now;
    this.#names = [`${START}${window}-a`, `${START}${window}-b`];
  }

  /** Whether this window may ask now. To be called again, while that goes on, before half of the {@link LEASE} is over. */
  async take(): Promise<boolean> {
    // What is surely still there stands in everybody's way: it need not give way to one who is just trying.
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
    return others !== undefined && claim(others, this.#window, this.#now()) !== undefined;
  }

  async #write(): Promise<true> {
    const until = this.#now() + LEASE;
    const own: Claim = { window: this.#window, until };
    const [name, last] = this.#names;
    await this.#folder.write(name, new TextEncoder().encode(JSON.stringify(own)));
    await this.#folder.remove(last);
    this.#names.reverse();
    this.#until = until;
    return true;
  }

  /** A claim that goes while it is looked for may stand under its other name by now. Undefined where they come and go on. */
  async #others(): Promise<readonly Claim[] | undefined> {
    for (let tries = 0; tries < TRIES; tries++) {
      const found: Claim[] = [];
      let isGone = false;
      for (const { name } of await this.#folder.list()) {
        if (!name.startsWith(START) || this.#names.includes(name)) continue;
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

/** What is broken is nobody's claim. */
export function readClaim(text: string): Claim | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value)) return undefined;
    const { window, until } = value;
    return typeof window === 'string' && typeof until === 'number' ? { window, until } : undefined;
  } catch {
    return undefined;
  }
}
