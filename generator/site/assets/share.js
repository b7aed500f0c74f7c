// Loaded on a tap: the phone's own way to share, else a copied link; an address to copy; the large code.

/** Shares the page, or `data-url`; `data-done` is said when the link was copied instead. */
export async function share(button) {
  const url = button.dataset.url ?? location.href.split("#")[0];
  const said = button.parentElement.closest(".actions, section").querySelector(".action-said");
  said.textContent = "";
  try {
    if (navigator.share) {
      await navigator.share({ title: document.title, url });
      return;
    }
    await navigator.clipboard.writeText(url);
    said.textContent = button.dataset.done;
  } catch (error) {
    // Whoever closes the panel of the phone has chosen not to share.
    if (error.name === "AbortError") return;
    said.textContent = `${button.dataset.byHand} ${url}`;
  }
}

/** Copies `data-text`; `data-done` is said then, and `data-by-hand` before the text where that fails. */
export async function copy(button) {
  const { text, done, byHand } = button.dataset;
  const said = button.parentElement.querySelector(".action-said");
  said.textContent = await navigator.clipboard.writeText(text).then(() => done, () => `${byHand} ${text}`);
}

/** The code of the page on the whole screen, black on white, for the phone of the person opposite. */
export function showCode(details) {
  const dialog = document.createElement("dialog");
  const close = document.createElement("button");
  const name = document.createElement("p");
  dialog.className = "large-code";
  dialog.setAttribute("aria-label", details.querySelector("summary").textContent);
  name.className = "large-code-name";
  name.textContent = document.querySelector("h1")?.textContent ?? "";
  close.type = "button";
  close.className = "button";
  close.textContent = details.dataset.close;
  close.autofocus = true;
  dialog.append(name, ...[...details.children].slice(1).map((part) => part.cloneNode(true)), close);
  dialog.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  stayAwake(dialog);
}

// The screen does not go dark while the other person looks for the camera.
async function stayAwake(dialog) {
  try {
    const lock = await navigator.wakeLock.request("screen");
    dialog.addEventListener("close", () => lock.release());
    if (!dialog.open) lock.release();
  } catch {
    // A device that cannot do this shows the code all the same.
  }
}
