import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDraft } from '../../../server/src/draft/build.ts';
import { buildAnalysis } from '../../../server/src/model/build.ts';
import { emptyContext, type Context, type RegistryDocument } from '../../../server/src/model/context.ts';
import { parseRegistry } from '../../../server/src/registry/parse.ts';
import { unknown } from '../../../server/src/rules/sources/unknown.ts';
import { applyFix, testRule } from '../rule-tester.ts';

const REGISTRY = '---\nsources:\n  harbour-report:\n    title: T\n  clerk: {title: U}\n---\n';

function file(text: string): RegistryDocument {
  return { document: 'file:///registry/sources.yaml', text, registry: parseRegistry(text, 'yaml'), reach: 'draft' };
}

testRule(unknown, {
  valid: [
    { name: 'a footnote whose definition stands where the draft is not read on', text: `It sank.[^n2100]\n\n${Array.from({ length: 2_200 }, (_, i) => `[^n${i}]: Log ${i}`).join('\n')}\n` },
    `${REGISTRY}The quay closed [@harbour-report, p. 3; see @clerk].\n`,
    'The quay closed.[^board]\n\n[^board]: Notice of the harbour board, 3 May.\n',
    { name: 'a label that is a source id needs no definition', text: `${REGISTRY}The quay closed.[^clerk]\n` },
    { name: 'a label is compared without regard to case', text: 'The quay closed.[^Board]\n\n[^board]: Notice.\n' },
    `${REGISTRY}The quay closed. <!-- claim source="clerk harbour-report" -->\n`,
    { name: 'addresses, handles and code are no citations', text: 'Write to ir@harbour.example or @HarbourBoard, `[@code]`, or see <https://example.org/@board>.\n' },
    { name: 'a registry file of the draft', text: 'The quay closed [@board].\n', context: { registries: [file('board: {title: T}\n')] } },
    { name: 'an entry that cannot be read is reported as that', text: '---\nsources:\n  survey: 17\n---\nMost agreed [@survey].\n' },
    { name: 'a registry that cannot be found may define it', text: 'The quay closed [@minutes].\n', context: { unreadable: [{ document: 'file:///draft.md', start: 0, end: 1, message: 'There is no registry file "a.yaml".' }] } },
    { name: 'a front matter that breaks before its sources', text: '---\ntitle: "Quays\nsources:\n  minutes: {type: report, title: Minutes}\n---\nIt closed [@minutes].\n' },
    { name: 'links name the page itself', text: 'The [notice](https://example.org/notice) says so.[^n]\n\n[^n]: https://example.org/n\n' },
  ],
  invalid: [
    {
      text: `${REGISTRY}The quay closed [@⟦harbor-report⟧, p. 3].\n`,
      messages: ['No source has the id “harbor-report”. Did you mean “harbour-report”?'],
      fixes: [
        { title: 'Change to “harbour-report”', output: `${REGISTRY}The quay closed [@harbour-report, p. 3].\n` },
        { title: 'Create the source “harbor-report” in the front matter', output: '---\nsources:\n  harbour-report:\n    title: T\n  clerk: {title: U}\n  harbor-report:\n    type: webpage\n    title: TK\n    url: TK\n    issued: TK\n    accessed: TK\n---\nThe quay closed [@harbor-report, p. 3].\n' },
      ],
    },
    {
      name: 'a footnote without a definition',
      text: 'The quay closed.[^⟦board⟧]\n',
      messages: ['The footnote “board” has no definition, and no source has this id.'],
      fixes: [
        { title: 'Add the footnote [^board]', output: 'The quay closed.[^board]\n\n[^board]: TK\n' },
        { title: 'Create the source “board” in the front matter', output: '---\nsources:\n  board:\n    type: webpage\n    title: TK\n    url: TK\n    issued: TK\n    accessed: TK\n---\nThe quay closed.[^board]\n' },
      ],
    },
    {
      name: 'a slip in a label, beside a definition',
      text: 'The quay closed.[^⟦bord⟧] It opened.[^board]\n\n[^board]: Notice.\n',
      fixes: [
        { title: 'Change to “board”', output: 'The quay closed.[^board] It opened.[^board]\n\n[^board]: Notice.\n' },
        { title: 'Add the footnote [^bord]', output: 'The quay closed.[^bord] It opened.[^board]\n\n[^board]: Notice.\n[^bord]: TK\n' },
        { title: /Create/ },
      ],
    },
    {
      name: 'a footnote cited as a source',
      text: 'The quay closed [@⟦board⟧].\n\n[^board]: Notice.\n',
      messages: ['No source has the id “board”. There is a footnote of this name: cite it as [^board].'],
      fixes: [{ title: 'Cite the footnote [^board]', output: 'The quay closed [^board].\n\n[^board]: Notice.\n' }, { title: /Create/ }],
    },
    { name: 'an id in a claim comment', text: `${REGISTRY}The quay closed. <!-- claim source="clerk ⟦minutes⟧" -->\n`, messages: ['No source has the id “minutes”.'] },
    { name: 'an id in a footnote', text: `${REGISTRY}The quay closed.[^n]\n\n[^n]: @clerk, p. 2; @⟦minutes⟧\n` },
    { name: 'each place', text: `${REGISTRY}It closed [@⟦minutes⟧]. It opened [@clerk; @⟦minutes⟧].\n` },
    { name: 'a slip in a known id, although a registry cannot be found', text: `${REGISTRY}It closed [@⟦clerc⟧].\n`, context: { unreadable: [{ document: 'file:///draft.md', start: 0, end: 1, message: 'There is no registry file "a.yaml".' }] } },
  ],
});

test('sources/unknown creates the entry in the registry file of the draft, where the front matter has none', () => {
  const registry = file('# Ours\nboard:\n  title: T\n');
  const context: Context = { ...emptyContext('file:///draft.md'), registries: [registry] };
  const analysis = buildAnalysis(buildDraft('It closed [@minutes].\n'), context);
  const [report] = [...unknown.check!(analysis, {})];
  const fixes = unknown.fixes!({ ...report!, document: 'file:///draft.md', rule: 'sources/unknown', severity: 'error', related: [] }, { analysis, project: { drafts: [], registries: [registry] } });
  assert.deepEqual(fixes.map(f => f.title), ['Create the source “minutes” in sources.yaml']);
  assert.equal(fixes[0]!.edits[0]!.document, registry.document);
  assert.match(fixes[0]!.edits[0]!.text, /^\nminutes:\n {2}type: webpage\n {2}title: TK/);
});

const FRONTS = {
  'no front matter': '',
  'a byte-order mark': '\uFEFF',
  'a title': '---\ntitle: T\n---\n',
  'an empty front matter': '---\n---\n',
  'an empty sources': '---\nsources:\nstatus: draft\n---\n',
  'sources at the end, empty': '---\ntitle: T\nsources:\n---\n',
  'entries': '---\nsources:\n    a:\n        title: T\n\nstatus: draft\n---\n',
  'entries in braces': '---\nsources: {a: {title: T}}\n---\n',
  'no entries in braces': '---\nsources: {}\n---\n',
  'CRLF': '---\r\nsources:\r\n  a: {title: T}\r\n---\r\n',
  'a broken entry': '---\nsources:\n  a: {title: T}\n  b: "open\n  c: {title: U}\n---\n',
};

for (const [name, front] of Object.entries(FRONTS)) {
  test(`sources/unknown: once created, a source is known: ${name}`, () => {
    const text = `${front}It closed [@minutes].\n`;
    const draft = buildDraft(text);
    const analysis = buildAnalysis(draft, emptyContext('file:///draft.md'));
    // Asked for by name, since a broken registry keeps the key from being reported.
    const finding = { start: text.indexOf('minutes'), end: text.indexOf('minutes') + 7, message: '', document: 'file:///draft.md', rule: 'sources/unknown', severity: 'error', related: [], data: { key: 'minutes', kind: 'key', near: [] } } as const;
    const [fix] = unknown.fixes!(finding, { analysis, project: { drafts: [], registries: [] } });
    const after = applyFix(text, fix!);
    const fixed = buildAnalysis(buildDraft(after), emptyContext('file:///draft.md'));
    assert.ok(fixed.sources.has('minutes'), after);
    assert.deepEqual([...fixed.sources.keys()].filter(id => id !== 'minutes'), [...analysis.sources.keys()], after);
    assert.equal(fixed.draft.citations.length, 1, after);
    assert.ok(after.endsWith('It closed [@minutes].\n'));
  });
}
