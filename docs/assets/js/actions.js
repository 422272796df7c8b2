/** What a reader can do with a page: share it, print it, report an error in it. */

/** @type {(bar: HTMLElement) => void} */
export function mount(bar) {
  bar.hidden = false;
}
