// splitSentences: where a reader would say that a sentence of news copy ends.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { splitSentences } from '../../server/src/language/sentences.ts';

/** Each line is a paragraph with a bar at every place where one sentence ends and the next begins. */
const PARAGRAPHS: Readonly<Record<string, readonly string[]>> = {
  'titles and initials': [
    'Gov. Ada K. Lindgren met Lt. Col. R.J. Moss on Monday.|They left early.',
    'Mr. and Mrs. Vale sold the farm to Dr. Ohm.|He paid in cash.',
    'Vice Chair J.T. Marlow voted no.|So did Ms. Pell.',
    'By W. Abara.|It was his third.',
  ],
  'places and regions': [
    'The plant in the U.S. Midwest closed.|It had run for years.',
    'She moved to the U.K. The firm followed.'.replace('U.K. ', 'U.K.|'),
    'Sen. Ruth Ames, D-Minn., objected.|Rep. Lee Cho, R-Ohio, did not.',
    'They drove to Macon, Ga. Crews met them there.'.replace('Ga. ', 'Ga.|'),
    'He works in St. Paul.|His shop is on Grand St. The rent is low.'.replace('St. The', 'St.|The'),
  ],
  'letters that are no abbreviations': [
    'It was 31 C.|Fires spread.',
    'Ada Moe (b. 1961) is a baker.|She lives in Lund.',
    'The Rt. Rev. Ida Ohm prayed.|The Ven. Lars Moe did not.',
    'It shut at 11 p.m.|Mondays are quiet.',
  ],
  'ellipses and questions': [
    'He waited…|She left.',
    'He said so… and left.|She stayed.',
    'She asked, “Why now?”|Nobody answered.',
    '“Why now?” Moe fumed.|He left.',
  ],
  'companies': [
    'Halden Inc. and Brask Co. Ltd. merged.|Torv Corp. Chief Executive Ida Moe resigned.',
    'Shares of Halden Inc. It fell 3%.'.replace('Inc. ', 'Inc.|'),
  ],
  'dates, hours and numbers': [
    'The vote is on Oct. 4 at 9 a.m. Tuesday.|Polls close at 8 p.m. Results follow.'.replace('p.m. R', 'p.m.|R'),
    'At 6 a.m. Lindgren spoke.',
    'Rain fell in Sept. and Oct. but not in Nov. Dec. was dry.'.replace('Nov. ', 'Nov.|'),
    'Turnout was 41.5%.|32 towns reported none.',
    'See Sec. 4 and No. 12 of Vol. 3.|No. That is wrong.'.replace('No. That', 'No.|That'),
    '1. The board met.',
  ],
  'quotations': [
    '“We lost time.|We lost money,” Moe said.|She left.',
    '“Why now?” she asked.|“Nobody knows!” he shouted.',
    '“Who pays?” Rep. Lee Cho asked on Friday.|Nobody answered.',
    '“Who pays?”|Cho said he would find out.',
    'He said: “Enough.”|“Go home.”',
    '“It is over.” Moe said.|She left.',
    '"Stop!" a guard cried.|"Stop now."',
    'It was a “very good” result.|The town cheered.',
    'He wanted more ... and got it.',
  ],
};

for (const [name, paragraphs] of Object.entries(PARAGRAPHS)) {
  test(`sentences: ${name}`, () => {
    for (const marked of paragraphs) {
      const expected = marked.split('|').map(s => s.trim());
      const text = expected.join(' ');
      assert.deepEqual(splitSentences(text).map(s => text.slice(s.start, s.end)), expected);
    }
  });
}

test('sentences cover every character that is no white space, in order', () => {
  const words = fc.constantFrom('The', 'U.S.', 'said', '“No.', '”', '...', '?', '32', '.', '\n', ' ', '’90s', '😀', 'Mr.', 'a.m.', '(Ga.)', '!', '\u2028');
  fc.assert(
    fc.property(fc.array(words, { maxLength: 60 }), parts => {
      const text = parts.join(' ');
      let covered = '';
      let at = 0;
      for (const s of splitSentences(text)) {
        assert.ok(at <= s.start && s.start < s.end && s.end <= text.length);
        assert.equal(text.slice(at, s.start).trim(), '');
        assert.equal(text.slice(s.start, s.end), text.slice(s.start, s.end).trim());
        covered += text.slice(s.start, s.end);
        at = s.end;
      }
      assert.equal(covered.replace(/\s/gu, ''), text.replace(/\s/gu, ''));
    }),
  );
});

test('a paragraph longer than the pieces that the segmenter gets is split as a short one is', () => {
  const sentence = 'The council of the U.S. Virgin Islands met Dr. Ohm at 9 a.m. Tuesday. ';
  assert.equal(splitSentences(sentence.repeat(500)).length, 500);
  const long = `${'the levy and '.repeat(2000)}the rest. Then it ended.`;
  assert.equal(splitSentences(long).length, 2);
});

test('hostile paragraphs are split in linear time', { timeout: 10_000 }, () => {
  for (const text of ['U.S. '.repeat(40_000), '. '.repeat(100_000), '”'.repeat(200_000), ' '.repeat(200_000), 'a'.repeat(200_000), '?” Ann Bo '.repeat(20_000), '. 1'.repeat(50_000)]) splitSentences(text);
});
