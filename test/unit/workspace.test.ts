// The workspace over files in memory.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWorkspace, type WorkspaceOptions } from '../../server/src/workspace/create-workspace.ts';
import type { Checked, Workspace } from '../../server/src/workspace/workspace.ts';
import { inMemoryFiles, toUri } from './in-memory-files.ts';

function build(files: Readonly<Record<string, string | undefined>>, options: WorkspaceOptions = {}, folders: readonly string[] = ['file:///news']) {
  const port = inMemoryFiles(files);
  const workspace = createWorkspace({ files: port }, options);
  workspace.setFolders(folders);
  return { port, workspace };
}

async function checked(workspace: Workspace, path: string): Promise<Checked> {
  const result = await workspace.check(toUri(path));
  assert.ok(result !== undefined && result !== 'cancelled', path);
  return result;
}

/** The words that findings of a rule stand on, with their messages. */
function said({ text, findings }: Checked, rule: string): string[] {
  return findings.filter(finding => finding.rule === rule).map(({ start, end, message }) => `${text.slice(start, end)}: ${message}`);
}

const registry = (...ids: string[]) => ids.map(id => `${id}:\n  type: report\n  title: The ${id} report\n  publisher: Office\n  issued: 2025-01-02\n`).join('');

test('the nearest configuration holds, up to the workspace folder', async () => {
  const { workspace } = build({
    'file:///claimcheck.yaml': 'files: [nothing]\n',
    'claimcheck.yaml': '',
    'a.md': 'Text.',
    'desk/claimcheck.yaml': '',
    'desk/sub/b.md': 'Text.',
  });
  assert.deepEqual((await workspace.projectOf(toUri('a.md'))).config.files, [toUri('claimcheck.yaml')]);
  const nested = await workspace.projectOf(toUri('desk/sub/b.md'));
  assert.equal(nested.folder, toUri('desk'));
  assert.deepEqual(nested.drafts, [toUri('desk/sub/b.md')]);
  assert.deepEqual((await workspace.projectOf(toUri('a.md'))).drafts, [toUri('a.md')], 'a nested project keeps its drafts to itself');
  const { workspace: without } = build({ 'file:///claimcheck.yaml': '', 'a.md': 'Text.' });
  assert.deepEqual((await without.projectOf(toUri('a.md'))).config.files, [], 'above the workspace folder nothing is looked for');
});

test('on the command line the nearest configuration is looked for up to the folder that holds .git', async () => {
  const files = { 'file:///claimcheck.yaml': '', 'repo/.git/HEAD': 'ref', 'repo/x/a.md': 'Text.', 'loose/b.md': 'Text.' };
  const { workspace } = build(files, { lookup: 'repository' }, []);
  assert.deepEqual((await workspace.projectOf(toUri('repo/x/a.md'))).config.files, []);
  assert.deepEqual((await workspace.projectOf(toUri('loose/b.md'))).config.files, ['file:///claimcheck.yaml']);
});

test('a lone file in no workspace has the drafts beside it for its project, and nothing below', async () => {
  const { workspace } = build({ 'a.md': 'Text.', 'b.md': 'Text.', 'deep/c.md': 'Text.' }, { lookup: 'repository' }, []);
  assert.deepEqual((await workspace.projectOf(toUri('a.md'))).drafts, [toUri('a.md'), toUri('b.md')]);
});

test('drafts are what the globs say; packages and dot folders are not entered', async () => {
  const { workspace } = build({
    'claimcheck.yaml': 'files: ["drafts/**/*.md", notes/*.txt]\nignore: [old, "*.tmp.md"]\n',
    'drafts/a.md': '', 'drafts/x/b.md': '', 'drafts/old/c.md': '', 'drafts/d.tmp.md': '', 'notes/e.txt': '', 'f.md': '', 'drafts/node_modules/g.md': '', 'drafts/.cache/h.md': '',
  });
  assert.deepEqual((await workspace.projectOf(toUri('f.md'))).drafts, ['drafts/a.md', 'drafts/x/b.md', 'notes/e.txt'].map(toUri));
  const { workspace: defaults } = build({ 'a.md': '', 'README.md': '', 'x/CHANGELOG.md': '', 'b.txt': '' });
  assert.deepEqual((await defaults.projectOf(toUri('a.md'))).drafts, [toUri('a.md')]);
});

test('what a document is', async () => {
  const { workspace } = build({
    'claimcheck.yaml': 'extends: [base/desk.yaml]\nsources: [reg/*.yaml]\n', 'base/desk.yaml': '', 'reg/a.yaml': registry('a'), 'own.yaml': registry('b'), 'other.yaml': 'x: 1\n', 'a.md': '---\nsources: own.yaml\n---\nText.\n', 'README.md': '',
  });
  const kinds = { 'claimcheck.yaml': 'config', 'base/desk.yaml': 'config', 'reg/a.yaml': 'registry', 'own.yaml': 'registry', 'other.yaml': 'other', 'a.md': 'draft', 'README.md': 'other' };
  for (const [path, kind] of Object.entries(kinds)) assert.equal(await workspace.kindOf(toUri(path)), kind, path);
  assert.deepEqual(await workspace.documents(), Object.keys(kinds).filter(path => !['other.yaml', 'README.md'].includes(path)).map(toUri).sort());
  workspace.open('untitled:Untitled-1', 'Text.', 1, 'markdown');
  workspace.open('untitled:Untitled-2', 'Text.', 1, 'plaintext');
  assert.equal(await workspace.kindOf('untitled:Untitled-1'), 'draft');
  assert.equal(await workspace.kindOf('untitled:Untitled-2'), 'other');
});

test('an open document wins over its file, and gives way when it is closed', async () => {
  const { workspace } = build({ 'a.md': 'On disk.' });
  workspace.open(toUri('a.md'), 'In the editor.', 3, 'markdown');
  assert.deepEqual([(await checked(workspace, 'a.md')).text, (await checked(workspace, 'a.md')).version], ['In the editor.', 3]);
  workspace.change(toUri('a.md'), 'Typed on.', 4);
  assert.deepEqual([(await checked(workspace, 'a.md')).text, (await checked(workspace, 'a.md')).version], ['Typed on.', 4]);
  workspace.close(toUri('a.md'));
  assert.deepEqual([(await checked(workspace, 'a.md')).text, (await checked(workspace, 'a.md')).version], ['On disk.', undefined]);
});

test('an untitled draft has the configuration and the registries of the first workspace folder', async () => {
  const { workspace } = build({ 'claimcheck.yaml': 'sources: [s.yaml]\n', 's.yaml': registry('census') });
  workspace.open('untitled:Untitled-1', 'Numbers rose [@census].', 1, 'markdown');
  const analysis = await workspace.analysisOf('untitled:Untitled-1');
  assert.deepEqual([...analysis!.sources.keys()], ['census']);
});

test('a draft can cite from its front matter, its own files and the files of the project, the nearest first', async () => {
  const { workspace } = build({
    'claimcheck.yaml': 'sources: ["registry/*.yaml", shared.yaml]\n',
    'registry/p.yaml': registry('project'), 'shared.yaml': registry('shared'), 'drafts/own.yaml': registry('own'),
    'drafts/a.md': '---\nsources: own.yaml\n---\nText.\n',
    'drafts/b.md': '---\nsources:\n  mine: {type: report, title: Mine}\n---\nText.\n',
  });
  const a = await workspace.analysisOf(toUri('drafts/a.md'));
  assert.deepEqual(a!.context.registries.map(({ document, reach }) => [document, reach]), [[toUri('drafts/own.yaml'), 'draft'], [toUri('registry/p.yaml'), 'project'], [toUri('shared.yaml'), 'project']]);
  const b = await workspace.analysisOf(toUri('drafts/b.md'));
  assert.deepEqual([...b!.sources.keys()].sort(), ['mine', 'project', 'shared']);
  const { project } = await workspace.projectOf(toUri('drafts/a.md'));
  assert.deepEqual(project.registries.map(({ document }) => document).sort(), ['drafts/b.md', 'drafts/own.yaml', 'registry/p.yaml', 'shared.yaml'].map(toUri).sort());
});

test('a registry file that is not there is told where it is named', async () => {
  const { workspace } = build({ 'claimcheck.yaml': '# desk\nsources: [gone.yaml]\n', 'a.md': '---\nsources: [also-gone.yaml]\n---\nText.\n' });
  const { project } = await workspace.projectOf(toUri('a.md'));
  const texts = new Map([['claimcheck.yaml', 'gone.yaml'], ['a.md', 'also-gone.yaml']]);
  assert.equal(project.unreadable!.length, 2);
  for (const { document, start, end } of project.unreadable!) {
    const text = (await workspace.textOf(document))!;
    assert.equal(text.slice(start, end), texts.get(document.replace('file:///news/', '')));
  }
  assert.equal((await workspace.analysisOf(toUri('a.md')))!.context.unreadable!.length, 2, 'a draft knows its own and those of its project');
});

test('a registry that the configuration names in vain is one finding, not one for every citation of it', async () => {
  const { workspace, port } = build({ 'claimcheck.yaml': 'sources: [gone.yaml]\n', 'a.md': 'Rents rose [@census]. Wages fell [@payroll].\n' });
  const rules = async (uri: string) => {
    const checked = await workspace.check(toUri(uri));
    return checked && checked !== 'cancelled' ? checked.findings.map(f => f.rule) : [];
  };
  assert.deepEqual([await rules('a.md'), await rules('claimcheck.yaml')], [[], ['sources/invalid']]);
  port.write('gone.yaml', registry('census'));
  workspace.fileChanged(toUri('gone.yaml'));
  assert.deepEqual(await rules('a.md'), ['sources/unknown'], 'the registry is there, and has no such entry');
});

test('a registry that appears, changes or goes is felt in the drafts that use it', async () => {
  const { workspace, port } = build({ 'a.md': '---\nsources: s.yaml\n---\nNumbers rose [@census].\n' });
  const ids = async () => [...(await workspace.analysisOf(toUri('a.md')))!.sources.keys()];
  assert.deepEqual(await ids(), []);
  port.write('s.yaml', registry('census'));
  assert.equal(workspace.fileChanged(toUri('s.yaml')), true);
  assert.deepEqual(await ids(), ['census']);
  workspace.open(toUri('s.yaml'), registry('other'), 1, 'yaml');
  assert.deepEqual(await ids(), ['other']);
  workspace.close(toUri('s.yaml'));
  port.remove('s.yaml');
  workspace.fileChanged(toUri('s.yaml'));
  assert.deepEqual(await ids(), []);
});

test('files that are made or deleted come into the project and go', async () => {
  const { workspace, port } = build({ 'claimcheck.yaml': 'sources: [reg/*.yaml]\n', 'a.md': 'Text.' });
  const view = async () => {
    const { drafts, registries } = await workspace.projectOf(toUri('a.md'));
    return [...drafts, ...registries].map(uri => uri.replace('file:///news/', ''));
  };
  assert.deepEqual(await view(), ['a.md']);
  for (const path of ['b.md', 'reg/x.yaml']) {
    port.write(path, '');
    workspace.fileChanged(toUri(path));
  }
  assert.deepEqual(await view(), ['a.md', 'b.md', 'reg/x.yaml']);
  port.remove('b.md');
  workspace.fileChanged(toUri('b.md'));
  assert.deepEqual(await view(), ['a.md', 'reg/x.yaml']);
  port.write('claimcheck.yaml', 'files: [nothing]\n');
  workspace.fileChanged(toUri('claimcheck.yaml'));
  assert.deepEqual(await view(), []);
});

test('a configuration that is made or removed changes which project a draft is in', async () => {
  const { workspace, port } = build({ 'x/a.md': 'Text.' });
  assert.equal((await workspace.projectOf(toUri('x/a.md'))).folder, 'file:///news');
  port.write('x/claimcheck.yaml', '');
  workspace.fileChanged(toUri('x/claimcheck.yaml'));
  assert.equal((await workspace.projectOf(toUri('x/a.md'))).folder, toUri('x'));
  port.remove('x/claimcheck.yaml');
  workspace.fileChanged(toUri('x/claimcheck.yaml'));
  assert.equal((await workspace.projectOf(toUri('x/a.md'))).folder, 'file:///news');
});

test('own keys win over what is extended, the last of several extended files over those before it', async () => {
  const { workspace } = build({
    'claimcheck.yaml': 'extends: [one.yaml, deep/two.yaml]\nfiles: ["*.md"]\n',
    'one.yaml': 'ignore: [one]\nsources: [one.yaml]\nfigures: {levy: {unit: percent}}\n',
    'deep/two.yaml': 'ignore: [two]\nfiles: ["*.txt"]\nfigures: {stake: {unit: percent}}\n',
  });
  const { config } = await workspace.projectOf(toUri('a.md'));
  assert.deepEqual([config.drafts, config.ignore], [['*.md'], ['two']]);
  assert.deepEqual([...config.figures.keys()].sort(), ['levy', 'stake']);
  assert.deepEqual(config.files, ['claimcheck.yaml', 'deep/two.yaml', 'one.yaml'].map(toUri));
});

test('a file that extends itself, in a circle, or one that is not there, is told at the place', async () => {
  const { workspace } = build({ 'claimcheck.yaml': 'extends: [a.yaml, gone.yaml]\n', 'a.yaml': 'extends: claimcheck.yaml\nignore: [x]\n', 'a.md': '' });
  assert.deepEqual(said(await checked(workspace, 'claimcheck.yaml'), 'config/invalid'), ['gone.yaml: There is no readable file “gone.yaml” to extend.']);
  assert.deepEqual(said(await checked(workspace, 'a.yaml'), 'config/invalid'), ['claimcheck.yaml: “claimcheck.yaml” extends this file again, so it is left out.']);
  assert.deepEqual((await workspace.projectOf(toUri('a.md'))).config.ignore, ['x'], 'the rest holds');
});

test('an unknown key is told at its place and the other keys hold', async () => {
  const { workspace } = build({ 'claimcheck.yaml': 'ignor: [a]\nfiles: ["*.txt"]\n', 'x.txt': '' });
  const found = said(await checked(workspace, 'claimcheck.yaml'), 'config/invalid');
  assert.equal(found.length, 1);
  assert.match(found[0]!, /^ignor: .*ignore\b/);
  assert.deepEqual((await workspace.projectOf(toUri('x.txt'))).drafts, [toUri('x.txt')]);
  const [fix] = await workspace.fixesFor((await checked(workspace, 'claimcheck.yaml')).findings[0]!);
  assert.deepEqual(fix!.edits.map(({ text }) => text), ['ignore']);
});

test('each file is read once until it changes', async () => {
  const { workspace, port } = build({ 'claimcheck.yaml': 'sources: [s.yaml]\n', 's.yaml': registry('census'), 'a.md': 'One.', 'b.md': 'Two.', 'c.md': 'Three.' });
  for (const path of ['a.md', 'b.md', 'c.md', 's.yaml', 'claimcheck.yaml', 'a.md']) await checked(workspace, path);
  assert.deepEqual(port.reads.toSorted(), ['a.md', 'b.md', 'c.md', 'claimcheck.yaml', 's.yaml'].map(toUri));
  assert.deepEqual(port.lists, ['file:///news']);
  workspace.fileChanged(toUri('b.md'));
  await checked(workspace, 'a.md');
  await checked(workspace, 'b.md');
  assert.deepEqual(port.reads.slice(5), [toUri('b.md')]);
  assert.deepEqual(port.lists, ['file:///news'], 'a change of a known file needs no new listing');
});

test('prose that says nothing new to the project leaves the findings of the neighbours as they are', async () => {
  const { workspace } = build({ 'a.md': 'The levy is 20%. <!-- claim figure=levy -->\n\nSome prose.\n', 'b.md': 'Other words.' });
  workspace.open(toUri('a.md'), 'The levy is 20%. <!-- claim figure=levy -->\n\nSome prose.\n', 1, 'markdown');
  const before = await checked(workspace, 'b.md');
  workspace.change(toUri('a.md'), 'The levy is 20%. <!-- claim figure=levy -->\n\nSome prose, and more.\n', 2);
  assert.equal(await checked(workspace, 'b.md'), before, 'the very same result: nothing was checked again');
  workspace.change(toUri('a.md'), 'The levy is 20%. <!-- claim figure=levy id=one -->\n\nSome prose, and more.\n', 3);
  assert.notEqual(await checked(workspace, 'b.md'), before, 'a new claim id can concern the neighbour');
});

test('words typed into a registry leave the drafts alone that say the same as before', async () => {
  const { workspace } = build({ 'claimcheck.yaml': 'sources: [s.yaml]\n', 's.yaml': registry('census'), 'a.md': 'Numbers rose [@census].' });
  workspace.open(toUri('s.yaml'), registry('census'), 1, 'yaml');
  const summary = async () => (await workspace.projectOf(toUri('a.md'))).project.drafts[0];
  const before = await summary();
  workspace.change(toUri('s.yaml'), registry('census').replace('The census', 'The great census'), 2);
  assert.equal(await summary(), before);
  assert.equal((await workspace.analysisOf(toUri('a.md')))!.sources.get('census')!.entry.title, 'The great census report');
});

test('an unchanged document is not checked again', async () => {
  const { workspace } = build({ 'a.md': 'Words.' });
  assert.equal(await checked(workspace, 'a.md'), await checked(workspace, 'a.md'));
});

test('a check that is given up says so, and the next one is whole', async () => {
  const port = inMemoryFiles(Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`${i}.md`, 'Text.'])));
  const abort = { aborted: false };
  let yields = 0;
  const workspace = createWorkspace({ files: port, yieldNow: async () => {
    if (++yields === 2) abort.aborted = true;
  } });
  workspace.setFolders(['file:///news']);
  assert.equal(await workspace.check(toUri('0.md'), abort), 'cancelled');
  const whole = await workspace.check(toUri('0.md'));
  assert.ok(whole !== 'cancelled' && whole?.text === 'Text.');
});

test('captures that are text are the passages of the sources that the draft cites, unless they lie outside the project', async () => {
  const { workspace } = build({
    's.yaml': 'talk: {type: speech, title: Talk, file: captures/talk.vtt}\nnote: {type: report, title: Note, file: captures/note.txt}\naway: {type: report, title: Away, file: ../../away.txt}\nuncited: {type: report, title: U, file: captures/u.txt}\n',
    'captures/talk.vtt': 'WEBVTT\n\nNOTE made by hand\n\n1\n00:01.000 --> 00:04.000\n<v Mayor>We will build it.\n\n00:05.000 --> 00:06.000\nThis year.\n',
    'captures/note.txt': 'The note says so.\n', 'captures/u.txt': 'Unread.', 'file:///away.txt': 'Elsewhere.',
    'a.md': '---\nsources: s.yaml\n---\nA [@talk]. B [@away].\n\nC. <!-- claim source=note -->\n',
  });
  const { context } = (await workspace.analysisOf(toUri('a.md')))!;
  assert.deepEqual(context.passages.map(({ source, text, whole }) => [source, text.trim(), whole]), [['talk', 'Mayor: We will build it.\nThis year.', true], ['note', 'The note says so.', true]]);
  const before = context.passages;
  workspace.open(toUri('a.md'), '---\nsources: s.yaml\n---\nMore [@talk]. <!-- claim source=note -->\n', 1, 'markdown');
  const after = (await workspace.analysisOf(toUri('a.md')))!.context.passages;
  assert.ok(after.length === 2 && after.every((passage, i) => passage === before[i]), 'typing does not read them again');
});

test('a file that is no text is not checked, and the others are', async () => {
  const { workspace } = build({ 'bad.md': undefined, 'good.md': 'Text.' });
  assert.equal(await workspace.check(toUri('bad.md')), undefined);
  assert.equal((await checked(workspace, 'good.md')).text, 'Text.');
  assert.deepEqual((await workspace.projectOf(toUri('good.md'))).project.drafts.map(({ document }) => document), [toUri('good.md')]);
});

test('two workspace folders are two projects', async () => {
  const { workspace } = build({ 'file:///one/a.md': '', 'file:///two/b.md': '', 'file:///two/claimcheck.yaml': '' }, {}, ['file:///one', 'file:///two']);
  assert.deepEqual((await workspace.projectOf('file:///one/a.md')).drafts, ['file:///one/a.md']);
  assert.deepEqual((await workspace.projectOf('file:///two/b.md')).drafts, ['file:///two/b.md']);
  assert.deepEqual(await workspace.documents(), ['file:///one/a.md', 'file:///two/b.md', 'file:///two/claimcheck.yaml']);
  workspace.setFolders(['file:///two', 'file:///two/deep']);
  assert.equal((await workspace.projectOf('file:///two/deep/c.md')).folder, 'file:///two/deep', 'of folders in folders the innermost counts');
});

test('tells which changes on disk can concern other documents', async () => {
  const { workspace } = build({});
  const matters = (path: string) => workspace.fileChanged(toUri(path));
  for (const path of ['a.md', 's.yaml', 's.bib', 'claimcheck.yaml', 'captures/talk.vtt', 'folder']) assert.equal(matters(path), true, path);
  for (const path of ['picture.png', 'page.docx']) assert.equal(matters(path), false, path);
  workspace.open(toUri('a.md'), 'Text.', 1, 'markdown');
  assert.equal(matters('a.md'), false, 'the text of an open document stands over the file');
});

test('a folder that is deleted takes its drafts and registries along', async () => {
  const { workspace, port } = build({ 'a.md': '---\nsources: reg/s.yaml\n---\nNumbers rose [@census].\n', 'reg/s.yaml': registry('census'), 'reg/b.md': 'Text.' });
  assert.equal((await workspace.projectOf(toUri('a.md'))).drafts.length, 2);
  for (const path of ['reg/s.yaml', 'reg/b.md']) port.remove(path);
  workspace.fileChanged(toUri('reg'));
  const { drafts, project } = await workspace.projectOf(toUri('a.md'));
  assert.deepEqual([drafts, project.unreadable!.length], [[toUri('a.md')], 1]);
});

test('a file that has nothing to do with the drafts lets everything be', async () => {
  const { workspace, port } = build({ 'claimcheck.yaml': 'sources: [s.yaml, gone.yaml]\n', 's.yaml': registry('census'), 'a.md': 'Text.' });
  const before = await checked(workspace, 'a.md');
  port.write('picture.png', '');
  workspace.fileChanged(toUri('picture.png'));
  assert.equal(await checked(workspace, 'a.md'), before);
  assert.equal(port.reads.filter(uri => uri === toUri('a.md')).length, 1);
});

test('all who ask at once share one reading', async () => {
  const { workspace } = build({ 'a.md': 'Text.' });
  const drafts = await Promise.all([workspace.draftOf(toUri('a.md')), workspace.draftOf(toUri('a.md')), workspace.check(toUri('a.md')).then(() => workspace.draftOf(toUri('a.md')))]);
  assert.ok(drafts[0] !== undefined && drafts.every(draft => draft === drafts[0]));
});

test('edits, one by one, end where a new workspace begins', async () => {
  const steps: [string, string][] = [
    ['a.md', 'The levy is 20%. <!-- claim figure=levy id=one -->\n'],
    ['s.yaml', registry('census', 'poll')],
    ['b.md', 'The levy is 30%. <!-- claim figure=levy -->\n\nNumbers rose [@census].\n'],
    ['claimcheck.yaml', 'sources: [s.yaml]\nrules: {draft/tk: error}\n'],
    ['a.md', '---\nsources: {own: {type: report, title: Own}}\n---\nTK. The levy is 20%. <!-- claim figure=levy -->\n\nMore [@poll; @own].\n'],
    ['s.yaml', registry('census')],
  ];
  const { workspace } = build({ 'a.md': '', 'b.md': '', 's.yaml': '', 'claimcheck.yaml': '' });
  const last = new Map<string, string>();
  for (const [i, [path, text]] of steps.entries()) {
    const document = [toUri(path), text, i + 1] as const;
    if (last.has(path)) workspace.change(...document);
    else workspace.open(...document, path.endsWith('.md') ? 'markdown' : 'yaml');
    last.set(path, text);
    for (const uri of await workspace.documents()) await workspace.check(uri);
  }
  const { workspace: afresh } = build(Object.fromEntries(last));
  for (const uri of await afresh.documents()) {
    const [edited, read] = [await workspace.check(uri), await afresh.check(uri)] as [Checked, Checked];
    assert.deepEqual([edited.findings, edited.silenced], [read.findings, read.silenced], uri);
  }
});
