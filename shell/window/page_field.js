// A field of the page's own over the one of the panel's that is typed into: there the browser edits (clipboard, undo, input methods,
// touch keyboards), and the panel follows what stands in it.
addToLibrary({
  $pageField__deps: ['$panelPage'],
  $pageField: {
    field: null,
    /** Keys that mean something to the panel while somebody types; a composition has them first. */
    panelKeys: ['Tab', 'Enter', 'Escape', 'Shift', 'Control', 'Alt', 'Meta'],

    make() {
      const field = document.createElement('input');
      Object.assign(field, {id: 'field', hidden: true, autocomplete: 'off', autocapitalize: 'off', spellcheck: false, enterKeyHint: 'done', maxLength: 5000});
      Module['canvas'].after(field);
      field.addEventListener('input', () => panelPage.call('panel_edit', field.value));
      field.addEventListener('keydown', (event) => {
        if (!event.isComposing && pageField.panelKeys.includes(event.key)) pageField.pass(KeyboardEvent, event);
      });
      // Of any key, which may have gone down on the canvas.
      field.addEventListener('keyup', (event) => pageField.pass(KeyboardEvent, event));
      field.addEventListener('mousemove', (event) => pageField.pass(MouseEvent, event));
      field.addEventListener('wheel', (event) => pageField.pass(WheelEvent, event));
      field.addEventListener('blur', (event) => {
        panelPage.call('panel_take_typed', document.activeElement !== field);
        panelPage.leave(event);
      });
      return field;
    },

    /** To the panel, with what it wants of the browser. */
    pass(Kind, event) {
      if (!Module['canvas'].dispatchEvent(new Kind(event.type, event))) event.preventDefault();
    },

    begin(name, text) {
      const field = pageField.field;
      field.ariaLabel = name;
      field.value = text;
      field.focus({preventScroll: true});
      field.select();
    },

    place(left, top, width, height, cutTop, cutBottom, em) {
      const canvas = Module['canvas'].getBoundingClientRect();
      const field = pageField.field ??= pageField.make();
      const least = matchMedia('(pointer: coarse)').matches ? 16 : 0;  // below that iOS zooms in
      const lengths = {left: canvas.left + left, top: canvas.top + top, width, height, fontSize: Math.max(em, least)};
      for (const [name, pixels] of Object.entries(lengths)) field.style[name] = `${pixels}px`;
      field.style.clipPath = `inset(${cutTop}px 0 ${cutBottom}px)`;
      field.hidden = false;
    },

    end() {
      if (document.activeElement === pageField.field) Module['canvas'].focus({preventScroll: true});
      pageField.field.hidden = true;
      panelPage.fitAboveKeyboard();
    },
  },

  page_begin_typing__deps: ['$pageField', '$UTF8ToString'],
  page_begin_typing: (name, text) => pageField.begin(UTF8ToString(name), UTF8ToString(text)),
  page_place_field__deps: ['$pageField'],
  page_place_field: (left, top, width, height, cutTop, cutBottom, em) => pageField.place(left, top, width, height, cutTop, cutBottom, em),
  page_end_typing__deps: ['$pageField'],
  page_end_typing: () => pageField.end(),
  page_font: (bytes, size) => document.fonts.add(new FontFace('JetBrains Mono', HEAPU8.slice(bytes, bytes + size))),
});
