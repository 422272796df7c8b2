/** The texts of what is added to a page after it has loaded (scripts/exports/words.py): fetched once. */

export const root = new URL("../../", import.meta.url);
export const language = document.documentElement.lang === "en" ? "en" : "vi";
/** @type {Record<string, string>} */
const texts = await get();

async function get() {
  // The name never changes: the server is asked whether the content has.
  const file = new URL(`assets/words/${language}.json`, root);
  const answer = await fetch(file, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${answer.status} ${file.pathname}`);
  return answer.json();
}

/** A text in the page's language; `key.one` where `n` is 1. @type {(key: string, values?: Record<string, string | number>) => string} */
export function say(key, values = {}) {
  const text = (values.n === 1 && texts[`${key}.one`]) || texts[key] || "";
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name].toLocaleString(language));
}
