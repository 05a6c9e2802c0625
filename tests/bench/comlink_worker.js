import * as Comlink from './comlink.mjs';

Comlink.expose({ echo: (bytes) => bytes, echoTransfer: (bytes) => Comlink.transfer(bytes, [bytes.buffer]) });
