/** A file's name that says a language: `welcome.zh-cn.md`. */
const NAMED = /\.[a-z]{2}(?:-[a-z]+)?\.\w+$/;

/** Of files that there are in several languages, `welcome.md` and `welcome.de.md`, each once: in the person's, if it is there. */
export function inLanguage(names: readonly string[], language: string): string[] {
  const wanted = language.toLowerCase();
  const general = wanted.replace(/-.*/, '');
  return names
    .filter((name) => !NAMED.test(name))
    .map((name) => {
      const translated = [wanted, general].map((tag) => name.replace(/(?=\.\w+$)/, `.${tag}`));
      return translated.find((one) => names.includes(one)) ?? name;
    });
}
