// Runs before the first paint, as a plain script: the person's theme, so that no wrong colour flashes,
// and a word in HTML if the page's modules cannot be loaded at all.
(() => {
  let theme = new URLSearchParams(location.search).get('theme');
  try {
    theme ||= localStorage.getItem('speedup-lab/theme');
  } catch {
    // A sandbox without storage: the system's theme it is.
  }
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;

  addEventListener('error', ({ target }) => {
    if (!(target instanceof HTMLScriptElement)) return;
    const opening = document.getElementById('opening');
    if (!opening) return;
    opening.textContent = `A part of the page could not be loaded (${new URL(target.src).pathname}). ` +
        'Reload the page; if that does not help, its files are not complete on the server.';
    opening.classList.add('failed');
  }, true);
})();
