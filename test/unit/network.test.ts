// The network port and the fetching of pages against a real server on loopback: what a hostile or broken server can do.
import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { createNodeNetwork, type Lookup } from '../../server/src/node-network.ts';
import { fetchPage, type Page, type PageOptions, type PageRequest } from '../../server/src/sources/network/fetch-page.ts';
import type { ClosableNetwork } from '../../server/src/sources/network/port.ts';
import { Turns } from '../../server/src/sources/network/turns.ts';
import { page, redirect, startLoopbackServer, type LoopbackServer } from './loopback-server.ts';

const AGENT = 'Claimcheck/test (+https://example.org/claimcheck)';
let server: LoopbackServer;
let network: ClosableNetwork;

before(async () => {
  server = await startLoopbackServer();
  network = createNodeNetwork({ allowedHosts: [server.host] });
});
after(async () => {
  await network.close();
  await server.close();
});

const options = (more: Partial<PageOptions> = {}): PageOptions => ({ allowedHosts: [server.host], userAgent: AGENT, maxBytes: 100_000, timeout: 5_000, now: () => 0, ...more });
const get = (path: string, more: Partial<PageOptions> = {}, request: Partial<PageRequest> = {}) => fetchPage({ url: `${server.origin}${path}`, ...request }, network, options(more));
const textOf = (found: Page) => (found.kind === 'page' ? new TextDecoder().decode(found.body) : `${found.kind}`);

describe('a page', () => {
  it('is read with its type and validators, by a client that names itself', async () => {
    let agent: string | undefined;
    server.set('/good', (request, response) => {
      agent = request.headers['user-agent'];
      page('<p>Hello</p>', 'text/html', { etag: '"1"', 'last-modified': 'Mon, 02 Nov 2026 10:00:00 GMT' })(request, response);
    });
    const found = await get('/good');
    assert.equal(textOf(found), '<p>Hello</p>');
    assert.deepEqual(found.kind === 'page' && [found.validators, found.contentType, found.truncated, found.movedTo], [{ etag: '"1"', lastModified: 'Mon, 02 Nov 2026 10:00:00 GMT' }, 'text/html', false, undefined]);
    assert.equal(agent, AGENT);
  });

  it('is asked for with its validators, and not sent again where it is the same', async () => {
    server.set('/etag', (request, response) => void (request.headers['if-none-match'] === '"7"' ? response.writeHead(304).end() : response.writeHead(200, { etag: '"7"' }).end('new')));
    assert.equal(textOf(await get('/etag')), 'new');
    assert.equal((await get('/etag', {}, { validators: { etag: '"7"' } })).kind, 'unchanged');
  });

  for (const [name, pack] of [['gzip', gzipSync], ['br', brotliCompressSync]] as const) {
    it(`packed with ${name} is unpacked`, async () => {
      server.set(`/${name}`, page(pack('packed words'), 'text/plain', { 'content-encoding': name }));
      assert.equal(textOf(await get(`/${name}`)), 'packed words');
    });

    it(`that is a ${name} bomb is read to the limit and no further`, async () => {
      server.set(`/bomb-${name}`, page(pack(new Uint8Array(50_000_000)), 'text/plain', { 'content-encoding': name }));
      const before = process.memoryUsage().arrayBuffers;
      const found = await get(`/bomb-${name}`);
      assert.ok(found.kind === 'page' && found.truncated && found.body.length === 100_000);
      assert.ok(process.memoryUsage().arrayBuffers - before < 40_000_000, 'the bomb was unpacked');
    });
  }

  it('that says it is packed and is not cannot be read', async () => {
    server.set('/lie', page('not packed', 'text/plain', { 'content-encoding': 'gzip' }));
    const found = await get('/lie');
    assert.deepEqual([found.kind, 'message' in found && found.message], ['gone', 'The server’s answer cannot be read.']);
  });

  it('that is huge is read to the limit', async () => {
    server.set('/huge', page(new Uint8Array(3_000_000), 'text/plain'));
    const found = await get('/huge');
    assert.ok(found.kind === 'page' && found.truncated && found.body.length === 100_000);
  });

  it('that never ends is read to the limit', { timeout: 10_000 }, async () => {
    server.set('/endless', (_, response) => {
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(10_000)));
      };
      response.on('drain', more);
      more();
    });
    const found = await get('/endless');
    assert.ok(found.kind === 'page' && found.truncated);
  });

  for (const [name, answer] of [['never answers', () => undefined], ['stops in the middle', (_: unknown, response: ServerResponse) => void response.writeHead(200).write('half')]] as const) {
    it(`that ${name} is given up in time`, { timeout: 10_000 }, async () => {
      server.set(`/${name.replaceAll(' ', '-')}`, answer);
      const found = await get(`/${name.replaceAll(' ', '-')}`, { timeout: 300 });
      assert.deepEqual([found.kind, 'message' in found && found.message], ['gone', 'There was no whole answer within 0 seconds.']);
    });
  }

  it('that a server breaks off is a link that fails', async () => {
    server.set('/broken', (_, response) => void response.writeHead(200, { 'content-length': '100' }).write('half', () => response.destroy()));
    assert.equal((await get('/broken')).kind, 'gone');
  });

  it('is given up at once when it is cancelled', { timeout: 10_000 }, async () => {
    server.set('/slow', () => undefined);
    const controller = new AbortController();
    const found = get('/slow', { timeout: 60_000 }, { signal: controller.signal });
    controller.abort();
    assert.equal((await found).kind, 'cancelled');
    assert.equal((await get('/good', {}, { signal: controller.signal })).kind, 'cancelled');
  });
});

describe('a status', () => {
  const cases: readonly (readonly [number, Page['kind'], Record<string, string>?])[] = [
    [404, 'gone'], [410, 'gone'], [500, 'gone'], [400, 'gone'], [401, 'closed'], [403, 'closed'], [405, 'closed'], [429, 'closed', { 'retry-after': '30' }], [451, 'closed'], [503, 'closed', { 'retry-after': 'Thu, 01 Jan 1970 00:01:00 GMT' }], [301, 'gone'], [204, 'page'],
  ];
  for (const [status, kind, headers] of cases) {
    it(`${status} is ${kind}`, async () => {
      server.set(`/status-${status}`, (_, response) => void response.writeHead(status, headers).end());
      const found = await get(`/status-${status}`);
      assert.equal(found.kind, kind);
      if (headers) assert.equal('retryAfter' in found && found.retryAfter, status === 429 ? 30 : 60);
    });
  }
});

describe('a redirect', () => {
  it('for good tells where the page is now', async () => {
    server.set('/new', page('here'));
    server.set('/old', redirect(301, '/new'));
    server.set('/older', redirect(308, '/old'));
    const found = await get('/older');
    assert.deepEqual(found.kind === 'page' && [found.url, found.movedTo], [`${server.origin}/new`, `${server.origin}/new`]);
  });

  it('for now does not', async () => {
    server.set('/today', redirect(302, '/new'));
    server.set('/partly', redirect(301, '/today'));
    const today = await get('/today');
    assert.deepEqual(today.kind === 'page' && [today.url, today.movedTo], [`${server.origin}/new`, undefined]);
    const partly = await get('/partly');
    assert.deepEqual(partly.kind === 'page' && partly.movedTo, `${server.origin}/today`);
  });

  it('in a circle ends', async () => {
    server.set('/round', redirect(302, '/about'));
    server.set('/about', redirect(302, '/round'));
    const before = server.asked.length;
    assert.equal((await get('/round')).kind, 'gone');
    assert.equal(server.asked.length - before, 6);
  });

  for (const target of ['http://127.0.0.1:1/', 'http://169.254.169.254/latest', 'http://[::1]/', 'http://2130706433/', 'file:///etc/passwd', 'http://localhost/', 'http://0x7f.1/']) {
    it(`to ${target} is not followed`, async () => {
      server.set('/inward', redirect(302, target));
      const found = await get('/inward');
      assert.equal(found.kind, 'refused');
    });
  }

  it('keeps the validators to the address that they are of', async () => {
    let sent: string | undefined;
    server.set('/target', (request, response) => {
      sent = request.headers['if-none-match'];
      response.end('x');
    });
    server.set('/hop', redirect(302, '/target'));
    await get('/hop', {}, { validators: { etag: '"7"' } });
    assert.equal(sent, undefined);
    await get('/hop', {}, { validators: { of: `${server.origin}/target`, etag: '"7"' } });
    assert.equal(sent, '"7"');
  });

  it('says which address they are of', async () => {
    server.set('/target', page('x', 'text/html', { etag: '"7"' }));
    server.set('/hop', redirect(301, '/target'));
    const [direct, led] = [await get('/target'), await get('/hop')];
    assert.deepEqual([direct, led].map(found => found.kind === 'page' && found.validators), [{ etag: '"7"' }, { of: `${server.origin}/target`, etag: '"7"' }]);
  });
});

describe('a name', () => {
  const resolving = (...addresses: string[]): Lookup => (_, __, callback) => callback(null, addresses.map(address => ({ address, family: address.includes(':') ? 6 : 4 })));
  for (const addresses of [['127.0.0.1'], ['::1'], ['10.0.0.7'], ['169.254.169.254'], ['::ffff:127.0.0.1'], ['8.8.8.8', '127.0.0.1']]) {
    it(`that stands for ${addresses.join(' and ')} is not connected to`, async () => {
      const guarded = createNodeNetwork({ lookup: resolving(...addresses) });
      const found = await fetchPage({ url: `http://rebinding.example:${new URL(server.origin).port}/good` }, guarded, options({ allowedHosts: [] }));
      await guarded.close();
      assert.equal(found.kind, 'refused');
      assert.match('message' in found ? found.message : '', /private/);
    });
  }

  it('that nobody knows is a link that fails', async () => {
    const none = createNodeNetwork({ lookup: (_, __, callback) => callback(Object.assign(new Error('no'), { code: 'ENOTFOUND' }), []) });
    const found = await fetchPage({ url: 'https://no-such-host.example/' }, none, options());
    await none.close();
    assert.deepEqual([found.kind, 'message' in found && found.message], ['gone', 'There is no server of that name.']);
  });

  it('is held to be public behind a proxy too', async () => {
    const proxied = createNodeNetwork({ proxy: server.origin, lookup: resolving('10.0.0.7') });
    const found = await fetchPage({ url: 'http://inward.example/' }, proxied, options());
    await proxied.close();
    assert.equal(found.kind, 'refused');
  });
});

describe('turns', () => {
  it('ask a host for its robots.txt once, and keep to it', async () => {
    server.set('/robots.txt', page('User-agent: Claimcheck\nDisallow: /closed\n', 'text/plain'));
    server.set('/closed', page('closed'));
    const turns = new Turns(network, { pause: 0, userAgent: AGENT, timeout: 5_000 });
    const before = server.asked.length;
    const admit: PageOptions['admit'] = (url, signal) => turns.admit(url, signal);
    const [open, closed] = [await get('/good', { admit }), await get('/closed', { admit })];
    assert.equal(open.kind, 'page');
    assert.deepEqual([closed.kind, 'message' in closed && closed.message], ['closed', 'The site asks programs not to read this page (robots.txt).']);
    assert.deepEqual(server.asked.slice(before), ['/robots.txt', '/good']);
  });

  it('pass one after another for one host, and end at once when they are given up', { timeout: 10_000 }, async () => {
    const turns = new Turns(network, { pause: 60_000, userAgent: AGENT, timeout: 5_000 });
    const controller = new AbortController();
    const url = new URL(server.origin);
    await turns.wait(url, controller.signal);
    const second = turns.wait(url, controller.signal);
    controller.abort();
    await second;
  });
});
