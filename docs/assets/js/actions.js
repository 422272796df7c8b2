/** Sends a page on: with the system's own sheet where there is one, else by copying its address. */

/** @type {(button: HTMLElement) => Promise<void>} */
export async function mount(button) {
  /** @type {HTMLLinkElement | null} */
  const canonical = document.querySelector("link[rel=canonical]");
  const url = canonical?.href ?? location.origin + location.pathname;
  const title = document.querySelector("h1")?.textContent?.trim() ?? document.title;
  try {
    if (navigator.share) return await navigator.share({ title, url });
  } catch (error) {
    // Closed without a choice: nothing more is wanted.
    if (error instanceof DOMException && error.name === "AbortError") return;
  }
  const copied = await copy(url);
  const [{ tell }, { say }] = await Promise.all([import("./dom.js"), import("./words.js")]);
  tell(copied ? say("share.page") : say("share.hand", { address: url }));
  button.focus();
}

/** Whether the text is now in the clipboard. @type {(text: string) => Promise<boolean>} */
const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};
