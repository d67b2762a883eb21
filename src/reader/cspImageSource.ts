/** A host without special meaning in a policy: `*` would match other hosts, and `;` would end the directive. */
const PLAIN_HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?$/;

/**
 * Returns the source expression that allows exactly this image in a Content Security Policy: `https://a.example/i.png`.
 * Undefined if no expression would match it alone.
 */
export function cspImageSource({ protocol, host, pathname }: URL): string | undefined {
  if (!/^https?:$/.test(protocol) || !PLAIN_HOST.test(host)) return undefined;
  // Browsers decode both paths before comparing them.
  return `${protocol}//${host}${pathname.replace(/[^\w/.~%-]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)}`;
}
