const KEY = 'speedup-lab/theme';
const NAMES = ['auto', 'light', 'dark'];

/**
 * The page's theme: what the address asks for, else what the person chose last, else the system's.
 * `early.js` does the same before the first paint.
 */
export class Theme {
  /**
   * @param {(dark: boolean) => void} onChange  called with the effective theme, at once and whenever it changes
   * @param {Window} [scope]
   */
  constructor(onChange, scope = window) {
    this.onChange = onChange;
    this.scope = scope;
    this.system = scope.matchMedia('(prefers-color-scheme: dark)');
    this.system.addEventListener('change', () => this.#apply());
    const asked = new URLSearchParams(scope.location.search).get('theme');
    this.name = asked && NAMES.includes(asked) ? asked : remembered(scope);
    this.#apply();
  }

  get dark() {
    return this.name === 'auto' ? this.system.matches : this.name === 'dark';
  }

  /** @param {string} name what the person chose: "auto", "light" or "dark" */
  choose(name) {
    if (!NAMES.includes(name)) return;
    this.name = name;
    remember(this.scope, name);
    this.#apply();
  }

  #apply() {
    const root = this.scope.document.documentElement;
    if (this.name === 'auto') delete root.dataset.theme;
    else root.dataset.theme = this.name;
    this.onChange(this.dark);
  }
}

/** @param {Window} scope @returns {string} */
function remembered(scope) {
  try {
    const name = scope.localStorage.getItem(KEY);
    return name && NAMES.includes(name) ? name : 'auto';
  } catch {
    return 'auto';  // storage is blocked
  }
}

/** @param {Window} scope @param {string} name */
function remember(scope, name) {
  try {
    scope.localStorage.setItem(KEY, name);
  } catch {
    // Storage is blocked: the choice lasts as long as the page.
  }
}
