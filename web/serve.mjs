// The dev server: `node web/serve.mjs --help`. Node 18 or newer, nothing else.
import { parseArguments, USAGE } from './server/arguments.mjs';
import { createSite } from './server/site.mjs';

const HOST = '127.0.0.1';

const options = parseArguments(process.argv.slice(2));
if ('help' in options) {
  process.stdout.write(USAGE);
} else if ('error' in options) {
  process.stderr.write(`${options.error}\n\n${USAGE}`);
  process.exitCode = 2;
} else {
  serve(options);
}

/** @param {import('./server/arguments.mjs').Options} options */
function serve({ port, ...site }) {
  const server = createSite(site);
  server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
    process.stderr.write(`${sentence(error, port)}\n`);
    process.exitCode = 1;
  });
  server.listen(port, HOST, () => console.log(`serving http://${HOST}:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/`));
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      server.close();
      server.closeAllConnections();
    });
  }
}

/** @param {NodeJS.ErrnoException} error @param {number} port */
function sentence(error, port) {
  if (error.code === 'EADDRINUSE') return `Port ${port} is in use: choose another with --port, or --port 0 for a free one.`;
  if (error.code === 'EACCES') return `Port ${port} may not be opened by you: choose one above 1023 with --port.`;
  return `The server failed: ${error.message}.`;
}
