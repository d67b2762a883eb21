/** The files of `briefings/`, listed by the build. */
declare const BUNDLED_BRIEFINGS: readonly string[];
