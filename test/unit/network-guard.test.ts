// The addresses that a source check may ask for, in every spelling that leads to a private one.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isAllowed, isPublicAddress, readUrl } from '../../server/src/sources/network/guard.ts';

const refused = [
  ['loopback', 'http://127.0.0.1/'], ['without zeros', 'http://127.1/'], ['decimal', 'http://2130706433/'], ['hexadecimal', 'http://0x7f000001/'], ['hexadecimal parts', 'http://0x7f.0.0.1/'],
  ['octal', 'http://0177.0.0.1/'], ['full-width digits', 'http://１２７.0.0.1/'], ['percent-encoded', 'http://%31%32%37.0.0.1/'], ['zero', 'http://0/'], ['unspecified', 'http://0.0.0.0/'],
  ['private A', 'http://10.1.2.3/'], ['private B', 'http://172.16.0.1/'], ['private C', 'http://192.168.1.1/'], ['carrier', 'http://100.64.0.1/'], ['link-local', 'http://169.254.10.10/'],
  ['metadata', 'http://169.254.169.254/latest/meta-data/'], ['metadata in decimal', 'http://2852039166/'], ['Azure’s wire server', 'http://168.63.129.16/'], ['multicast', 'http://224.0.0.1/'],
  ['broadcast', 'http://255.255.255.255/'], ['IPv6 loopback', 'http://[::1]/'], ['IPv6 unspecified', 'http://[::]/'], ['mapped', 'http://[::ffff:127.0.0.1]/'], ['mapped in hexadecimal', 'http://[::ffff:7f00:1]/'],
  ['IPv4-compatible', 'http://[::10.0.0.1]/'], ['NAT64', 'http://[64:ff9b::7f00:1]/'], ['6to4', 'http://[2002:7f00:1::]/'], ['Teredo', 'http://[2001:0:1::]/'], ['IPv6 link-local', 'http://[fe80::1]/'],
  ['unique local', 'http://[fd00:ec2::254]/'], ['localhost', 'http://localhost/'], ['localhost in capitals', 'http://LOCALHOST:8080/'], ['localhost with a dot', 'http://localhost./'], ['below localhost', 'http://a.localhost/'],
  ['address with a dot', 'http://127.0.0.1./'], ['a bare name', 'http://intranet/'], ['a local name', 'http://printer.local/'], ['an internal name', 'http://metadata.google.internal/'],
  ['user name', 'http://example.org@127.0.0.1/'], ['user name before a public host', 'http://name@example.org/'], ['password', 'https://a:b@example.org/'],
  ['file', 'file:///etc/passwd'], ['ftp', 'ftp://example.org/'], ['gopher', 'gopher://example.org/'], ['javascript', 'javascript:alert(1)'], ['data', 'data:text/html,x'],
  ['a mail port', 'http://example.org:25/'], ['a shell port', 'http://example.org:22/'], ['no address', 'example.org'], ['a broken port', 'http://example.org:99999/'], ['too long', `https://example.org/${'a'.repeat(5000)}`],
] as const;

describe('addresses that are asked', () => {
  for (const [name, url] of refused) {
    it(`refuses ${name}: ${url.slice(0, 50)}`, () => {
      const read = readUrl(url, []);
      assert.ok('refusal' in read, `${url} would be asked as ${'href' in read ? read.href : ''}`);
      assert.match(read.refusal, /^[A-Z].*[.a-z:]$/);
    });
  }

  for (const url of ['https://example.org/a?b=c', 'http://example.org:8080/', 'http://8.8.8.8/', 'http://[2606:4700::1111]/', 'https://bücher.example/']) {
    it(`asks ${url}`, () => assert.ok(readUrl(url, []) instanceof URL));
  }

  it('sends no fragment', () => assert.equal(String(readUrl('https://example.org/a#b', [])), 'https://example.org/a'));

  it('asks a private host that is allowed, on its port alone where one is named', () => {
    assert.ok(readUrl('http://127.0.0.1:8080/', ['127.0.0.1:8080']) instanceof URL);
    assert.ok('refusal' in readUrl('http://127.0.0.1:8081/', ['127.0.0.1:8080']));
    assert.ok(readUrl('http://wiki/', ['wiki']) instanceof URL);
    assert.ok(readUrl('http://[::1]/', ['[::1]']) instanceof URL);
    assert.ok(readUrl('http://a.desk.internal/', ['*.desk.internal']) instanceof URL);
    assert.ok('refusal' in readUrl('http://evildesk.internal/', ['*.desk.internal']));
  });

  it('allows no other scheme and no password, whatever the host', () => {
    assert.ok('refusal' in readUrl('file://wiki/etc/passwd', ['wiki']));
    assert.ok('refusal' in readUrl('http://a:b@wiki/', ['wiki']));
  });

  it('reads the port of an allowed host as the scheme’s own where none is written', () => {
    assert.equal(isAllowed(new URL('https://wiki/'), ['wiki:443']), true);
    assert.equal(isAllowed(new URL('http://wiki/'), ['wiki:443']), false);
  });
});

describe('public addresses', () => {
  it('are those of the internet alone', () => {
    assert.equal(isPublicAddress('8.8.8.8'), true);
    assert.equal(isPublicAddress('2a00:1450::1'), true);
    for (const address of ['127.0.0.1', '::1', '::ffff:10.0.0.1', '64:ff9b::a00:1', 'fe80::1%eth0', '5f00::1', '', 'example.org']) assert.equal(isPublicAddress(address), false, address);
  });
});
