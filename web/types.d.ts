// Types that more than one module uses. For the check (jsconfig.json) and for editors only: the page does not get this file.

/** What went wrong, as "failed" notices carry it. */
interface Failure {
  code: string;
  /** What happened, one sentence. */
  message: string;
  /** What to do about it. */
  next?: string;
  /** The setting at fault. */
  field?: string;
}

/** What an engine is told about the page, src/platform/web/page.h. */
interface Page {
  /** Logical cores, at least 1. */
  cores: number;
  isolated: boolean;
  /** Browser and operating system. */
  system: string;
  /** The page's server answers delay/<ms>/posts/<n>.json. */
  delays: boolean;
  /** Base URL of the page, ends in "/". */
  origin: string;
}

/** What may slow the page down. */
interface PageConditions {
  hidden: boolean;
  on_battery: boolean;
}

/** A setting that an experiment uses. */
interface SettingInUse {
  setting: string;
  /** As text; "auto": it may be left to the plan, and is unless something else is asked for. */
  default: string;
  /** Of numbers: the range here. */
  least: number | null;
  most: number | null;
}

interface ExperimentEntry {
  /** Its name in requests. */
  experiment: string;
  label: string;
  /** What kind it is, in a word or two. */
  tag: string;
  /** What a newcomer would ask. */
  question: string;
  about: string;
  settings: SettingInUse[];
  /** What a sweep of it varies, and what its chart shows: the horizontal axis, the heading, the vertical axis. */
  sweep: { setting: string; label: string; heading: string; measured: string };
}

interface SettingEntry {
  /** Its name on the command line and in addresses; in experiments `_` stands for `-`. */
  setting: string;
  label: string;
  unit: string;
  help: string;
  /** "choices": any of them; "decimals" are separated by commas, "texts" by spaces. */
  kind: 'integer' | 'decimal' | 'flag' | 'choices' | 'decimals' | 'texts';
  /** Of numbers: the part of the range in which people turn it by hand; null: all of it. */
  hand_least: number | null;
  hand_most: number | null;
  choices: { choice: string; label: string }[];
}

interface ModelStatus {
  model: string;
  label: string;
  meaning: string;
  available: boolean;
  /** Why it is not available. */
  reason: string;
  /** What a worker is here. */
  workers: string;
  /** What sentences call one of them, and several. */
  worker_one: string;
  worker_many: string;
  /** Part of a run unless others are asked for. */
  usual: boolean;
  /** Its place in a palette; 0: grey. */
  colour: number;
}

interface Environment {
  platform: string;
  /** "threads" or "single"; "none" where no engine runs. */
  build: string;
  system: string;
  compiler: string;
  lab_version: string;
  cores: number;
  timer_step_s: number;
  isolated: boolean;
  delays: boolean;
  optimised: boolean;
}

/** The part of a result or a sweep that the page itself reads. */
interface Result {
  /** What was found, in a headline. */
  answer: string;
  /** Why it is so, in a sentence or two. */
  reason: string;
}

/** All that those need who show the laboratory, in the order in which people are shown it. */
interface ReadyNotice {
  type: 'ready';
  /** Of all texts, a tag of BCP 47. */
  language: string;
  environment: Environment;
  experiments: ExperimentEntry[];
  settings: SettingEntry[];
  models: ModelStatus[];
}

/** What every notice of a run or a sweep has. */
interface RunNotice {
  /** The host's number. */
  run: number;
  model?: string;
}

interface CourseNotice extends RunNotice {
  type: 'started' | 'sweep-started' | 'calibrated' | 'trial-started' | 'trace-grown' | 'point-done';
}

interface TrialDoneNotice extends RunNotice {
  type: 'trial-done';
  /** Trials finished so far, of `trials`. */
  done: number;
  trials: number;
  /** The model's figures up to here. */
  so_far?: object;
}

interface FinishedNotice extends RunNotice {
  type: 'finished' | 'sweep-finished';
  result: Result;
}

interface FailedNotice extends RunNotice {
  type: 'failed';
  error: Failure;
  /** What had been measured before. */
  measured?: object[];
}

interface CancelledNotice extends RunNotice {
  type: 'cancelled';
}

type EndNotice = FinishedNotice | FailedNotice | CancelledNotice;

/** What the engine says, src/messages/messages.h. */
type Notice = ReadyNotice | CourseNotice | TrialDoneNotice | EndNotice;

interface RunRequest {
  type: 'run' | 'sweep';
  run: number;
  experiment: object;
}

/** What the engine is asked. */
type EngineRequest = RunRequest | { type: 'cancel' } | { type: 'describe'; language?: string } | ({ type: 'conditions' } & PageConditions);

/** What the window is asked by the engine's side, see engine_session.js. */
interface WantedProcess {
  id: number;
  name: string;
  /** Becomes the worker's. */
  port: MessagePort;
}

type FromEngine =
  | { type: 'notice'; text: string }
  | { type: 'alive' }
  | ({ type: 'process' } & WantedProcess)
  | { type: 'end-process'; id: number };

/** An engine that has started. Its port speaks the engine protocol (see engine_session.js). */
interface RunningEngine {
  port: MessagePort;
}

/** How an engine is started: `onFault` gets what fails after the start, an aborted `signal` ends it at any stage. */
interface EngineStart {
  signal: AbortSignal;
  onFault: (reason: string) => void;
}

/** What a reader of large files says, see shell/window. */
type FromReader =
  | { type: 'progress'; share: number }
  | { type: 'piece'; text: string; share: number }
  | { type: 'refused'; reason: string; next: string }
  | { type: 'failed'; reason: string }
  | { type: 'end' };

/** Where some browsers tell of the battery. */
interface Battery extends EventTarget {
  charging: boolean;
}

interface Navigator {
  getBattery?: () => Promise<Battery>;
  userAgentData?: { brands?: { brand: string; version: string }[]; platform?: string };
}

interface Window {
  speedupLab: import('./script_interface.js').ScriptInterface;
}

// What emcc builds. Each gets its own options and gives back its own program.

declare module '*/wasm/panel.js' {
  type Panel = import('./panel_page.js').Panel;
  export default function createPanel(options: object): Promise<Panel & { failure?: { message: string; next: string } }>;
}

declare module '*/wasm/engine-single.js' {
  export default function createEngine(options: {
    onEnginePort: (port: MessagePort) => void;
    onAbort: (what: unknown) => void;
  }): Promise<object>;
}

declare module '*/wasm/worker.js' {
  export interface Program {
    receive(data: ArrayBuffer): void;
  }
  export default function createWorker(options: object): Promise<Program>;
}

declare module '*/wasm/reader.js' {
  export default function createReader(options: {
    tell: (said: FromReader) => void;
    onAbort: (what: unknown) => void;
  }): Promise<{ read(bytes: Uint8Array): void }>;
}

// What stands in index.html.

interface PageElements {
  'by-hand': HTMLDialogElement;
  'by-hand-close': HTMLButtonElement;
  'by-hand-label': HTMLElement;
  'by-hand-text': HTMLTextAreaElement;
  canvas: HTMLCanvasElement;
  file: HTMLInputElement;
  message: HTMLElement;
  'message-address': HTMLElement;
  'message-close': HTMLButtonElement;
  'message-own-tab': HTMLAnchorElement;
  'message-reload': HTMLButtonElement;
  'message-text': HTMLElement;
  status: HTMLElement;
  'text-run': HTMLElement;
  'text-run-answer': HTMLElement;
  'text-run-cancel': HTMLButtonElement;
  'text-run-progress': HTMLProgressElement;
  'text-run-run': HTMLButtonElement;
}

interface Document {
  getElementById<Id extends keyof PageElements>(id: Id): PageElements[Id];
}
