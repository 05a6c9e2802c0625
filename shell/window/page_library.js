// The page's side of page_calls.h, linked into the panel's module.
addToLibrary({
  $panelPage: {
    frame: 0,      // of requestAnimationFrame
    timer: 0,
    ratio: 0,      // of pixels, for which the canvas was made
    edges: null,   // what the keyboard's focus comes to first, from before the canvas and from behind it
    leaving: false,

    /** Calls an exported function with texts (copied into the module for the call) and numbers. */
    call(name, ...values) {
      const texts = values.map((value) => (typeof value === 'string' ? stringToNewUTF8(value) : 0));
      const result = Module['_' + name](...values.map((value, i) => texts[i] || Number(value)));
      texts.forEach((text) => text && _free(text));
      return result;
    },

    /** Whether there is a page around this one. */
    isFramed: () => window !== window.top,

    nextFrame(seconds) {
      clearTimeout(panelPage.timer);
      if (seconds > 0) {
        panelPage.timer = setTimeout(() => panelPage.nextFrame(0), seconds * 1000);
      } else if (!panelPage.frame) {
        panelPage.frame = requestAnimationFrame(() => {
          panelPage.frame = 0;
          if (devicePixelRatio !== panelPage.ratio) panelPage.resized();
          panelPage.call('panel_frame');
        });
      }
    },

    /** Whether the panel has a use for a key; the browser keeps all others. */
    isOurs(event) {
      if (event.altKey || /^F\d+$/.test(event.key)) return false;
      if (!event.ctrlKey && !event.metaKey) return true;
      const copy = event.key === 'c' && String(getSelection()) === '';
      return !event.shiftKey && (['z', 'Enter', 'Control', 'Meta'].includes(event.key) || copy);
    },

    /** Runs before SDL's own listeners and keeps from them what belongs to the browser. */
    filterKey(event) {
      panelPage.call('panel_hold', event.shiftKey, event.ctrlKey || event.metaKey, event.altKey);
      const leaves = event.key === 'Tab' && event.type === 'keydown' && panelPage.call('panel_tab_leaves', event.shiftKey);
      if (leaves) panelPage.leaveAt(event.shiftKey);
      if (leaves || (event.type === 'keydown' && !panelPage.isOurs(event))) event.stopImmediatePropagation();
    },

    /** Empty elements that tell which way the focus goes; the canvas itself cannot. */
    makeEdges(canvas) {
      canvas.tabIndex = -1;
      panelPage.edges = [false, true].map((backwards) => {
        const edge = document.createElement('span');
        edge.tabIndex = 0;
        edge.style.cssText = 'position:fixed;outline:none';
        edge.addEventListener('focus', () => {
          if (panelPage.leaving) return;
          canvas.focus({preventScroll: true});
          panelPage.call('panel_enter', backwards);
          panelPage.call('panel_settle');
        });
        return edge;
      });
      canvas.before(panelPage.edges[0]);
      canvas.after(panelPage.edges[1]);
    },

    /** From there the browser's own Tab goes on. */
    leaveAt(start) {
      panelPage.leaving = true;
      panelPage.edges[start ? 0 : 1].focus({preventScroll: true});
      panelPage.leaving = false;
    },

    /** Runs before SDL's own listener; in a frame the wheel moves the page around it where it has no use here. */
    filterWheel(event) {
      const upright = !event.ctrlKey && !event.shiftKey && Math.abs(event.deltaY) > Math.abs(event.deltaX);
      if (panelPage.isFramed() && upright && !panelPage.call('panel_wheel_moves', event.deltaY)) event.stopImmediatePropagation();
    },

    listen(canvas) {
      canvas.style.outline = 'none';  // the ring around the control inside says it better
      for (const type of ['keydown', 'keypress', 'keyup']) canvas.addEventListener(type, panelPage.filterKey, true);
      canvas.addEventListener('wheel', panelPage.filterWheel, {capture: true, passive: false});
      pageTouch.listen(canvas);
      canvas.addEventListener('pointerdown', () => canvas.focus({preventScroll: true}));
      canvas.addEventListener('webglcontextlost', (event) => event.preventDefault());
      canvas.addEventListener('webglcontextrestored', () => panelPage.call('panel_restore'));
      // The field that is pressed or tabbed to has the focus before the next key, and while the press lets a touch keyboard come.
      canvas.addEventListener('keydown', (event) => event.key === 'Tab' && panelPage.call('panel_settle'));
      canvas.addEventListener('touchend', () => panelPage.call('panel_settle'));
      document.addEventListener('mouseup', () => panelPage.call('panel_settle'));
      canvas.addEventListener('blur', panelPage.leave);
    },

    /** Keys that are down when the focus goes elsewhere come up unheard; the panel's field passes them on. */
    leave({relatedTarget: to}) {
      if (to !== Module['canvas'] && to?.id !== 'field') panelPage.call('panel_forget_keys');
    },

    /** SDL follows the window's resize events; the canvas and the pixel ratio change without them too. */
    followSize(canvas) {
      const observer = new ResizeObserver(panelPage.resized);
      try {
        observer.observe(canvas, {box: 'device-pixel-content-box'});  // tells of the ratio too
      } catch {
        observer.observe(canvas);  // Safari
      }
      for (const type of ['resize', 'scroll']) visualViewport.addEventListener(type, panelPage.fitAboveKeyboard);
    },

    resized() {
      panelPage.ratio = devicePixelRatio;
      window.dispatchEvent(new Event('resize'));
    },

    /** While somebody types, the panel fills what the touch keyboard leaves; one that was zoomed into stays as it is. */
    fitAboveKeyboard() {
      const {style} = Module['canvas'];
      const {height, offsetTop, scale} = visualViewport;
      const covered = scale === 1 && document.activeElement?.id === 'field' && height < innerHeight;
      style.top = covered ? `${offsetTop}px` : '';
      style.height = covered ? `${height}px` : '';
      panelPage.nextFrame(0);
    },

    followManners() {
      const coarse = matchMedia('(pointer: coarse)');
      const still = matchMedia('(prefers-reduced-motion: reduce)');
      const tell = () => panelPage.call('panel_set_manners', coarse.matches, still.matches, panelPage.isFramed());
      for (const query of [coarse, still]) query.addEventListener('change', tell);
      tell();
    },

    /** What the page's elements get by themselves: more contrast, and the system's own colours. */
    followColors() {
      const forced = matchMedia('(forced-colors: active)');
      const more = matchMedia('(prefers-contrast: more)');
      const dark = matchMedia('(prefers-color-scheme: dark)');
      const rgbOf = (name) => {
        const probe = document.body.appendChild(document.createElement('span'));
        probe.style.cssText = `forced-color-adjust:none;color:${name}`;
        const [red, green, blue] = getComputedStyle(probe).color.match(/\d+/g);
        probe.remove();
        return red << 16 | green << 8 | blue;
      };
      const tell = () => panelPage.call('panel_set_colors', more.matches, forced.matches, ...['Canvas', 'CanvasText', 'LinkText'].map(rgbOf));
      for (const query of [forced, more, dark]) query.addEventListener('change', tell);
      tell();
    },
  },
  $panelPage__deps: ['$stringToNewUTF8', '$UTF8ToString', 'free'],

  page_start__deps: ['$panelPage', '$pageTouch', '$specialHTMLTargets'],
  page_start: () => {
    const canvas = Module['canvas'];
    const text = (name) => (...values) => panelPage.call(name, ...values.map(String));
    Module['notice'] = text('panel_notice');
    Module['readyWithoutEngine'] = ({system = '', cores = 1, timerStep = 0, isolated = false, delays = false}, reason) =>
      JSON.parse(UTF8ToString(panelPage.call('panel_ready_without_engine', system, cores, timerStep, isolated, delays, reason)));
    Module['open'] = text('panel_open');
    Module['replay'] = text('panel_replay');
    Module['refuse'] = text('panel_refuse');
    Module['piece'] = text('panel_piece');
    Module['showPieces'] = text('panel_show_pieces');
    Module['dropPieces'] = text('panel_drop_pieces');
    Module['reading'] = (name, share) => panelPage.call('panel_reading', String(name), Number(share));
    Module['tell'] = text('panel_tell');
    Module['configure'] = text('panel_configure');
    Module['setTheme'] = (dark) => panelPage.call('panel_set_dark', Boolean(dark));
    Module['frameTimes'] = () => JSON.parse(UTF8ToString(panelPage.call('panel_frame_times')));
    Module['controls'] = () => JSON.parse(UTF8ToString(panelPage.call('panel_controls')));
    panelPage.makeEdges(canvas);
    panelPage.listen(canvas);
    panelPage.followSize(canvas);
    panelPage.followManners();
    panelPage.followColors();
  },

  page_failed__deps: ['$UTF8ToString'],
  page_failed: (message, next) => {
    Module['failure'] = {message: UTF8ToString(message), next: UTF8ToString(next)};
    Module['onAnnounce']?.(`${UTF8ToString(message)} ${UTF8ToString(next)}`);
  },

  page_request__deps: ['$UTF8ToString'],
  page_request: (json) => Module['onRequest']?.(UTF8ToString(json)) ?? 0,
  page_settings__deps: ['$UTF8ToString'],
  page_settings: (query) => Module['onSettings']?.(UTF8ToString(query)),
  page_save__deps: ['$UTF8ToString'],
  page_save: (name, mime, text) => Module['onSave']?.(UTF8ToString(name), UTF8ToString(mime), UTF8ToString(text)),
  page_picture__deps: ['$UTF8ToString'],
  page_picture: (name, width, height, rgba) => {
    const bytes = new Uint8ClampedArray(HEAPU8.slice(rgba, rgba + width * height * 4).buffer);
    Module['onPicture']?.(UTF8ToString(name), new ImageData(bytes, width, height));
  },
  page_open: () => Module['onOpen']?.(),
  page_recording__deps: ['$UTF8ToString'],
  page_recording: (name) => Module['onRecording']?.(UTF8ToString(name)),
  page_copy__deps: ['$UTF8ToString'],
  page_copy: (text) => Module['onCopy']?.(UTF8ToString(text)),
  page_announce__deps: ['$UTF8ToString'],
  page_announce: (text) => Module['onAnnounce']?.(UTF8ToString(text)),
  page_theme__deps: ['$UTF8ToString'],
  page_theme: (name) => Module['onTheme']?.(UTF8ToString(name)),
  page_link__deps: ['$UTF8ToString'],
  page_link: (url) => Module['onLink']?.(UTF8ToString(url)),
  page_next_frame__deps: ['$panelPage'],
  page_next_frame: (seconds) => panelPage.nextFrame(seconds),
});
