// How the engine that lives on one of the runtime's threads hands its port to the window: through the
// runtime's own message to its loader, which calls the module's `onEnginePort` there.
addToLibrary({
  $labHandOver: (port) => postMessage({ cmd: 'callHandler', handler: 'onEnginePort', args: [port] }, [port]),
});
