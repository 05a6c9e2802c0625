/**
 * What the page itself says in a browser: before and beside the panel, and where there is none. As the C++ texts beside it:
 * whole sentences, with the values that are named. A `reason` is a clause: it begins in lower case, and the sentence around it ends it.
 */

// ---- what this browser or page lacks

export const useCurrentBrowser = 'Use a current version of Firefox, Chrome, Edge or Safari.';
export const noWebAssembly = 'This browser has no WebAssembly.';
export const noSimd = 'This browser has no WebAssembly SIMD.';
export const simdSince = 'Use Chrome or Edge 91, Firefox 89, Safari 16.4 or newer.';
export const noWorkers = 'This page is in a sandbox that forbids workers.';
export const ownTab = 'Open it in a tab of its own.';
export const insecure = 'Browsers allow threads only on pages opened over https or from this machine. Open it over https.';
export const notIsolated = 'This page has no shared memory, which threads need. Its server must send ' +
    'Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp.';
export const notIsolatedInFrame = `${notIsolated} It may work in a tab of its own.`;
export const noSharedMemory = `This browser does not let workers share memory (no SharedArrayBuffer). ${useCurrentBrowser}`;
export const noWebGl = 'This browser shows no WebGL, which the picture needs. It may be switched off in the settings (hardware acceleration) or ' +
    'blocked by an extension.';
export const unknownBrowser = 'an unknown browser';
/** @param {string} build */
export const unknownBuild = (build) => `The address asks for build=${build}, which is neither threads nor single; it was ignored.`;
export const singleAskedFor = 'The address asks for the build without threads. Remove build=single from it.';

// ---- starting

export const reload = 'Reload the page. If that does not help, try another browser.';
export const capabilitiesFailed = 'The page could not find out what this browser can do.';
export const panelNotStarted = 'The panel could not be started.';
export const panelNotLoaded = 'The panel could not be loaded.';
export const pictureGone = 'The browser has stopped drawing this page: it has taken WebGL away.';
/** @param {string} answer */
export const lastAnswer = (answer) => `The last answer: ${answer}`;
/** @param {string} reason */
export const addressNotFollowed = (reason) => `The address bar could not follow the settings (${reason}).`;

// ---- the engine

/** @param {string} reason */
export const engineNotStarted = (reason) => `The engine could not be started: ${reason}.`;
/** @param {string} reason */
export const threadsNotStarted = (reason) => `The engine with threads could not be started: ${reason}. Reload the page to try again.`;
/** @param {string} reason */
export const engineEnded = (reason) => `The engine was ended: ${reason}.`;
/** @param {string} reason */
export const stoppedInRun = (reason) => `The engine stopped in the middle of the run: ${reason}.`;
/** @param {string} reason */
export const stoppedBeforeRun = (reason) => `The engine stopped before the run began: ${reason}.`;
export const runAgain = 'It has been restarted. Run again.';

// ---- reasons why the engine, a process or the reader of files failed

export const silent = 'it does not respond';
/** @param {number} seconds */
export const startTooSlow = (seconds) => `it did not start within ${seconds} s`;
/** @param {number} seconds */
export const cancelTooSlow = (seconds) => `it did not cancel within ${seconds} s`;
export const noticeNotJson = 'it sent a notice that is not JSON';
/** @param {string} type */
export const unknownMessage = (type) => `it sent a message of unknown type (${type})`;
export const workerFailed = 'its worker failed';
export const workerDied = 'its worker died';
/** @param {string} script */
export const scriptNotLoaded = (script) => `its script ${script} could not be loaded`;
export const notLoaded = 'it could not be loaded';
export const endedWhileLoading = 'it was ended while it loaded';
export const aborted = 'it aborted';
export const failed = 'it failed';
export const stopped = 'it stopped';
export const threadFailed = 'one of its threads failed';
export const programNotStarted = 'its program could not be started';
export const messageUnreadable = 'a message to it could not be read';
/** @param {string} file */
export const notFetched = (file) => `${file} could not be fetched`;
/** @param {string} file @param {number} status */
export const notFetchedStatus = (file, status) => `${file} could not be fetched (status ${status})`;
/** @param {string} file */
export const doesNotFit = (file) => `${file} does not fit this page`;
export const readerStopped = 'its reader stopped';
export const readerNotStarted = 'its reader could not be started';
export const unnamedError = 'an unnamed error';

// ---- files that are opened; the panel puts the file's name before it

export const tooLarge = 'it is larger than 64 MB.';
/** @param {string} reason */
export const unreadable = (reason) => `it cannot be read (${reason}).`;
export const unreadableWithoutReader = 'it cannot be read, because a part of the page could not be loaded.';
export const openSavedFile = 'Open a file that Speedup Lab saved.';
export const openWithProgram = 'Open it with the program.';
export const reloadAndRetry = 'Reload the page and try again.';
export const readerFailed = 'The reader of files failed.';
/** @param {number} status */
export const serverAnswers = (status) => `the server answers ${status}`;
/** @param {string} reason */
export const recordingNotFetched = (reason) => `The recorded run could not be fetched (${reason}). Try again, or reload the page.`;

// ---- saving, copying, links

export const picturesChanged = 'This browser changes pictures that pages make, to prevent fingerprinting. Take a screenshot instead.';
export const noPng = 'The browser could not make a PNG of the picture. Take a screenshot instead.';
/** @param {string} name */
export const offered = (name) => `Offered as a download: ${name}.`;
/** @param {string} name */
export const offeredInFrame = (name) =>
  `Offered as a download: ${name}. If nothing arrives, this frame forbids downloads: copy instead, or open the page in a tab of its own.`;
export const copied = 'Copied';
export const notCopied = 'Not copied: this browser keeps the page from the clipboard. Copy the text by hand from the box.';
export const copyTextByHand = 'Copy this text by hand:';
export const copyAddressByHand = 'Copy this address by hand, and open it in a tab of its own:';
export const noNewTab = 'Not opened: this frame may not open tabs. Copy the address by hand from the box.';

// ---- what scripts are told

export const cancelled = 'The run was cancelled.';
/** @param {string} reason */
export const experimentNotJson = (reason) => `The experiment is not JSON text: ${reason}.`;
export const experimentNoObject = 'An experiment is an object of settings by name.';
/** @param {string} reason */
export const experimentNotWritable = (reason) => `The experiment cannot be written as JSON: ${reason}.`;
export const passAnExperiment = 'Pass an object like {experiment: "count", workers: 2}, or the same as JSON text.';
