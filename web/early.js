// Runs before the first paint, as a plain script: the person's theme, so that no wrong colour flashes; and a word in HTML, with
// a way on, if the page does not open. It uses nothing of the page's modules, which may be what is wrong.
(() => {
  let theme = new URLSearchParams(location.search).get('theme');
  try {
    theme ||= localStorage.getItem('speedup-lab/theme');
  } catch {
    // A sandbox without storage: the system's theme it is.
  }
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;

  /** From then on somebody who waits wants to know. */
  const PATIENCE = 20_000;
  /** @param {string} address */
  const pathOf = (address) => address && new URL(address, location.href).pathname;

  // A file that is not there, that is no script, or that does not fit to the others since a browser kept it from another release. What
  // exactly is wrong stands in the console.
  addEventListener('error', ({ target, filename, message }) => {
    if (target instanceof HTMLScriptElement) explain(target.src);
    else if (message) fail(`A part of the page does not work${filename ? ` (${pathOf(filename)})` : ''}.`);
  }, true);
  addEventListener('unhandledrejection', () => fail('The page could not be opened.'));
  addEventListener('load', () => setTimeout(() => fail('Opening the page takes unusually long.'), PATIENCE));
  addEventListener('reload-anew', reloadAnew);

  /** Says why a script did not load, as far as its server tells. @param {string} address */
  async function explain(address) {
    const answer = await fetch(address).catch(() => null);
    const type = answer?.ok ? answer.headers.get('Content-Type') ?? '' : 'text/javascript';
    if (/javascript/.test(type)) return fail(`A part of the page could not be loaded (${pathOf(address)}).`);
    fail(`This server sends .js files as “${type}”, but browsers run them only as “text/javascript”.`, 'Its owner can set that.');
  }

  /** Only while it is being opened: later the page has its own words. @param {string} what @param {string} [next] */
  function fail(what, next = 'Reload the page. If that does not help, files are missing on its server.') {
    const opening = document.getElementById('opening');
    if (!opening || opening.classList.contains('failed')) return;
    opening.classList.add('failed');
    if (location.protocol === 'file:') {
      opening.textContent = 'Browsers do not let a page that was opened from the disk load its parts. Serve its folder instead, for example with ' +
          '“python3 -m http.server” in it, and open http://localhost:8000/.';
      return;
    }
    opening.textContent = `${what} ${next}`;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Reload';
    button.addEventListener('click', reloadAnew);
    opening.append(button);
  }

  /** Every file comes from the server once more, whatever the browser has kept of it; nobody waits long for that. */
  async function reloadAnew() {
    const linked = [...Array.from(document.scripts, ({ src }) => src), ...Array.from(document.querySelectorAll('link'), ({ href }) => href)];
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
    const own = [...new Set([location.href, ...linked, ...loaded])].filter((address) => address.startsWith(`${location.origin}/`));
    const signal = AbortSignal.timeout(5000);
    await Promise.allSettled(own.map((address) => fetch(address, { cache: 'reload', signal }).then((answer) => answer.arrayBuffer())));
    location.reload();
  }
})();
