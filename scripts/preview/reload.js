// Reloads the page when the preview has built again, also after the server was restarted.
const here = document.currentScript;
let seen = here.dataset.edition;

async function ask() {
  try {
    const answer = await fetch(`${here.dataset.ask}?after=${seen}`);
    if (answer.ok && (await answer.text()) !== seen) location.reload();
  } catch {
    await new Promise((later) => setTimeout(later, 1000));
  }
  setTimeout(ask, 100);
}

ask();
