// Fingers on the canvas, before SDL hears of them. In a frame one that can move nothing in the panel that way moves the page around it,
// as the wheel does.
addToLibrary({
  $pageTouch__deps: ['$panelPage'],
  $pageTouch: {
    from: null,  // where the only finger came down
    mover: '',   // what the fingers move until all of them are lifted: 'panel' or 'page'; '' until the first one moves

    listen(canvas) {
      // The rest of a touch is ours. Elsewhere there is nothing around the panel to be moved.
      if (panelPage.isFramed()) canvas.style.touchAction = 'pan-y';
      for (const type of ['start', 'move', 'end', 'cancel']) canvas.addEventListener(`touch${type}`, pageTouch[type], {capture: true, passive: false});
      canvas.addEventListener('contextmenu', (event) => event.pointerType === 'touch' && event.preventDefault());
    },

    start(event) {
      if (event.targetTouches.length > 1) {
        pageTouch.mover ||= 'panel';
        return;
      }
      pageTouch.from = event.targetTouches[0];
      pageTouch.mover = panelPage.isFramed() ? '' : 'panel';
      if (panelPage.isFramed()) event.preventDefault = () => {};  // SDL's would keep the page from moving
    },

    move(event) {
      pageTouch.mover ||= pageTouch.moverFor(event.targetTouches[0]);
      if (pageTouch.mover === 'page') event.stopImmediatePropagation();
      if (pageTouch.mover === 'panel' && event.cancelable) event.preventDefault();
    },

    /** The browser asks with the first movement, and only then. */
    moverFor({clientX, clientY}) {
      const up = pageTouch.from.clientY - clientY;
      const across = Math.abs(pageTouch.from.clientX - clientX);
      if (up === 0 && across === 0) return '';
      if (Math.abs(up) <= across || panelPage.call('panel_finger_moves', up)) return 'panel';
      panelPage.call('panel_let_go');
      return 'page';
    },

    /** SDL would keep the browser from what it has done already, and that would complain. */
    end(event) {
      if (!event.cancelable) event.preventDefault = () => {};
    },

    /** The browser took the fingers away; SDL would have them lifted, which presses. */
    cancel() {
      panelPage.call('panel_let_go');
    },
  },
});
