// How one vote went, told twice: "by 31 votes to 24" and "passed 32-24", "by 9 to 4" and "a 9-3 vote".
import type { Analysis, Figure } from '../analysis.ts';

export interface BallotConflict {
  readonly here: Figure;
  readonly there: Figure;
}

interface Ballot {
  readonly figure: Figure;
  readonly votes: readonly [number, number];
  /** Who voted, where the sentence says. */
  readonly body: string | undefined;
}

const BY = /\b(?:pass(?:ed|es)?|approved?|backed|carried|rejected|adopted|voted|lost|defeated|agreed|endorsed)\b[^.;]{0,60}\bby $/i;
const SPLIT = /\b(?:split|divided|made it|casting vote|vote (?:was|of)|voted)\b[^.;]{0,30}$/i;
const BODY = /\b(?:senate|house|lords|commons|assembly|parliament|council|committee|board|jury|court|panel|congress|cabinet|commission)\b/i;
/** Words by which a vote is another one. */
const ANOTHER = /\b(?:earlier|previous(?:ly)?|first|second|third|another|last (?:year|month|week)|in (?:19|20)\d\d|again|amendment|compared|preliminary|final)\b/i;
/** So far apart two tellings of one vote may be, on either side. */
const NEAR = 2;

/** A longer sentence is a list. */
const LONGEST = 600;

/** The first two votes of a draft that differ in one number, by a little; with a third result, or of two bodies, they are several votes. */
export function ballotConflicts({ figures }: Pick<Analysis, 'figures'>): BallotConflict[] {
  const ballots = figures.flatMap((figure, i) => readBallot(figure, figures[i + 1]) ?? []);
  const results = new Set(ballots.map(({ votes }) => votes.join('-')));
  if (results.size !== 2) return [];
  const [here] = ballots;
  const there = ballots.find(({ votes }) => votes.join('-') !== here!.votes.join('-'))!;
  const [a, b] = [here!.votes, there.votes];
  const alike = (a[0] === b[0]) !== (a[1] === b[1]) && Math.abs(a[0] - b[0]) <= NEAR && Math.abs(a[1] - b[1]) <= NEAR;
  const bodies = new Set(ballots.flatMap(({ body }) => body ?? []));
  return alike && bodies.size < 2 && here!.figure.sentence !== there.figure.sentence ? [{ here: here!.figure, there: there.figure }] : [];
}

function readBallot(figure: Figure, next: Figure | undefined): Ballot | undefined {
  const { quantity, about, sentence, prose } = figure;
  if (sentence.text.length > LONGEST) return undefined;
  const text = sentence.leaf.content.prose;
  const before = text.slice(Math.max(sentence.prose.start, prose.start - 90), prose.start);
  const votes = ((): readonly [number, number] | undefined => {
    if (quantity.kind === 'score' && quantity.upper !== null) return about?.head === 'vote' || SPLIT.test(before) ? [quantity.value, quantity.upper] : undefined;
    if (!next || next.sentence !== sentence || text.slice(prose.end, next.prose.start) !== ' to ' || quantity.upper !== null || next.quantity.upper !== null) return undefined;
    return quantity.unit === 'vote' || quantity.unit === null && BY.test(before) ? [quantity.value, next.quantity.value] : undefined;
  })();
  return votes && !ANOTHER.test(sentence.text) ? { figure, votes, body: BODY.exec(sentence.text)?.[0].toLowerCase() } : undefined;
}
