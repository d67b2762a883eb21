/** A file name with a language tag: `welcome.zh-cn.md`. */
const WITH_LANGUAGE = /\.[a-z]{2}(?:-[a-z]+)?\.\w+$/;

/**
 * Picks one file for each name without a language tag: of `welcome.md` and `welcome.de.md`, the one in the given
 * language, if it exists.
 */
export function localizedNames(names: readonly string[], language: string): string[] {
  const tag = language.toLowerCase();
  const primaryTag = tag.replace(/-.*/, '');
  return names
    .filter((name) => !WITH_LANGUAGE.test(name))
    .map((name) => {
      const translated = [tag, primaryTag].map((tag) => name.replace(/(?=\.\w+$)/, `.${tag}`));
      return translated.find((one) => names.includes(one)) ?? name;
    });
}
