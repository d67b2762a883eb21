/** The repository that a package is made from, as the manifest has it, and where the links of its pages lead. */
export interface Repository {
  readonly repository: { readonly type: 'git'; readonly url: string };
  readonly bugs: { readonly url: string };
  readonly homepage: string;
  /** The base addresses of pages and of pictures. */
  readonly pages: string;
  readonly pictures: string;
}

/** The parts of the addresses of a repository's files and issues, by host. */
const HOSTS: Readonly<Record<string, { pages: string; pictures: string; issues: string }>> = {
  'github.com': { pages: '/blob/HEAD', pictures: '/raw/HEAD', issues: '/issues' },
  'gitlab.com': { pages: '/-/blob/HEAD', pictures: '/-/raw/HEAD', issues: '/-/issues' },
};

/**
 * Derives all addresses from that of a repository: `https://github.com/OWNER/NAME`, as in the browser or as in Git.
 * `base`: where its pages and pictures are, for other hosts than those in `HOSTS`; vsce has options of these names.
 */
export function repositoryAt(
  address: string,
  base: { readonly baseContentUrl?: string | undefined; readonly baseImagesUrl?: string | undefined } = {},
): Repository {
  const url = checked(address);
  const root = `${url.origin}${url.pathname.replace(/\/+$/, '').replace(/\.git$/, '')}`;
  const host = HOSTS[url.host];
  const pages = base.baseContentUrl ?? (host && root + host.pages);
  const pictures = base.baseImagesUrl ?? (host && root + host.pictures);
  if (pages === undefined || pictures === undefined)
    throw new Error(
      `Where the files of ${url.host} are is not known. Add --baseContentUrl=URL and --baseImagesUrl=URL.`,
    );
  return {
    repository: { type: 'git', url: `${root}.git` },
    bugs: { url: root + (host?.issues ?? '/issues') },
    homepage: `${root}#readme`,
    pages: checked(pages).href.replace(/\/$/, ''),
    pictures: checked(pictures).href.replace(/\/$/, ''),
  };
}

/** Parses an address that anyone can open. Throws for one that is not https, or has a user name. */
function checked(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'https:' || url.username !== '' || url.pathname.length < 2)
    throw new Error(
      `“${address}” is not the address of a repository, such as https://github.com/OWNER/NAME.`,
    );
  return url;
}
