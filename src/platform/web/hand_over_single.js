// How the engine that lives in a plain worker hands over its port: that worker's own script gets it.
addToLibrary({
  $labHandOver: (port) => Module['onEnginePort'](port),
});
