/**
 * The viewer of a product's pictures, opened by a tap on one (page.js); without it each picture
 * is a link to its file. What it shows it reads from the page: sizes, descriptions, captions.
 */
import { root, say } from "./words.js";

/** @typedef {import("photoswipe").default} PhotoSwipe */
/** @typedef {import("photoswipe").SlideData} Slide */

const LIBRARY = "assets/vendor/photoswipe/";
const LOW = 480; // a window of fewer pixels keeps no room for the caption: it lies on the picture
const TOP = 60;
const BOTTOM = [84, 112]; // on a phone a caption has more lines
const SIDE = 76; // the arrows, where there is a mouse

/** @type {(address: string) => Promise<unknown>} */
const style = (address) =>
  new Promise((done, failed) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL(address, root).href;
    link.onload = done;
    link.onerror = () => {
      link.remove();
      failed(new Error(link.href));
    };
    document.head.append(link);
  });

/** @type {Promise<typeof import("photoswipe").default> | undefined} */
let library;

/** PhotoSwipe with its styles and ours over them, fetched once. */
async function fetched() {
  await style(`${LIBRARY}photoswipe.css`);
  await style("assets/late/viewer.css");
  return (await import(new URL(`${LIBRARY}photoswipe.esm.min.js`, root).href)).default;
}

function bring() {
  library ??= fetched().catch((error) => {
    library = undefined;
    throw error;
  });
  return library;
}

/** @type {(link: HTMLAnchorElement) => HTMLImageElement} */
const picture = (link) => /** @type {HTMLImageElement} */ (link.querySelector("img"));

/** @type {(link: HTMLAnchorElement) => Slide} */
function slide(link) {
  const image = picture(link);
  const srcset = link.querySelector("source")?.srcset ?? "";
  return {
    element: link,
    src: srcset.split(",").at(-1)?.trim().split(" ")[0] || link.href,
    srcset,
    // Of the whole picture, also in a thumbnail.
    width: Number(image.getAttribute("width")),
    height: Number(image.getAttribute("height")),
    alt: image.alt,
    lang: image.lang,
    msrc: image.complete ? image.currentSrc : undefined,
    thumbCropped: getComputedStyle(image).objectFit === "cover",
  };
}

/** Where a picture that is shown whole is drawn within its element. @type {(image: HTMLImageElement, of: Slide) => {x: number, y: number, w: number}} */
function drawn(image, { width = 1, height = 1 }) {
  const box = image.getBoundingClientRect();
  const scale = Math.min(box.width / width, box.height / height);
  const [w, h] = [width * scale, height * scale];
  return { x: box.x + (box.width - w) / 2, y: box.y + (box.height - h) / 2, w };
}

/** Room for the bar above, the caption below and the arrows. @type {(window: {x: number, y: number}) => import("photoswipe").Padding} */
function room({ x, y }) {
  const side = x > 900 ? SIDE : 0;
  return y < LOW
    ? { top: 0, bottom: 0, left: side, right: side }
    : { top: TOP, bottom: BOTTOM[x < 600 ? 1 : 0], left: side, right: side };
}

/** The caption of the picture that is shown, with its author, as the page has it. @type {(viewer: PhotoSwipe, captions: Element[]) => void} */
function captioned(viewer, captions) {
  viewer.on("uiRegister", () =>
    viewer.ui?.registerElement({
      name: "caption",
      appendTo: "root",
      onInit(element) {
        element.classList.add("pswp__hide-on-close");
        const text = document.createElement("div");
        element.append(text);
        viewer.on("change", () => {
          const nodes = captions[viewer.currIndex]?.childNodes ?? [];
          text.replaceChildren(...[...nodes].map((node) => node.cloneNode(true)));
        });
      },
    }),
  );
}

/** A dialog to those who do not see it, which gives the focus back. @type {(viewer: PhotoSwipe, links: HTMLAnchorElement[]) => void} */
function polite(viewer, links) {
  viewer.on("afterInit", () => {
    const name = document.querySelector("h1")?.textContent?.trim() ?? "";
    viewer.element?.setAttribute("aria-label", say("gallery.name", { name }));
    viewer.element?.setAttribute("aria-modal", "true");
  });
  viewer.on("contentAppend", ({ content }) => {
    if (content.data.lang && content.element) content.element.lang = content.data.lang;
  });
  closable(viewer);
  viewer.on("destroy", () => {
    const last = links[viewer.currIndex];
    queueMicrotask(() => last?.focus()); // until it is gone, it keeps the focus to itself
  });
}

/** Esc and a phone's "back" close it, also while it is still opening. @type {(viewer: PhotoSwipe) => void} */
function closable(viewer) {
  let wanted = false;
  const leave = () => {
    wanted = true;
    viewer.close(); // which does nothing before it is open
  };
  viewer.on("openingAnimationEnd", () => wanted && viewer.close());
  viewer.on("keydown", ({ originalEvent }) => originalEvent.key === "Escape" && leave());
  // Not yet in every browser, nor in the types.
  const Watcher = /** @type {any} */ (window).CloseWatcher;
  if (Watcher) {
    const watcher = new Watcher();
    watcher.onclose = leave;
    viewer.on("destroy", () => watcher.destroy());
  }
}

/** Show the picture of a link and let the visitor leaf through the others. @type {(link: HTMLElement) => Promise<void>} */
export async function mount(link) {
  const gallery = link.closest("[data-gallery]");
  /** @type {HTMLAnchorElement[]} */
  const links = [...(gallery?.querySelectorAll("a:has(img)") ?? [])].filter(
    (each) => each instanceof HTMLAnchorElement,
  );
  const index = links.indexOf(/** @type {HTMLAnchorElement} */ (link));
  if (!gallery || index < 0) return;
  const Viewer = await bring().catch(() => null);
  if (Viewer) open(Viewer, gallery, links, index);
  else location.assign(links[index].href);
}

/** @type {(Viewer: typeof import("photoswipe").default, gallery: Element, links: HTMLAnchorElement[], index: number) => void} */
function open(Viewer, gallery, links, index) {
  if (document.querySelector(".pswp")) return;
  const viewer = new Viewer({
    dataSource: links.map(slide),
    index,
    loop: false,
    bgOpacity: 1,
    paddingFn: room,
    returnFocus: false,
    indexIndicatorSep: " / ",
    closeTitle: say("gallery.close"),
    zoomTitle: say("gallery.zoom"),
    arrowPrevTitle: say("gallery.before"),
    arrowNextTitle: say("gallery.next"),
    errorMsg: say("gallery.failed"),
  });
  viewer.addFilter("thumbBounds", (bounds, data) => {
    const link = /** @type {HTMLAnchorElement} */ (data.element);
    // No bounds are allowed, though not by the types.
    return data.thumbCropped ? /** @type {any} */ (bounds) : drawn(picture(link), data);
  });
  captioned(viewer, [...gallery.querySelectorAll("figcaption, .credits li")]);
  polite(viewer, links);
  viewer.init();
}
