// Traces made up for tests, of any size: as the columns of a saved result, in the place of those of a real run.

/** A row of numbers that looks random and is the same every time. */
function numbers(seed) {
  let state = seed;
  return (low, high) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return low + Math.floor((state / 2 ** 32) * (high - low));
  };
}

/** One lane while it is made: events in the order of time. */
class Lane {
  constructor(name, worker = true) {
    Object.assign(this, { name, worker, kinds: [], gaps: [], values: [], peers: [], at: 0 });
  }

  add(at, kind, { value, peer } = {}) {
    this.kinds.push(kind);
    this.gaps.push(at - this.at);
    this.at = at;
    if (value !== undefined) this.values.push(value);
    if (peer !== undefined) this.peers.push(peer);
  }

  columns() {
    return {
      name: this.name, worker: this.worker, startup_ns: this.worker ? 90_000 : 0, lost: 0, kinds: this.kinds.join(''),
      gaps_ns: this.gaps.join(' '), values: this.values.join(' '), peers: this.peers.join(' '),
    };
  }
}

const trace = (lanes, gil = false) => ({
  repetition: 0, length_ns: Math.max(...lanes.map(({ at }) => at)), gil, disorder_ns: 0, lanes: lanes.map((lane) => lane.columns()),
});

/** Lanes that take turns under a GIL: of each turn a request, a hand-off and a wait. */
function underGil(lanes, events, next) {
  const all = Array.from({ length: lanes }, (_, i) => new Lane(`thread ${i + 1}`));
  for (const lane of all) lane.add(0, 'g');
  let at = 1000;
  for (let turn = 0; turn < events / 3; turn++) {
    const holder = turn % lanes;
    const asker = (turn + 1) % lanes;
    const end = at + next(2000, 8000);
    all[holder].add(at, 'r');
    all[asker].add(end - 500, 'A', { peer: holder });
    all[holder].add(end, next(0, 4) === 0 ? 'b' : 'g');
    at = end + 200;
  }
  for (const lane of all) lane.add(at, 'e');
  return trace(all, true);
}

/** Lanes that run and wait as they like, in tasks. */
function free(lanes, events, next) {
  const all = Array.from({ length: lanes }, (_, i) => new Lane(`thread ${i + 1}`));
  for (const lane of all) {
    let at = 0;
    for (let task = 0; task < events / lanes / 4; task++) {
      lane.add(at, 'r');
      lane.add(at, 'B', { value: task });
      lane.add(at += next(500, 9000), next(0, 3) === 0 ? 'l' : 'b');
      lane.add(at += next(500, 3000), 'D', { value: task });
    }
    lane.add(at, 'e');
  }
  return trace(all);
}

/** Processes that are sent their tasks one by one, and the engine. */
function withMessages(processes, events, next) {
  const all = Array.from({ length: processes }, (_, i) => new Lane(`process ${i + 1}`));
  const engine = new Lane('engine', false);
  for (const lane of all) lane.add(0, 'w');
  engine.add(0, 'w');
  let at = 1000;
  for (let task = 0; task < events / 6; task++) {
    const number = task % processes;
    const lane = all[number];
    engine.add(at, 's', { peer: number, value: 95 });
    engine.add(at + 100, 'w');
    const received = Math.max(lane.at, at + 300);
    lane.add(received, 'v', { peer: processes, value: 95 });
    lane.add(received + 200, 'r');
    lane.add(received + next(3000, 9000), 's', { peer: processes, value: 40 });
    lane.add(lane.at + 150, 'w');
    at += 2500;
  }
  for (const lane of [...all, engine]) lane.add(Math.max(lane.at, at), 'e');
  return trace([...all, engine]);
}

/**
 * A result like a real one, but with traces that have about so many events together.
 * @param {object} result of a run of all four models
 * @param {number} events @param {number} [lanes] of each model but the sequential one
 */
export function withTraces(result, events, lanes = 4) {
  const next = numbers(7);
  const traces = {
    sequential: () => free(1, events * 0.1, next),
    'threads-gil': () => underGil(lanes, events * 0.4, next),
    'threads-free': () => free(lanes, events * 0.25, next),
    processes: () => withMessages(lanes, events * 0.25, next),
  };
  return { ...result, models: result.models.map((model) => ({ ...model, trace: traces[model.model]() })) };
}

/** The same, but under every model all lanes are dense from beginning to end: the largest pictures that there are. */
export function withDenseTraces(result, events, lanes) {
  const next = numbers(11);
  return { ...result, models: result.models.map((model) => ({ ...model, trace: free(lanes, events / result.models.length, next) })) };
}

/** How many events its traces have. */
export const eventsIn = (result) => result.models.reduce((sum, { trace: { lanes } }) => sum + lanes.reduce((all, { kinds }) => all + kinds.length, 0), 0);
