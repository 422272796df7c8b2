/** Sending on and copying, with what the device offers. */
import { tell } from "./dom.js";
import { say } from "./words.js";

/** The device's own sheet, or else a copy. @type {(data: {title: string, text?: string, url?: string}) => Promise<void>} */
export async function send(data) {
  const text = data.text ?? data.url ?? "";
  if (!("share" in navigator)) return copy(text);
  // Whoever closes the sheet has decided.
  await navigator.share(data).catch((error) => {
    if (error.name !== "AbortError") return copy(text);
  });
}

/** @type {(text: string) => Promise<void>} */
export async function copy(text) {
  const done = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  );
  tell(say(done ? "share.done" : "share.failed"));
}
