import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildDraft } from '../../server/src/draft/build.ts';
import type { Draft } from '../../server/src/draft/draft.ts';
import type { Span } from '../../server/src/span.ts';

const at = (draft: Draft, span: Span | undefined) => span && draft.text.slice(span.start, span.end);
const prose = (text: string) => buildDraft(text).leaves.map(leaf => leaf.content.prose);
/** Every citation as `kind key (locator) -> the first words of its sentence`. */
const citations = (text: string) => {
  const draft = buildDraft(text);
  return draft.citations.map(c => `${c.kind} ${c.key}${c.locator === undefined ? '' : ` (${c.locator})`} -> ${c.sentence === undefined ? '-' : draft.sentences[c.sentence]!.text}`);
};
/** The sentence of every claim. */
const bindings = (text: string) => {
  const draft = buildDraft(text);
  return draft.claims.map(c => (c.sentence === undefined ? undefined : draft.sentences[c.sentence]!.text));
};

describe('prose', () => {
  const cases: Record<string, [string, string[]]> = {
    'markup is left out, words are kept': ['The **levy** is _20%_ of `x`, ~~not~~ [12](https://a.example).', ['The levy is 20% of x, not 12.']],
    'citations, footnotes, comments and bare addresses go with the space before them': ['It is 20% [@a, p. 3].[^b] <!-- claim --> See https://a.example/x now.\n\n[^b]: x', ['It is 20%. See now.', 'x']],
    'character references and escapes are decoded': ['R&amp;D &#x1F600; \\*not\\* &nbsp;x', ['R&D 😀 *not* \u00a0x']],
    'lines are joined': ['one\ntwo  \nthree\\\nfour\r\nfive', ['one two three four five']],
    'containers do not show': ['> - one\n>   two\n> three', ['one two three']],
    'tables by cell, headings, footnotes': ['# A #\n\nB\n---\n\n| c | d |\n|---|---|\n| e |   |\n\n[^f]: g', ['A', 'B', 'c', 'd', 'e', 'g']],
    'code and HTML are no prose, pictures neither': ['```\ncode\n```\n\n    code\n\n<div>\nhtml\n</div>\n\nA ![picture](x.png)\n*caption*', ['A caption']],
    'tags are left out, their words kept': ['A <b>bold</b><br>word', ['A bold word']],
    'prose after a comment on its line is prose': ['<!-- note --> Words here.', ['Words here.']],
    'a comment on a line of its own does not cut a paragraph in two': ['The levy is\n<!-- claim status=todo -->\n20%.', ['The levy is 20%.']],
    'a comment of several paragraphs is hidden': ['One.\n\n<!-- note\n\n# not a heading\n\n- not a list\n-->\n\nTwo.', ['One.', 'Two.']],
    'and what follows it on its last line is prose': ['One.\n\n<!-- note\n\nmore\n--> Two.', ['One.', 'Two.']],
    'a comment that never closes hides nothing': ['One.\n\n<!-- claim status=todo\n\nTwo.', ['One.', 'Two.']],
    'a comment before a table, a rule, a list or a definition leaves them what they are': ['<!-- c -->\n| a |\n|---|\n\nOne.\n<!-- c -->\n---\n\n<!-- c -->\n2. two\n\n<!-- c -->\n[x]: https://a.example', ['a', 'One.', 'two']],
    'a comment in code is words': ['Write `<!-- claim -->` there.', ['Write <!-- claim --> there.']],
    'task lists': ['- [x] done', ['done']],
    'an e-mail address is a word': ['Write to ask@a.example now.', ['Write to ask@a.example now.']],
  };
  for (const [name, [text, expected]] of Object.entries(cases)) test(name, () => assert.deepEqual(prose(text).filter(Boolean), expected));
});

describe('sentences', () => {
  test('lie in the draft with their citations and markup', () => {
    const draft = buildDraft('\ufeff😀 **One** &amp; two.[^a] Three\r\n> four.\n\n[^a]: x');
    assert.deepEqual(draft.sentences.map(s => at(draft, s)), ['😀 **One** &amp; two.', 'Three', 'four.', 'x']);
  });
  test('are numbered through the draft', () => {
    const draft = buildDraft('One. Two.\n\n# Three\n\nFour.');
    assert.deepEqual(draft.sentences.map(s => s.index), [0, 1, 2, 3]);
    assert.deepEqual(draft.leaves.map(l => l.firstSentence), [0, 2, 3]);
  });
  test('a span of the prose goes to the draft and back', () => {
    const text = 'A **bo**ld [link](https://a.example) &amp; more.';
    const leaf = buildDraft(text).leaves[0]!;
    const word = leaf.content.prose.indexOf('link');
    assert.equal(text.slice(leaf.toSource({ start: word, end: word + 4 }).start).slice(0, 4), 'link');
    assert.equal(leaf.toProse(text.indexOf('link')), word);
    assert.equal(leaf.toProse(text.indexOf('(https')), leaf.content.prose.indexOf(' &'));
    assert.equal(leaf.toProse(text.length), leaf.content.prose.length);
  });
});

describe('citations', () => {
  const cases: Record<string, [string, string[]]> = {
    'a key with prefix, locator and suffix': ['It fell [see @a, p. 3; -@b, secs. 2-4 and more; cf. @c].', ['key a (p. 3) -> It fell.', 'key b (secs. 2-4) -> It fell.', 'key c -> It fell.']],
    "Pandoc's keys": ['A [@doe:2020/x; @{odd key; @_u; @a.b.] B.', ['key doe:2020/x -> A B.', 'key _u -> A B.', 'key a.b -> A B.']],
    'a date is no locator': ['A [@a, 12 Sept. memo] b.', ['key a -> A b.']],
    'after the closing punctuation it belongs to the sentence that ended': ['One. [@a] Two.[@b] Three.', ['key a -> One.', 'key b -> Two.']],
    'inside a sentence it belongs to it': ['One. Two [@a] two. Three.', ['key a -> Two two.']],
    'a link with words is part of its sentence': ['One. [Two](https://a.example) two.', ['link https://a.example -> Two two.']],
    'a bare address belongs to the sentence before it': ['One. https://a.example Two. <https://b.example>', ['link https://a.example -> One.', 'link https://b.example -> Two.']],
    'a reference link': ['See [the log][l].\n\n[L]: https://a.example/log', ['link https://a.example/log -> See the log.']],
    'only the web counts': ['[a](#x) [b](mailto:c@d.example) [e](/f) ![g](https://h.example/i.png) <ftp://j.example>', []],
    'not in addresses, handles, code or escapes': ['ask@a.example @handle `[@a]` \\[@b\\] [x@b.example] [c](https://d.example/@e) [f @](g)', ['link https://d.example/@e -> ask@a.example @handle [@a] [@b] [x@b.example] c f @']],
    'a defined footnote and an undefined one': ['One.[^a] Two.[^none]\n\n[^a]: Log.', ['footnote a -> One.', 'footnote none -> Two.']],
    'at the start of a definition': ['A.[^a]\n\n[^a]: @log, para. 2; @crew. Words of it.', ['footnote a -> A.', 'definition log (para. 2) -> Words of it.', 'definition crew -> Words of it.']],
    'an address in a definition': ['A.[^a]\n\n[^a]: <https://a.example> "Log"', ['footnote a -> A.', 'definition https://a.example -> "Log"']],
    'a marker is no citation': ['A [TK: ask @anna].', []],
    'in table cells and quotes': ['| a |\n|---|\n| b [@c] |\n\n> d [@e]', ['key c -> b', 'key e -> d']],
  };
  for (const [name, [text, expected]] of Object.entries(cases)) test(name, () => assert.deepEqual(citations(text), expected));

  test("the key's own letters are found", () => {
    const draft = buildDraft('A.[^né] B [see @c-d, p. 3]. [E](https://a.example/f "t").\n\n> [^né]: @g');
    assert.deepEqual(draft.citations.map(c => at(draft, c.keySpan)), ['né', 'c-d', 'https://a.example/f', 'g']);
    assert.deepEqual(draft.footnotes.map(f => [f.label, at(draft, f.labelSpan), at(draft, f)]), [['né', 'né', '[^né]: @g']]);
  });
  test('a footnote has its words as prose', () => {
    const draft = buildDraft('A.[^a]\n\n[^a]: @log, p. 3. Kept by the *crew*.\n\n    And more.');
    assert.equal(draft.footnotes[0]!.prose, 'Kept by the crew. And more.');
    assert.deepEqual(draft.footnotes[0]!.citations.map(c => c.key), ['log']);
  });
});

describe('claim comments', () => {
  const cases: Record<string, [string, (string | undefined)[]]> = {
    'after the sentence': ['One. Two. <!-- claim id=a --> Three.', ['Two.']],
    'inside it': ['One. Two <!-- claim id=a --> two.', ['Two two.']],
    'without a space': ['One.<!-- claim id=a --> Two.', ['One.']],
    'several': ['One. <!-- claim id=a --> <!-- claim id=b -->', ['One.', 'One.']],
    'on the next line': ['One.\n<!-- claim id=a -->\nTwo.', ['One.']],
    'on a line of its own after a block': ['One. Two.\n\n<!-- claim id=a -->\n\nThree.', ['Two.']],
    'on a line of its own right before a paragraph': ['One.\n\n<!-- claim id=a -->\nTwo.', ['One.']],
    'after a list': ['- One.\n- Two.\n\n<!-- claim id=a -->', ['Two.']],
    'in a list item': ['- One.\n\n  <!-- claim id=a -->\n- Two.', ['One.']],
    'after a heading': ['# One\n<!-- claim id=a -->\nTwo.', ['One']],
    'in a table cell': ['| a | b |\n|---|---|\n| c | d <!-- claim id=x --> |', ['d']],
    'before its paragraph, which is an error': ['One.\n\n<!-- claim id=a --> Two.', [undefined]],
    'over several lines': ['One.\n<!-- claim\n  id=a\n  note="x -> y"\n-->\nTwo.', ['One.']],
    'in block-level HTML': ['One.\n\n<div>\n<!-- claim id=a -->\n</div>', ['One.']],
  };
  for (const [name, [text, expected]] of Object.entries(cases)) test(name, () => assert.deepEqual(bindings(text), expected));

  test('attributes are read as in HTML', () => {
    const draft = buildDraft('> It is 20%. <!-- claim source="a b" value=\'20%\' note="say &quot;no&quot; --&gt; &#233;"\n>   as-of = 2025/2026 id=a.b-c_1 -->');
    const claim = draft.claims[0]!;
    assert.deepEqual(draft.problems, []);
    assert.deepEqual({ sources: claim.sources.map(s => [s.id, at(draft, s.span)]), value: claim.value, note: claim.note, asOf: claim.asOf, id: claim.id },
      { sources: [['a', 'a'], ['b', 'b']], value: '20%', note: 'say "no" --> é', asOf: '2025/2026', id: 'a.b-c_1' });
    assert.deepEqual(claim.attributes.map(a => [at(draft, a.nameSpan), at(draft, a.valueSpan)]), [['source', 'a b'], ['value', '20%'], ['note', 'say &quot;no&quot; --&gt; &#233;'], ['as-of', '2025/2026'], ['id', 'a.b-c_1']]);
  });
  test('the first of a repeated attribute counts, and so does the rest beside an error', () => {
    const claim = buildDraft('A. <!-- claim status=todo status=verified stakes=low by=lk -->').claims[0]!;
    assert.deepEqual([claim.status, claim.stakes, claim.by], ['todo', undefined, 'lk']);
  });
  test('the words it is about', () => {
    const draft = buildDraft('The “old *ferry*” sank. <!-- claim text="&quot;old ferry&quot;" --> Gone. <!-- claim -->');
    assert.deepEqual(draft.claims.map(c => at(draft, c.subject)), ['“old *ferry*”', 'Gone.']);
  });
});

describe('control comments', () => {
  const reach = (text: string) => {
    const draft = buildDraft(text);
    return draft.controls.map(c => [c.kind, c.rules.map(r => at(draft, r.span)).join(), c.reason, at(draft, c.reach)]);
  };
  test('the next line is neither blank nor a comment', () => {
    assert.deepEqual(reach('<!-- claimcheck-disable-next-line figures/conflict, dates -- old annex -->\n\n<!-- note\nof two lines -->\nOne. Two.\nThree.'), [['disable-next-line', 'figures/conflict,dates', 'old annex', 'One. Two.']]);
  });
  test('the line', () => assert.deepEqual(reach('Zero.\r\nOne. <!-- claimcheck-disable-line -->\r\nTwo.'), [['disable-line', '', undefined, 'One. <!-- claimcheck-disable-line -->']]));
  test('to the end, or to enable', () => {
    assert.deepEqual(reach('<!-- claimcheck-disable a/b c/d -->\n\nOne.\n\n<!-- claimcheck-enable a/b -->\n\nTwo.').map(([kind, rules, , text]) => [kind, rules, String(text).includes('Two.')]),
      [['disable', 'a/b', false], ['disable', 'c/d', true], ['enable', 'a/b', false]]);
  });
  test('the file', () => assert.equal(reach('One.\n\n<!-- claimcheck-disable-file sources -->')[0]![3], 'One.\n\n<!-- claimcheck-disable-file sources -->'));
});

describe('front matter', () => {
  const read = (yaml: string) => {
    const draft = buildDraft(`---\n${yaml}\n---\nText.`);
    return { ...draft.frontMatter!, draft };
  };
  test('title, date, status', () => {
    const { title, date, ready, problems } = read('title: "A: b"\ndate: 2025-09-19T10:00:00Z\nstatus: ready');
    assert.deepEqual({ title, date, ready, problems }, { title: 'A: b', date: '2025-09-19', ready: true, problems: [] });
    assert.equal(read('date: 2025-09-19 10:00').date, '2025-09-19');
  });
  test('a date that is none', () => {
    const { date, problems, draft } = read('date: 2025-02-30');
    assert.equal(date, undefined);
    assert.deepEqual(problems.map(p => [p.about, at(draft, p)]), [['front-matter', '2025-02-30']]);
  });
  test('sources as a path or a list', () => {
    assert.deepEqual(read('sources: a.yaml').sourcePaths.map(p => p.path), ['a.yaml']);
    const { sourcePaths, draft } = read('sources:\n  - a.yaml\n  - "b/c.bib"');
    assert.deepEqual(sourcePaths.map(p => [p.path, at(draft, p.span)]), [['a.yaml', 'a.yaml'], ['b/c.bib', '"b/c.bib"']]);
  });
  test('sources as entries, with offsets in the draft', () => {
    const { registry, draft } = read('title: x\nsources:\n  log:\n    type: report\n    title: Log\n  crew: {type: interview}\ndate: 2025-01-01');
    assert.deepEqual(registry?.entries.map(e => [e.id, at(draft, e.idSpan)]), [['log', 'log'], ['crew', 'crew']]);
  });
  test('sources that are nonsense', () => assert.deepEqual(read('sources: 24').problems.map(p => p.about), ['sources']));
  test('one key that cannot be read does not cost the others', () => {
    const { title, date, registry, problems, draft } = read('title: Budget: the sequel\nstatus: "ready\ndate: 2025-09-19\nsources:\n  a: {type: report, title: T}\n');
    assert.deepEqual([title, date, registry?.entries.map(e => e.id)], ['Budget: the sequel', '2025-09-19', ['a']]);
    assert.deepEqual(problems.map(p => draft.text.slice(0, p.start).split('\n').length), [2, 3]);
    assert.match(problems[0]!.message, /a value that has a colon of its own needs quotation marks\.$/);
    assert.match(problems[1]!.message, /a quotation mark never closes\.$/);
  });

  test('what is not front matter', () => {
    for (const text of ['Text.\n---\ntitle: a\n---', '---\ntitle: a\n\nText.', ' ---\ntitle: a\n---', '----\ntitle: a\n----']) assert.equal(buildDraft(text).frontMatter, undefined, text);
  });
  test('after a byte-order mark, with carriage returns, empty', () => {
    assert.equal(buildDraft('\ufeff---\r\ntitle: a\r\n---\r\nText.').frontMatter?.title, 'a');
    const draft = buildDraft('---\n---\nText.');
    assert.deepEqual([draft.frontMatter?.problems, draft.sentences.map(s => s.text)], [[], ['Text.']]);
  });
  test('YAML that cannot be read leaves the rest of the draft', () => {
    const { problems, draft } = read('title: [a\nb: }');
    assert.ok(problems.length > 0 && problems.every(p => p.about === 'front-matter'));
    assert.deepEqual(draft.sentences.map(s => s.text), ['Text.']);
  });
});

describe('containers', () => {
  test('lists, items, quotes, tables and footnotes', () => {
    const draft = buildDraft('- a\n- > b\n\n1. c\n\n| d | e |\n|---|---|\n| f | g |\n\n[^h]: i');
    assert.deepEqual(draft.leaves.map(l => [l.content.prose, ...l.content.containers.map(c => (c.kind === 'list' ? `${c.ordered ? 'ol' : 'ul'}:${c.item}` : c.kind === 'table' ? `${c.row},${c.column}` : c.kind === 'footnote' ? c.label : c.kind))]),
      [['a', 'ul:0'], ['b', 'ul:1', 'quote'], ['c', 'ol:0'], ['d', '0,0'], ['e', '0,1'], ['f', '1,0'], ['g', '1,1'], ['i', 'h']]);
  });
  test('two lists of one block are told apart', () => {
    const draft = buildDraft('> - a\n>\n> b\n>\n> - c');
    const lists = draft.leaves.flatMap(l => l.content.containers.filter(c => c.kind === 'list').map(c => c.list));
    assert.equal(new Set(lists).size, 2);
  });
});

describe('asides', () => {
  const asides = (text: string) => {
    const draft = buildDraft(text);
    return draft.asides.map(({ leaf, sentences }) => [leaf.content.kind, leaf.content.prose, ...sentences.map(sentence => at(draft, sentence))]);
  };
  const cases: Record<string, [string, (string | undefined)[][]]> = {
    'the title in the front matter': ['---\ntitle: Mill sheds 40 jobs\n---\nIt was Monday.', [['title', 'Mill sheds 40 jobs', 'Mill sheds 40 jobs']]],
    'a title in quotation marks': ['\uFEFF---\r\ntitle: "Mill: 40 jobs go"\r\n---\r\n', [['title', 'Mill: 40 jobs go', 'Mill: 40 jobs go']]],
    'a title that stands otherwise than it reads is left out': ['---\ntitle: "Mill \\"sheds\\" 40 jobs"\n---\n', []],
    'a folded title too': ['---\ntitle: >\n  Mill sheds\n  40 jobs\n---\n', []],
    'what stands for an image, over lines and in a list': ['A ![crowd of\n400](a.png) walk.\n\n- ![](b.png)\n- ![Two [small] boats](c.png "A title")\n', [['alt', 'crowd of 400', 'crowd of\n400'], ['alt', 'Two [small] boats', 'Two [small] boats']]],
  };
  for (const [name, [text, expected]] of Object.entries(cases)) test(name, () => assert.deepEqual(asides(text), expected));

  test('their sentences are none of the running text', () => {
    const draft = buildDraft('---\ntitle: One. Two.\n---\nThree. ![Four](a.png)');
    assert.deepEqual(draft.sentences.map(({ text }) => text), ['Three.']);
    assert.deepEqual(draft.asides.flatMap(({ sentences }) => sentences.map(({ index }) => index)), [-1, -2, -3]);
  });
});
