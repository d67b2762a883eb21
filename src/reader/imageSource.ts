/** A host that means nothing but itself in a policy: one with a `*` would stand for others, one with a `;` end the rule. */
const PLAIN_HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?$/;

/**
 * Where one image comes from, as a content security policy says it: `https://a.example/i.png`. Undefined where it cannot
 * be said of that image alone.
 */
export function imageSource({ protocol, host, pathname }: URL): string | undefined {
  if (!/^https?:$/.test(protocol) || !PLAIN_HOST.test(host)) return undefined;
  // A browser decodes both paths before it compares them.
  return `${protocol}//${host}${pathname.replace(/[^\w/.~%-]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)}`;
}
