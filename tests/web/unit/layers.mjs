// The rooms of the house and what each may include: only downward arrows. "room" stands for the whole
// room and everything that it may use itself; a path stands for that header alone.

export const ROOMS = {
  'src/base': [],
  'src/words': ['base'],
  'src/platform': ['words'],
  'src/trace': ['platform'],
  'src/gil': ['trace', 'platform'],
  'src/workload': ['gil', 'platform'],
  'src/experiment': ['workload'],
  'src/model': ['experiment', 'workload', 'gil', 'trace', 'platform'],
  'src/stats': ['trace'],
  'src/explain': ['stats'],
  'src/messages': ['experiment', 'explain'],
  'src/engine': ['messages', 'model', 'stats'],
  'src/report': ['messages'],
  'src/code': ['experiment'],
  'shell/view': ['messages', 'report', 'code'],
  'shell/toolkit': ['experiment'],
  'shell/timeline': ['shell/view', 'shell/toolkit'],
  'shell/panel': ['shell/timeline'],
  'shell/window': ['shell/panel', 'messages'],
  'shell/validate': ['model', 'stats', 'report'],
  'shell/cli': ['engine', 'report', 'code', 'shell/validate', 'shell/window'],
  'shell/worker': ['workload', 'trace', 'model/message.h'],
};

/** The one file in which window and engine meet natively, and who it may know besides its room's. */
const MEETING = { pattern: /^shell\/(window|cli)\/\w*_(native|command)\.(cc|h)$/, uses: ['engine', 'report', 'code', 'shell/window'] };

const ONLY_IN = [
  { what: /\bimgui\w*\.h$|^backends\//, where: /^shell\/(toolkit|timeline|panel|window)\//, says: 'Dear ImGui only in shell/toolkit, shell/timeline, shell/panel and shell/window' },
  { what: /^(SDL2\/)?SDL\w*\.h$/, where: /^shell\/window\//, says: 'SDL only in shell/window' },
  { what: /^emscripten(\/|\.h$)/, where: /^src\/platform\/web\/|_web\.cc$/, says: 'Emscripten only in src/platform/web and *_web.cc' },
  {
    what: /^platform\/web\//, where: /^src\/platform\/web\/|_web\.cc$/,
    says: 'a platform\'s own headers only on that platform',
  },
  {
    what: /^platform\/native\//, where: /^src\/platform\/native\/|^shell\/(cli|validate|worker)\/|_native\.cc$/,
    says: 'a platform\'s own headers only on that platform',
  },
];

const PLATFORM_MACRO = /\b(__EMSCRIPTEN\w*__|_WIN32|_WIN64)\b/;
const PLATFORM_PLACES = /^src\/platform\/web\/|_web\.cc$/;

/**
 * @param {string} path of a C++ file, from the root of the repository
 * @param {string} text its content
 * @returns {string[]} what is wrong, a sentence for each line at fault
 */
export function faults(path, text) {
  return text.split('\n').flatMap((line, i) =>
    faultsOfLine(path, line).map((what) => `${path}:${i + 1}: ${what}: ${line.trim()}`));
}

function faultsOfLine(path, line) {
  const found = [];
  if (PLATFORM_MACRO.test(line) && !PLATFORM_PLACES.test(path)) found.push('a platform is a file, not an #ifdef');
  const [, bracket, included] = /^\s*#\s*include\s*([<"])([^">]+)[">]/.exec(line) ?? [];
  if (!included) return found;
  for (const { what, where, says } of ONLY_IN) {
    if (what.test(included) && !where.test(path)) found.push(says);
  }
  if (bracket === '"' && !mayInclude(path, included)) found.push(`${roomOf(path)} may not use ${included}`);
  return found;
}

function mayInclude(path, included) {
  const room = roomOf(path);
  if (room === null) return false;
  const target = roomOf(included) ?? roomOf(`src/${included}`);
  if (target === null || target === room) return !included.startsWith('.');
  const uses = MEETING.pattern.test(path) ? [...ROOMS[room], ...MEETING.uses] : ROOMS[room];
  return reaches(uses, included, target);
}

function reaches(uses, included, target) {
  return uses.some((use) => {
    if (use.endsWith('.h')) return use === included;
    const name = use.startsWith('shell/') ? use : `src/${use}`;
    return name === target || reaches(ROOMS[name], included, target);
  });
}

/** @returns {string|null} the room that a path lies in; null for what belongs to others */
function roomOf(path) {
  const room = path.split('/').slice(0, 2).join('/');
  return room in ROOMS ? room : null;
}

/** Whether a text reads the folder of papers beside the checkout, which others do not have. */
export function readsOutside(text) {
  return /(\.\.\/|\/work\/)shared\b/.test(text);
}
