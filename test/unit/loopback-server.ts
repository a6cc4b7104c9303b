// A web server on loopback that serves what a test wants: good, moved, gone, slow, endless, huge, packed and lying pages.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface LoopbackServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** `127.0.0.1:PORT`, as it is allowed. */
  readonly host: string;
  /** The paths that were asked for, in order. */
  readonly asked: string[];
  /** The most requests that were open at once. */
  readonly mostAtOnce: () => number;
  set(path: string, answer: Answer): void;
  close(): Promise<void>;
}

export async function startLoopbackServer(): Promise<LoopbackServer> {
  const answers = new Map<string, Answer>();
  const asked: string[] = [];
  let open = 0;
  let most = 0;
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    most = Math.max(most, ++open);
    response.once('close', () => open--);
    const answer = answers.get(path.split('?')[0]!);
    if (answer) answer(request, response);
    else response.writeHead(404).end('none');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    asked,
    mostAtOnce: () => most,
    set: (path, answer) => void answers.set(path, answer),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Answers with a body and its type. */
export function page(body: string | Uint8Array, contentType = 'text/html; charset=utf-8', headers: Record<string, string> = {}): Answer {
  return (_, response) => void response.writeHead(200, { 'content-type': contentType, ...headers }).end(body);
}

/** Leads on to another address. */
export function redirect(status: number, location: string): Answer {
  return (_, response) => void response.writeHead(status, { location }).end();
}
