// Addresses and globs of the workspace.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonicalUri, folderOf, isWithin, nameOf, pathBelow, relativePath, resolvePath } from '../../server/src/workspace/uris.ts';
import { createMatcher, splitGlob } from '../../server/src/workspace/globs.ts';

test('every spelling of an address becomes the one of VS Code', () => {
  for (const spelling of ['file:///news/a%20b(1).md', 'file:///news/a b(1).md', 'FILE:///news/a%20b%281%29.md']) assert.equal(canonicalUri(spelling), 'file:///news/a%20b%281%29.md');
  assert.equal(canonicalUri('file:///C:/Users/x.md'), 'file:///c%3A/Users/x.md');
  assert.equal(canonicalUri('file:///c%3A/Users/x.md'), 'file:///c%3A/Users/x.md');
  assert.equal(canonicalUri('untitled:Untitled-1'), 'untitled:Untitled-1');
  assert.equal(canonicalUri('file:///news/100%.md'), 'file:///news/100%25.md');
  assert.equal(canonicalUri('vscode-vfs://github/o/r/a.md?ref=main'), 'vscode-vfs://github/o/r/a.md?ref=main');
});

test('the one spelling of an address is its own, whatever the path', () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }).filter(s => !/[/?#%]/.test(s) && s !== '.' && s !== '..'), { minLength: 1, maxLength: 4 }), parts => {
    const uri = resolvePath('file:///news', parts.join('/').replaceAll('\\', ''));
    assert.equal(canonicalUri(uri), uri);
  }));
});

test('folders end at the root', () => {
  assert.equal(folderOf('file:///news/a.md'), 'file:///news');
  assert.equal(folderOf('file:///news'), 'file://');
  assert.equal(folderOf('file://'), undefined);
  assert.equal(folderOf('vscode-remote://ssh+host/news'), 'vscode-remote://ssh+host');
  assert.equal(folderOf('vscode-remote://ssh+host'), undefined);
  assert.equal(folderOf('untitled:Untitled-1'), undefined);
  assert.equal(nameOf('file:///news/a%20b.md'), 'a b.md');
});

test('a folder holds what lies below it and nothing that only begins like it', () => {
  assert.ok(isWithin('file:///news', 'file:///news/x/a.md'));
  assert.ok(!isWithin('file:///news', 'file:///newsroom/a.md'));
  assert.equal(pathBelow('file:///news', 'file:///news/x/a%20b.md'), 'x/a b.md');
  assert.equal(pathBelow('file:///news', 'file:///news'), undefined);
});

test('paths as writers give them resolve from the folder of the file that names them', () => {
  assert.equal(resolvePath('file:///news/drafts', '../registry/a b.yaml'), 'file:///news/registry/a%20b.yaml');
  assert.equal(resolvePath('file:///news', '../../../etc'), 'file:///etc');
  assert.equal(resolvePath('file:///news/x', '/abs.yaml'), 'file:///abs.yaml');
  assert.equal(resolvePath('file:///c%3A/news', '..\\a.yaml'), 'file:///c%3A/a.yaml');
  assert.equal(resolvePath('file:///news', 'D:/x.yaml'), 'file:///d%3A/x.yaml');
  assert.equal(resolvePath('vscode-remote://ssh/news', 'a.yaml'), 'vscode-remote://ssh/news/a.yaml');
});

test('a path from one place to another is the shortest', () => {
  assert.equal(relativePath('file:///news/drafts', 'file:///news/registry/a%20b.yaml'), '../registry/a b.yaml');
  assert.equal(relativePath('file:///news', 'file:///news/a.md'), 'a.md');
});

test('a glob without a slash matches names at any depth, also of folders', () => {
  const ignored = createMatcher(['README*', 'archive', 'old/**']);
  for (const path of ['README.md', 'x/README.md', 'archive/2020/a.md', 'x/archive/a.md', 'old/a.md']) assert.ok(ignored(path), path);
  for (const path of ['a.md', 'x/old/a.md', 'archives/a.md']) assert.ok(!ignored(path), path);
});

test('a glob is split where its first pattern begins', () => {
  assert.deepEqual(splitGlob('../registry/*.yaml'), { folder: '../registry', rest: '*.yaml' });
  assert.deepEqual(splitGlob('**/*.md'), { folder: '', rest: '**/*.md' });
  assert.deepEqual(splitGlob('a/b.yaml'), { folder: 'a', rest: 'b.yaml' });
});
