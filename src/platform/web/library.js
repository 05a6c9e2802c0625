// The JavaScript side of javascript.h: what the C++ of engine and worker calls. Each function runs in
// the worker whose C++ calls it.
addToLibrary({
  // Read at every event of a lane: the global's own getters would cost six times the time of the clock.
  $labClock: 'performance',
  $labOrigin: 'performance.timeOrigin',
  lab_now_ms__deps: ['$labClock', '$labOrigin'],
  lab_now_ms: () => labOrigin + labClock.now(),

  // ---- the engine's home

  $labHome: {
    /** To the window. @type {MessagePort|null} */
    port: null,
    /** To each process, by its number. @type {Map<number, MessagePort>|null} */
    processes: null,
    /** Wakes the home's own event loop. @type {MessageChannel|null} */
    turns: null,
  },

  $labReceive__deps: ['$stringToNewUTF8', '$labHome'],
  $labReceive: (event) => {
    const data = event.data;
    switch (data.type) {
      case 'open': {
        const page = data.page;
        _lab_on_open(page.cores, page.isolated, page.delays, stringToNewUTF8(page.system), stringToNewUTF8(page.origin));
        break;
      }
      case 'request':
        _lab_on_request(stringToNewUTF8(data.text));
        break;
      case 'ping':
        labHome.port.postMessage({ type: 'alive' });
        break;
      case 'process-failed':
        _lab_on_process_ended(data.id, stringToNewUTF8(data.reason));
        break;
    }
  },

  lab_home_open__deps: ['$labHome', '$labReceive', '$labHandOver'],
  lab_home_open: () => {
    const channel = new MessageChannel();
    labHome.port = channel.port1;
    labHome.port.onmessage = labReceive;
    labHome.processes = new Map();
    labHome.turns = new MessageChannel();
    labHome.turns.port1.onmessage = () => _lab_on_turn();
    labHandOver(channel.port2);
  },

  lab_home_notice__deps: ['$labHome', '$UTF8ToString'],
  lab_home_notice: (text) => labHome.port.postMessage({ type: 'notice', text: UTF8ToString(text) }),

  lab_home_turn__deps: ['$labHome'],
  lab_home_turn: () => labHome.turns.port2.postMessage(null),

  // ---- messages between home and processes

  // A buffer that a message can be posted in: making one takes longer than filling it, so the one that the last
  // message was posted or came in serves the next one of its size.
  $labSpare: 'new ArrayBuffer(0)',

  // Posts so many bytes of the memory in an array buffer. Giving a short one away costs more than copying it.
  $labPost__deps: ['$labSpare'],
  $labPost: (port, bytes, size) => {
    const message = labSpare.byteLength === size ? labSpare : new ArrayBuffer(size);
    new Uint8Array(message).set(HEAPU8.subarray(bytes, bytes + size));
    port.postMessage(message, size > 16384 ? [message] : []);
    labSpare = message;  // empty if it was given away
  },

  // Brings a message into memory that its receiver frees.
  $labTake__deps: ['$labSpare', 'malloc'],
  $labTake: (message) => {
    const bytes = _malloc(message.byteLength);
    HEAPU8.set(new Uint8Array(message), bytes);
    labSpare = message;
    return bytes;
  },

  // ---- processes, seen from the home

  lab_process_start__deps: ['$labHome', '$labTake', '$UTF8ToString'],
  lab_process_start: (id, name) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = ({ data }) => _lab_on_process_message(id, labTake(data), data.byteLength);
    labHome.processes.set(id, channel.port1);
    labHome.port.postMessage({ type: 'process', id, name: UTF8ToString(name), port: channel.port2 }, [channel.port2]);
  },

  lab_process_send__deps: ['$labHome', '$labPost'],
  lab_process_send: (id, bytes, size) => {
    const port = labHome.processes.get(id);
    if (port) labPost(port, bytes, size);
  },

  lab_process_end__deps: ['$labHome'],
  lab_process_end: (id) => {
    labHome.processes.get(id)?.close();
    labHome.processes.delete(id);
    labHome.port.postMessage({ type: 'end-process', id });
  },

  // ---- inside a process

  lab_worker_open__deps: ['$labTake'],
  lab_worker_open: () => {
    Module['receive'] = (message) => _lab_on_task(labTake(message), message.byteLength);
  },

  lab_worker_send__deps: ['$labPost'],
  lab_worker_send: (bytes, size) => labPost(Module['port'], bytes, size),

  // ---- the reader of large files

  lab_reader_open__deps: ['malloc'],
  lab_reader_open: () => {
    Module['read'] = (bytes) => {
      const copy = _malloc(bytes.length + 1);
      if (copy === 0) throw new Error('there is not enough memory');
      HEAPU8.set(bytes, copy);
      _lab_on_file(copy, bytes.length);
    };
  },
  lab_reader_progress: (share) => Module['tell']({ type: 'progress', share }),
  lab_reader_piece__deps: ['$UTF8ToString'],
  lab_reader_piece: (text, share) => Module['tell']({ type: 'piece', text: UTF8ToString(text), share }),
  lab_reader_end: () => Module['tell']({ type: 'end' }),
  lab_reader_refuse__deps: ['$UTF8ToString'],
  lab_reader_refuse: (reason, next) => Module['tell']({ type: 'refused', reason: UTF8ToString(reason), next: UTF8ToString(next) }),

  // ---- what tasks do

  lab_http_get__deps: ['$UTF8ToString', 'malloc'],
  lab_http_get: (url, timeout, largest, status, body, size) => {
    const request = new XMLHttpRequest();
    try {
      request.open('GET', UTF8ToString(url), false);
      request.responseType = 'arraybuffer';
      request.timeout = timeout;
      request.send();
    } catch (error) {
      return error.name === 'TimeoutError' ? 1 : 2;
    }
    if (request.status === 0) return 2;
    const bytes = new Uint8Array(request.response ?? new ArrayBuffer(0));
    const copy = bytes.length <= largest ? _malloc(bytes.length + 1) : 0;
    if (copy === 0) return 3;
    HEAPU8.set(bytes, copy);
    HEAP32[status >> 2] = request.status;
    HEAPU32[body >> 2] = copy;
    HEAPU32[size >> 2] = bytes.length;
    return 0;
  },

  // Nobody ever wakes this wait: it ends with its time. The shared memory is the worker's own, so it
  // exists also where shared memory cannot be sent to anybody.
  $labAlarm: null,
  lab_wait_ms__deps: ['$labAlarm'],
  lab_wait_ms: (milliseconds) => {
    labAlarm ??= new Int32Array(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer);
    Atomics.wait(labAlarm, 0, 0, milliseconds);
  },
});
