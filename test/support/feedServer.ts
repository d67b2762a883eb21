import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The server's response at a path, as set by a test. */
interface Page {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Whether the connection is cut in the middle of the body. */
  readonly isCut?: boolean;
  /** Whether the body is sent in small pieces, and never ends. */
  readonly isDripping?: boolean;
  /** Whether CORS forbids browsers to read it. */
  readonly isClosed?: boolean;
}

/**
 * Starts a local server of feeds. `PUT /path` sets the page at a path, as JSON, and `GET /path` responds with it, or
 * with `304` if the request has the page's ETag. `GET /asked` lists all requests so far, each with its headers.
 */
export async function startFeedServer(): Promise<{ readonly origin: string; stop(): Promise<void> }> {
  const pages = new Map<string, Page>();
  const asked: { path: string; headers: IncomingMessage['headers'] }[] = [];
  const server = createServer((request, response) => {
    void answer(request, response, pages, asked);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, stop: () => stop(server) };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  pages: Map<string, Page>,
  asked: { path: string; headers: IncomingMessage['headers'] }[],
): Promise<void> {
  const { method, url: path = '/', headers } = request;
  const open = {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, PUT',
    'access-control-allow-private-network': 'true',
  };
  if (method === 'OPTIONS' || method === 'PUT') {
    if (method === 'PUT') pages.set(path, JSON.parse(await bodyOf(request)) as Page);
    response.writeHead(204, open).end();
    return;
  }
  if (path === '/asked') {
    response.writeHead(200, { ...open, 'content-type': 'application/json' }).end(JSON.stringify(asked));
    return;
  }
  asked.push({ path, headers });
  const page = pages.get(path) ?? { status: 404 };
  const { body = '', isCut = false, isDripping = false, isClosed = false, status = 200 } = page;
  const given: Readonly<Record<string, string>> = { ...(!isClosed && open), ...page.headers };
  if (given['etag'] !== undefined && headers['if-none-match'] === given['etag']) {
    response.writeHead(304, given).end();
    return;
  }
  if (isCut) {
    response.writeHead(status, { ...given, 'content-length': body.length * 2 });
    response.write(body, () => request.socket.destroy());
    return;
  }
  if (isDripping) {
    response.writeHead(status, given);
    const timer = setInterval(() => response.write(' '), 50);
    response.on('close', () => {
      clearInterval(timer);
    });
    return;
  }
  response.writeHead(status, given).end(body);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const piece of request) body += String(piece);
  return body;
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) =>
    server.close(() => {
      resolve();
    }),
  );
}
