/** What a package says of the place that it is made from: in its manifest, and where its pages' links lead. */
export interface Repository {
  readonly repository: { readonly type: 'git'; readonly url: string };
  readonly bugs: { readonly url: string };
  readonly homepage: string;
  /** What goes before the path of a page, and of a picture. */
  readonly pages: string;
  readonly pictures: string;
}

/** How the addresses of a repository's files are made, by its host. */
const HOSTS: Readonly<Record<string, { pages: string; pictures: string; issues: string }>> = {
  'github.com': { pages: '/blob/HEAD', pictures: '/raw/HEAD', issues: '/issues' },
  'gitlab.com': { pages: '/-/blob/HEAD', pictures: '/-/raw/HEAD', issues: '/-/issues' },
};

/**
 * All that follows from a repository's address: `https://github.com/OWNER/NAME`, as it stands in the browser or as Git
 * has it. `base`: where its pages and pictures are, for a host that is not known here; vsce has options of these names.
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

/** An address that anyone can open: of https, and without anybody's name or password. */
function checked(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'https:' || url.username !== '' || url.pathname.length < 2)
    throw new Error(
      `“${address}” is not the address of a repository, such as https://github.com/OWNER/NAME.`,
    );
  return url;
}
