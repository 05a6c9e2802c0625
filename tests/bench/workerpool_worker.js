importScripts('./workerpool.js');

workerpool.worker({ echo: (bytes) => bytes });
