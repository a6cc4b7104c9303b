// Quotations of every house style: what is quoted, what kind of quotation it is, who speaks and how.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toRecord } from '../../server/src/cli/record.ts';
import { buildDraft } from '../../server/src/draft/build.ts';
import { buildAnalysis } from '../../server/src/model/build.ts';
import { emptyContext } from '../../server/src/model/context.ts';

interface Quotation {
  kind: string;
  content: [number, number];
  speaker: [number, number] | null;
  channel: [number, number] | null;
}

/** `kind: words — speaker (channel)` of everything that is quoted; what is reported without marks is left out. */
function quotations(text: string): string[] {
  const analysis = buildAnalysis(buildDraft(text), emptyContext('doc', '2025-09-19'));
  const { quotes } = toRecord('doc', analysis, [], path => path) as { quotes: Quotation[] };
  const at = ([start, end]: [number, number]) => text.slice(start, end);
  return quotes.filter(q => q.kind !== 'indirect').map(q => `${q.kind}: ${at(q.content)}${q.speaker ? ` — ${at(q.speaker)}` : ''}${q.channel ? ` (${at(q.channel)})` : ''}`);
}

type Case = readonly [text: string, ...quotations: string[]];

const SPEECH: readonly Case[] = [
  ['“The pier is shut,” Moe said.', 'direct: The pier is shut, — Moe'],
  ['"The pier is shut," Moe said.', 'direct: The pier is shut, — Moe'],
  ['‘The pier is shut,’ Moe said.', 'direct: The pier is shut, — Moe'],
  ["'The pier is shut,' Moe said.", 'direct: The pier is shut, — Moe'],
  ['«The pier is shut», Moe said.', 'direct: The pier is shut — Moe'],
  ['« The pier is shut », said Moe.', 'direct:  The pier is shut  — Moe'],
  ['„The pier is shut“, said Moe.', 'direct: The pier is shut — Moe'],
  ['„The pier is shut,” said Moe.', 'direct: The pier is shut, — Moe'],
  ['»The pier is shut«, said Moe.', 'direct: The pier is shut — Moe'],
  ["''The pier is shut,'' Moe said.", 'direct: The pier is shut, — Moe'],
  ["``The pier is shut,'' Moe said.", 'direct: The pier is shut, — Moe'],
  ['Moe said: “The pier is shut.”', 'direct: The pier is shut. — Moe'],
  ['Moe said, "The pier is shut."', 'direct: The pier is shut. — Moe'],
  ["Moe said: 'The pier is shut.'", 'direct: The pier is shut. — Moe'],
  ['Moe: “The pier is shut.”', 'direct: The pier is shut. — Moe'],
  ['“Is the pier shut?” Moe asked.', 'direct: Is the pier shut? — Moe'],
  ['“Shut the pier!” shouted Lars Moe, a docker.', 'direct: Shut the pier! — Lars Moe'],
  ['“The pier is shut” said Moe.', 'direct: The pier is shut — Moe'],
  ['“The pier is shut.” Moe said.', 'direct: The pier is shut. — Moe'],
  ['“The pier,” Moe said, “is shut.”', 'direct: The pier, — Moe', 'direct: is shut. — Moe'],
  ['"The pier," said Moe, "is shut for good."', 'direct: The pier, — Moe', 'direct: is shut for good. — Moe'],
  ["'The pier,' said Moe, 'is shut for good.'", 'direct: The pier, — Moe', 'direct: is shut for good. — Moe'],
  ['“The pier is shut,” Moe said. “It will not open again.”', 'direct: The pier is shut, — Moe', 'direct: It will not open again. — Moe'],
  ['“The pier — all of it — is shut,” Moe told reporters on Monday.', 'direct: The pier — all of it — is shut, — Moe (reporters)'],
  ['“The pier is shut,” Ida Ohm, the port’s manager, said in an email.', 'direct: The pier is shut, — Ida Ohm (an email)'],
  ['“The pier is shut,” Ohm said in a statement on Monday.', 'direct: The pier is shut, — Ohm (a statement)'],
  ['“The pier is shut,” Ohm wrote in a post on Bluesky.', 'direct: The pier is shut, — Ohm (Bluesky)'],
  ['“The pier is shut,” Ohm posted on X late on Monday.', 'direct: The pier is shut, — Ohm (X)'],
  ['“The pier is shut,” Ohm told the Lund Times.', 'direct: The pier is shut, — Ohm (the Lund Times)'],
  ['“The pier is shut,” Ohm said by phone.', 'direct: The pier is shut, — Ohm (phone)'],
  ['“The pier is shut,” Ohm said at a news conference in Lund.', 'direct: The pier is shut, — Ohm (a news conference)'],
  ['In a post on Bluesky, Ohm called it “a disgrace.”', 'mixed: a disgrace. — Ohm (Bluesky)'],
  ['“The pier is shut,” Ohm wrote in a Bluesky post.', 'direct: The pier is shut, — Ohm (Bluesky)'],
  ['Ohm, in a letter to members, called it “a disgrace.”', 'mixed: a disgrace. — Ohm (a letter)'],
  ['“The pier is shut,” Ohm said on Monday.', 'direct: The pier is shut, — Ohm'],
  ['“The pier is shut,” Ohm told her staff in a memo.', 'direct: The pier is shut, — Ohm (her staff)'],
  ['In a letter to members, Ohm wrote: “The pier is shut.”', 'direct: The pier is shut. — Ohm (a letter)'],
  ['According to Ohm, the pier is “shut for good.”', 'mixed: shut for good. — Ohm'],
  ['Ohm said the pier was “shut for good” and that no one would return.', 'mixed: shut for good — Ohm'],
  ['Ohm called the closure “a disgrace.”', 'mixed: a disgrace. — Ohm'],
  ['The pier is “shut for good,” Ohm said.', 'mixed: shut for good, — Ohm'],
  ['Ohm described the pier as ‘shut for good’.', 'mixed: shut for good — Ohm'],
  ['Asked when, she said: “Never.”', 'direct: Never. — she'],
  ['“No,” said Ohm. “Yes,” said Moe.', 'direct: No, — Ohm', 'direct: Yes, — Moe'],
  ['“We won’t go,” he said. “They don’t care, and we’ve had enough.”', 'direct: We won’t go, — he', 'direct: They don’t care, and we’ve had enough. — he'],
  ['“‘Shut’ is the word he used,” Ohm said.', 'direct: ‘Shut’ is the word he used, — Ohm'],
  ['“He told me, ‘Go home,’ and I went,” said Moe.', 'direct: He told me, ‘Go home,’ and I went, — Moe'],
  ['‘He told me, “Go home,” and I went,’ said Moe.', 'direct: He told me, “Go home,” and I went, — Moe'],
  ["'He told me, \"Go home,\" and I went,' said Moe.", 'direct: He told me, "Go home," and I went, — Moe'],
  ['"He told me, \'Go home,\' and I went," said Moe.', 'direct: He told me, \'Go home,\' and I went, — Moe'],
  ['“The sign said, ‘No “dogs” here,’” said Moe.', 'direct: The sign said, ‘No “dogs” here,’ — Moe'],
  ['“I … cannot say,” Moe said. “[The port] is shut.”', 'direct: I … cannot say, — Moe', 'direct: [The port] is shut. — Moe'],
  ['“Who knows?” she said with a shrug.', 'direct: Who knows? — she'],
  ['“The pier is shut,” a spokeswoman for the port said.', 'direct: The pier is shut, — a spokeswoman for the port'],
  ['“The pier is shut,” the port’s annual report says.', 'direct: The pier is shut, — the port’s annual report'],
  ['“The pier is shut,” said Moe, who is 61.', 'direct: The pier is shut, — Moe'],
  ['“The pier is shut,” Moe said, shaking his head.', 'direct: The pier is shut, — Moe'],
  ['“The pier is shut,” said Moe (61).', 'direct: The pier is shut, — Moe'],
];

const PARAGRAPHS: readonly Case[] = [
  ['“The pier is shut,” said Moe.\n\n“It will not open.\n\n“Not this year.”', 'direct: The pier is shut, — Moe', 'direct: It will not open. — Moe', 'direct: Not this year. — Moe'],
  ["Moe said: 'The pier is shut.\n\n'It will not open, and the dockers' hall is cold.'", "direct: The pier is shut. — Moe", "direct: It will not open, and the dockers' hall is cold. — Moe"],
  ['"The pier is shut.\n\n"It will not open," Moe said.', 'direct: The pier is shut. — Moe', 'direct: It will not open, — Moe'],
  ['> “The pier is shut, and it will not open this year.”\n>\n> — Ida Ohm, port manager', 'direct: The pier is shut, and it will not open this year. — Ida Ohm'],
  ['> The pier is shut, and it will not open this year.\n>\n> — Ida Ohm, port manager', 'direct: The pier is shut, and it will not open this year. — Ida Ohm'],
  ['In her letter Ohm wrote:\n\n> The pier is shut, and it will not open this year.', 'direct: The pier is shut, and it will not open this year. — Ohm (her letter)'],
  ['"The pier is shut, and it stays shut. Ida Ohm, Harbour League."', 'direct: The pier is shut, and it stays shut. Ida Ohm, Harbour League. — Ida Ohm'],
  ['On “Northern Mornings,” Lars Moe, who leads the dockers, was blunt. “The pier is shut, and it stays shut.”', 'none: Northern Mornings,', 'direct: The pier is shut, and it stays shut. — Lars Moe'],
  ['Lars Moe was blunt.\n\n“The pier is shut, and it stays shut.”', 'direct: The pier is shut, and it stays shut. — Lars Moe'],
  ['Lars Moe was blunt. “The pier is shut, and it stays shut.”', 'direct: The pier is shut, and it stays shut. — Lars Moe'],
];

const NO_SPEECH: readonly Case[] = [
  ['The so-called “levy list” grew.', 'none: levy list'],
  ['Her novel, “The Long Pier,” came out in May.', 'none: The Long Pier,'],
  ['They sang “Home by the Sea” at noon.', 'none: Home by the Sea'],
  ['Lars “Bubba” Moe won.', 'none: Bubba'],
  ["Lars 'Bubba' Moe won.", 'none: Bubba'],
  ['The term “slack water” is old.', 'none: slack water'],
  ['The ‘experts’ were late again.', 'none: experts'],
  ['The “reform” cost a fortune.', 'none: reform'],
  ['Their podcast, ‘Piers of the North’, has ended.', 'none: Piers of the North'],
];

const NO_QUOTATION: readonly string[] = [
  'The ’90s were kind to the port, and so were the ’60s.',
  "The '90s were kind to the port, and so were the '60s.",
  'They played rock ’n’ roll all night.',
  "They played rock 'n' roll all night.",
  'The dogs’ bowls and the nurses’ rota were gone.',
  "The dogs' bowls and the nurses' rota were gone.",
  'Moe’s boat, the Moes’ house and James’ dog were lost.',
  'He is 6\' 2" tall and wears a 34" belt.',
  'The boat is 41\'6" long.',
  'Go get ’em, ’tis the season, said no one.',
  'It happened at 3 o’clock on St. Olaf’s Day at Fisherman’s Wharf.',
  'The Workers’ Party met the Teachers’ Union.',
  'The class of ’68 met at Lund.',
  "She'd've gone if they'd asked; y'all know.",
  'The temperature in the ’20s and the ‘30s rose.',
  'Latitude 59° 54\' 50" north.',
];

function check(cases: readonly Case[]): void {
  for (const [text, ...expected] of cases) assert.deepEqual(quotations(text), expected, text);
}

test('what is reported begins behind the way that it came', () => {
  const contents = (text: string) => buildAnalysis(buildDraft(text), emptyContext('doc')).attributions.flatMap(a => a.content.map(c => text.slice(c.start, c.end)));
  assert.deepEqual(contents('The port said in a statement it had waited.'), ['it had waited']);
  assert.deepEqual(contents('The port said in an email on Monday it would wait.'), ['it would wait']);
  assert.deepEqual(contents('The port said in June it would wait.'), ['it would wait']);
  assert.deepEqual(contents('The port said in a statement that it had waited.'), ['it had waited']);
});

test('speech, whatever its marks, its place and its tag', () => check(SPEECH));
test('quotations of several paragraphs, block quotations and pull quotes', () => check(PARAGRAPHS));
test('scare quotes, titles, terms, nicknames and signs are no speech', () => check(NO_SPEECH));
test('apostrophes, decades, measures and possessives quote nothing', () => check(NO_QUOTATION.map(text => [text])));
