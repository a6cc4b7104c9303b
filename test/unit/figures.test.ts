// Figures, claims and comparison: what a figure measures, what a claim names, and which values can hold together.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildDraft } from '../../server/src/draft/build.ts';
import { readQuantity } from '../../server/src/language/quantities.ts';
import { buildAnalysis } from '../../server/src/model/build.ts';
import { emptyContext } from '../../server/src/model/context.ts';
import { agrees, canBothHold, timesOverlap } from '../../server/src/model/figures/compare.ts';
import { findMiscalculations } from '../../server/src/model/figures/arithmetic.ts';
import { inferredConflicts } from '../../server/src/model/figures/inferred.ts';
import { dateConflicts } from '../../server/src/model/figures/date-conflicts.ts';
import { describeQuantity } from '../../server/src/model/figures/words.ts';
import { summarize } from '../../server/src/model/summary.ts';

function analyse(text: string, date?: string) {
  return buildAnalysis(buildDraft(text), emptyContext('file:///draft.md', date));
}

/** Each figure: words, kind, what it measures, when. */
function figures(text: string, date?: string): string[] {
  const { figures: found, draft } = analyse(text, date);
  return found.map(f => [draft.text.slice(f.start, f.end), f.kind, f.measure ?? '-', f.asOf ?? '-'].join(' | '));
}

function checkFigures(text: string, ...expected: string[]): void {
  test(text.split('\n')[0]!, () => assert.deepEqual(figures(text, '2024-05-15'), expected));
}

checkFigures('The ferry tax stands at **18%**.', '18% | level | ferry tax | -');
checkFigures('The list names 32 small Danish firms.', '32 small Danish firms | level | small danish firm | -');
checkFigures('Rents rose by 4 percent in March to $900.', '4 percent | change | - | 2024-03', '$900 | level | - | 2024-03');
checkFigures('Growth of 2.1 percent is forecast for 2025.', '2.1 percent | level | growth | 2025');
checkFigures('The tax peaked at 18% in 2021.', '18% | peak | tax | 2021');
checkFigures('Another 14 firms were warned.', '14 firms | part | firm | -');
checkFigures('About 40 percent of the stake is held abroad.', '40 percent | share | share of stake | -');
checkFigures('The number of pupils fell from 3,140 in 2022 to 3,010 in 2023.', '3,140 | unknown | - | 2022', '3,010 | level | pupil | 2023');
checkFigures('| | 2024 | 2023 |\n| --- | --- | --- |\n| Net revenue | $81m | $74m |', '$81m | level | net revenue | 2024', '$74m | unknown | net revenue | 2023');
checkFigures('Run `sleep 30 seconds` first.');

test('a figure in markup, entities and CRLF stands where it is written', () => {
  const text = 'A &amp; B paid **$1.2&nbsp;billion**\r\nfor *32* firms.';
  const { figures: found, draft } = analyse(text);
  assert.deepEqual(found.map(f => draft.text.slice(f.start, f.end)), ['$1.2&nbsp;billion', '32* firms']);
});

test('a date of the draft resolves relative dates; without one they stay open', () => {
  assert.deepEqual(analyse('Rain fell on Monday.', '2024-05-15').dates.map(d => d.mention.iso), ['2024-05-13']);
  assert.deepEqual(analyse('---\ndate: 2024-05-15\n---\nRain fell on Monday.').dates.map(d => d.mention.iso), ['2024-05-13']);
  assert.deepEqual(analyse('Rain fell on Monday.').dates.map(d => d.mention.iso), [undefined]);
});

// Claims
function claim(text: string) {
  const { claims, draft } = analyse(text);
  const [first] = claims;
  return { ...first, problems: (first?.problems ?? []).map(p => `${p.severity ?? 'error'}: ${draft.text.slice(p.start, p.end)}: ${p.message}`), at: first?.figure && draft.text.slice(first.figure.span.start, first.figure.span.end) };
}

test('a claim names the one figure of its sentence, the one in its text, or its value', () => {
  assert.equal(claim('The toll is 20%. <!-- claim figure=toll -->').at, '20%');
  assert.equal(claim('The toll is 20% and the fee $3. <!-- claim figure=fee text="the fee $3" -->').at, '$3');
  assert.equal(claim('The toll is 20% and the fee $3. <!-- claim figure=toll value=20% -->').at, '20%');
  assert.equal(claim('The toll is a fifth of the fee. <!-- claim figure=toll value=20% -->').figure?.quantity.value, 20);
  assert.equal(claim('In 2023 the toll was 20%. <!-- claim figure=toll -->').figure?.asOf, '2023');
  assert.equal(claim('In 2023 the toll was 20%. <!-- claim figure=toll as-of=2022-06 -->').figure?.asOf, '2022-06');
});

test('what is wrong with a claim’s value is said at the attribute', () => {
  assert.deepEqual(claim('The toll is 20% and the fee $3. <!-- claim figure=toll -->').problems, ['error: toll: The sentence has 2 figures, and “toll” names one: say which with text="…" or value="…".']);
  assert.match(claim('The toll is high. <!-- claim figure=toll -->').problems[0] ?? '', /^error: toll: .*add value/);
  assert.match(claim('The toll is 20%. <!-- claim figure=toll value=lots -->').problems[0] ?? '', /^error: lots: .*not exactly one figure/);
  assert.match(claim('The toll is 20%. <!-- claim figure=toll value="20% or 25%" -->').problems[0] ?? '', /^error: 20% or 25%/);
  assert.equal(claim('The toll is 20%. <!-- claim figure=toll value=25% -->').problems[0], 'warning: 25%: No figure of the sentence agrees with the value “25%”: it says 20%.');
  assert.deepEqual(claim('The toll is about 20 percent. <!-- claim figure=toll value=20% -->').problems, []);
  assert.deepEqual(claim('The toll is 20%. <!-- claim status=verified -->').problems, []);
});

test('the summary of a draft holds its claim ids and named figures at their places', () => {
  const text = 'The toll is 20%. <!-- claim id=a1 figure=toll scope=cars -->';
  const { claimIds, namedFigures } = summarize(analyse(text));
  assert.deepEqual(claimIds.map(c => text.slice(c.start, c.end)), ['a1']);
  assert.deepEqual(namedFigures.map(f => [f.name, f.words, f.scope, text.slice(f.start, f.end)]), [['toll', '20%', 'cars', '20%']]);
});

// Comparison
test('which values can hold together', () => {
  const hold = (a: string, b: string) => canBothHold(readQuantity(a)!, readQuantity(b)!);
  for (const [a, b] of [['$1.28 billion', '$1,284m'], ['at least 40', '52'], ['no more than 20%', 'just under 20%'], ['about 300', '312'], ['10–15%', '12%'], ['10–15%', '14–18%'], ['10 km', '6.2 miles'], ['2 hours', '120 minutes'], ['19 cents', '$0.19'], ['two-thirds', '67%'], ['32', '32 companies'], ['20%', '$3'], ['more than 300', '3,120']] as const) {
    assert.ok(hold(a, b) && hold(b, a), `${a} and ${b}`);
  }
  for (const [a, b] of [['20%', '25%'], ['at least 40', '32'], ['no more than 20%', '25%'], ['about 300', '410'], ['10–15%', '18%'], ['10 km', '9 miles'], ['$412 million', '$412 billion'], ['7-4', '7-5'], ['32 companies', '31 companies'], ['more than 300', '287']] as const) {
    assert.ok(!hold(a, b) && !hold(b, a), `${a} and ${b}`);
  }
});

test('agreement of a claim’s value with its sentence is closer than compatibility', () => {
  assert.ok(agrees(readQuantity('32')!, readQuantity('at least 32 companies')!));
  assert.ok(agrees(readQuantity('$6 million')!, readQuantity('$6 million a year')!));
  assert.ok(!agrees(readQuantity('$6 million')!, readQuantity('$7 million a year')!));
  assert.ok(!agrees(readQuantity('40')!, readQuantity('at least 32 companies')!));
  assert.ok(!agrees(readQuantity('20%')!, readQuantity('$20')!));
});

test('times overlap by days; an unset one matches any', () => {
  assert.ok(timesOverlap('2024', '2024-06') && timesOverlap('2024-06', '2024-06-30') && timesOverlap(undefined, '2020') && timesOverlap('2024-01/2024-03', '2024-03-31'));
  assert.ok(!timesOverlap('2023', '2024') && !timesOverlap('2024-06', '2024-07-01'));
});

test('a quantity in words', () => {
  const words = (text: string) => describeQuantity(readQuantity(text)!);
  assert.deepEqual(['$1.2bn', 'at least 32 companies', '10–15%', '4,100 people', 'one inch', '6 km/h', 'RMB 5m', '7-4'].map(words), ['$1.2 billion', 'at least 32 companies', '10–15%', '4,100 people', '1 inch', '6 kilometre per hours', 'CNY 5 million', '7–4'].map(w => w.replace('kilometre per hours', 'kilometres per hour')));
});

test('any draft: spans lie in it, nothing throws, the same twice', () => {
  const piece = fc.constantFrom('The toll is 20%.', ' <!-- claim figure=toll -->', '\n\n', '- ', '# ', '**', '32 firms', ' in 2024', 'from 3 to 5 percent, a rise of 2 percent', '| a | b |\n| - | - |\n| x | 3% |\n', '> ', '[^1]', '\n[^1]: 12 men', '“', '”', 'Ann Berg, 52,', ' said', '😀', '\r\n', ' was arrested on May 3, 2024.', '<!-- claim figure=toll value="$3" as-of=2024 -->', '`9%`');
  fc.assert(fc.property(fc.array(piece, { maxLength: 25 }), parts => {
    const text = parts.join('');
    const one = analyse(text, '2024-05-15');
    const inText = (span: { start: number; end: number }) => assert.ok(0 <= span.start && span.start < span.end && span.end <= text.length, JSON.stringify(text));
    one.figures.forEach(inText);
    one.dates.forEach(inText);
    for (const { figure, problems } of one.claims) {
      if (figure) inText(figure.span);
      problems?.forEach(p => assert.ok(p.start <= p.end && p.end <= text.length));
    }
    for (const { here, there } of inferredConflicts(one)) assert.ok(here !== there);
    findMiscalculations(one);
    dateConflicts(one);
    assert.deepEqual(figures(text), figures(text));
  }), { numRuns: 150 });
});

test('a draft of many figures takes bounded time', { timeout: 30_000 }, () => {
  const many = (line: (n: number) => string) => Array.from({ length: 1500 }, (_, n) => line(n)).join('\n\n');
  for (const text of [many(n => `The ferry tax stands at ${n}%.`), many(n => `The list names ${n + 20} firms.`), many(n => `Body ${n} put the number at ${n + 100}.`), many(n => `Ann Berg was arrested on May ${1 + (n % 28)}, 2024.`), Array.from({ length: 1500 }, (_, n) => `It is ${n}%, or ${n + 1} of ${n + 2} men`).join(', ')]) {
    const analysis = analyse(text, '2024-05-15');
    inferredConflicts(analysis);
    findMiscalculations(analysis);
    dateConflicts(analysis);
  }
});
