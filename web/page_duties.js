// Small things that the panel asks of the page, because only a page can do them.

/** Offers a text as a download. */
export function save(name, mime, text) {
  const url = URL.createObjectURL(new Blob([text], { type: mime }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Puts a text on the clipboard; where that is refused, a prompt shows it to be copied by hand. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    prompt('Copy this text:', text);
  }
}

/** Tells people who cannot see the canvas. */
export function announce(text) {
  document.getElementById('status').textContent = text;
}

/** Opens a link of the panel's in a tab of its own; only pages, nothing executable. */
export function openLink(url) {
  const { href, protocol } = new URL(url, document.baseURI);
  if (protocol === 'https:' || protocol === 'http:') window.open(href, '_blank', 'noopener');
}

/**
 * Takes saved results that are dropped on the page.
 * @param {(text: string) => void} open
 * @param {(reason: string) => void} onRefused
 */
export function acceptDrops(open, onRefused) {
  const largest = 256 * 1024 * 1024; // a result with a million events has some 12 MB
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', async (event) => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    if (file.size > largest) return onRefused(`${file.name} is larger than 256 MB: that is no saved result.`);
    try {
      open(await file.text());
    } catch {
      onRefused(`${file.name} could not be read.`);
    }
  });
}

/** Resolves when the frame that is being drawn is on the screen, or soon in a page that is not shown. */
export function nextFrame() {
  return new Promise((resolve) => {
    const settle = () => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(settle, 200);
    requestAnimationFrame(() => setTimeout(settle));
  });
}
