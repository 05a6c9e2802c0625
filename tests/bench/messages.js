// Ours and the rivals, to be asked by bench.mjs: window.ours(bytes, rounds), window.rival(way, bytes, rounds);
// window.event(number) gives the nanoseconds that recording one takes.
import { EngineSession } from '../web/engine_session.js';
import { startSingle } from '../web/engine_single.js';
import { ProcessHost } from '../web/process_host.js';

const page = { cores: 1, isolated: crossOriginIsolated, system: 'bench', delays: false, origin: location.origin };
let answer = null;
let fail = null;
const next = () => new Promise((resolve, reject) => {
  answer = resolve;
  fail = (reason) => reject(new Error(reason));
});
const ready = next();
const session = new EngineSession({
  start: startSingle, processes: new ProcessHost(), page,
  onNotice: (text) => answer(JSON.parse(text)), onAlive() {}, onFault: (reason) => fail(reason),
});
const rivals = new Worker(new URL('./rivals.js', import.meta.url), { type: 'module' });
const plain = new Worker(new URL('./plain_worker.js', import.meta.url));
const { port1, port2 } = new MessageChannel();
rivals.postMessage({ toPlain: port1 }, [port1]);
plain.postMessage({ port: port2 }, [port2]);
window.ours = (size, rounds) => {
  const came = next();
  session.send(`${size} ${rounds}`);
  return came;
};
window.event = (number) => {
  const came = next();
  session.send(`events ${number}`);
  return came;
};
window.rival = (way, size, rounds) => new Promise((resolve) => {
  rivals.onmessage = ({ data }) => resolve(data);
  rivals.postMessage({ way, size, rounds });
});
await ready;
window.benchReady = true;
