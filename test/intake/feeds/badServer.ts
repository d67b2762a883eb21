import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGzip } from 'node:zlib';

export const RSS = '<rss version="2.0"><channel><title>ok</title></channel></rss>';

type Route = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Sends data until the client disconnects. */
function pour(response: ServerResponse, into: NodeJS.WritableStream = response): void {
  const piece = Buffer.alloc(65_536, 'a');
  const more = () => {
    while (!response.destroyed) if (!into.write(piece)) return void into.once('drain', more);
  };
  response.on('error', () => undefined);
  more();
}

const ROUTES: Readonly<Record<string, Route>> = {
  '/ok': (_, response) => response.end(RSS),
  '/etag': ({ headers }, response) =>
    headers['if-none-match'] === '"1"' && headers['if-modified-since'] === 'Thu, 26 Nov 2026 08:00:00 GMT'
      ? response.writeHead(304, { 'retry-after': '7200' }).end()
      : response.writeHead(200, { etag: '"1"', 'last-modified': 'Thu, 26 Nov 2026 08:00:00 GMT' }).end(RSS),
  '/304': (_, response) => response.writeHead(304).end(),
  '/empty': (_, response) => response.writeHead(204).end(),
  '/login': (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<form>Log in</form>'),
  '/410': (_, response) => response.writeHead(410).end(),
  '/404': (_, response) => response.writeHead(404).end('<script>'),
  '/429': (_, response) => response.writeHead(429, { 'retry-after': '120' }).end(),
  '/503': (_, response) => response.writeHead(503).end(),
  '/to-ok': (_, response) => response.writeHead(301, { location: '/ok' }).end(),
  '/pouring-redirect': (_, response) => {
    response.writeHead(302, { location: '/ok' });
    pour(response);
  },
  '/loop': (_, response) => response.writeHead(302, { location: '/loop' }).end(),
  '/to-secret': ({ socket }, response) =>
    response.writeHead(302, { location: `http://[::1]:${socket.localPort}/ok` }).end(),
  '/to-file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/nowhere': (_, response) => response.writeHead(302).end(),
  '/endless': (_, response) => {
    pour(response);
  },
  '/bomb': (_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' });
    const packed = createGzip();
    packed.pipe(response);
    pour(response, packed);
  },
  '/not-gzip': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(RSS),
  '/drip': (_, response) => {
    const timer = setInterval(() => response.write(' '), 20);
    response.on('close', () => {
      clearInterval(timer);
    });
  },
  '/silent': () => undefined,
  '/lie-long': (_, response) => response.writeHead(200, { 'content-length': 99_999_999_999 }).write(RSS),
  '/cut': (_, response) => {
    response.writeHead(200, { 'content-length': 1000 }).write(RSS);
    setTimeout(() => response.destroy(), 20);
  },
  '/reset': ({ socket }) => socket.resetAndDestroy(),
  '/large-head': ({ socket }) => socket.end(`HTTP/1.1 200 OK\r\nX: ${'a'.repeat(1e6)}\r\n\r\n${RSS}`),
};

/** Starts a local server that does what the servers of feeds do, and worse. */
export async function startBadServer() {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const chain = /^\/chain\/(\d+)$/.exec(path)?.[1];
    if (chain !== undefined)
      response.writeHead(302, { location: chain === '0' ? '/ok' : `/chain/${Number(chain) - 1}` }).end();
    else void (ROUTES[path] ?? ROUTES['/404'])?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
