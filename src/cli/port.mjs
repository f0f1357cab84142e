import { createServer } from 'node:net';

function canListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Both, because `localhost` may be either: on one of them another program would answer instead of us. */
export async function isFree(port) {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, '::1'));
}

/** @returns the first free port from `first` on */
export async function freePort(first) {
  for (let port = first; port < first + 200 && port < 65536; port++) {
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port from ${first} on`);
}
