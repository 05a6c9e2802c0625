import assert from 'node:assert/strict';

/**
 * Waits until something holds; fails with `what` after a second.
 * @param {() => any} holds @param {string} what
 */
export async function until(holds, what, limit = 1000) {
  for (const end = Date.now() + limit; Date.now() < end;) {
    const value = holds();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  assert.fail(`waited in vain: ${what}`);
}

/**
 * An engine that answers as it is told to: an ordinary implementation of the engine protocol.
 * `on[type](request, engine)` answers requests; `on.open` is answered by a ready notice, `on.ping` as it should be.
 */
export class FakeEngine {
  constructor(on = {}) {
    this.on = {
      open: (_message, engine) => engine.notice({ type: 'ready', models: [] }),
      ping: (_message, engine) => engine.port.postMessage({ type: 'alive' }),
      ...on,
    };
    this.received = [];
    this.ended = false;
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    this.outer = port2;
    port1.onmessage = ({ data }) => this.#receive(data);
  }

  /** The start of this engine, as `engine_session.js` wants it. */
  start({ signal, onFault }) {
    this.fault = onFault;
    signal.addEventListener('abort', () => {
      this.ended = true;
      this.port.close();
    });
    return Promise.resolve({ port: this.outer });
  }

  notice(notice) {
    this.port.postMessage({ type: 'notice', text: JSON.stringify(notice) });
  }

  #receive(message) {
    this.received.push(message);
    const said = message.type === 'request' ? JSON.parse(message.text) : message;
    this.on[said.type]?.(said, this);
  }
}

/** Takes note of what the engine asks for; starts nothing. */
export class FakeProcesses {
  started = [];
  ended = [];
  endedAll = 0;

  start(wanted, onFailed) {
    this.started.push({ ...wanted, onFailed });
  }

  end(id) {
    this.ended.push(id);
  }

  endAll() {
    this.endedAll += 1;
  }
}

/** A worker whose other side is the test. */
export class FakeWorker {
  posted = [];
  terminated = false;

  postMessage(message, transfer = []) {
    this.posted.push({ message, transfer });
  }

  terminate() {
    this.terminated = true;
  }

  say(data) {
    this.onmessage({ data });
  }

  error(message) {
    this.onerror({ message, preventDefault() {} });
  }
}
