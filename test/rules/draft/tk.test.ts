import { tk } from '../../../server/src/rules/draft/tk.ts';
import { testRule } from '../rule-tester.ts';

testRule(tk, {
  valid: [
    'The shop is a TK Maxx now.',
    { name: 'code', text: 'The template says `TK` where the number goes.' },
    { name: 'code block', text: '```\nTK\n```' },
    { name: 'an address', text: 'See https://example.org/TK for the form.' },
    { name: "a link's address", text: 'See [the form](https://example.org/TK).' },
    { name: 'a comment', text: 'The form is here. <!-- TK for the desk -->' },
    { name: 'front matter', text: '---\ntitle: TK\n---\nText.' },
    { name: 'inside a word', text: 'The ATKX and TKO files.' },
    { name: 'a code with digits', text: 'The trooper TK-421 left.' },
    { name: 'a brand with a hyphen', text: 'The TK-MAXX store and TK’s rivals, #TK.' },
    { name: 'letters that the draft gives as a name', text: 'Tarn Kestrel (TK) grew. On Monday TK said it would close.' },
    { name: 'capitals that go on', text: 'The TKM file and the TKBN note.' },
    { name: 'small letters', text: 'The file is called tk.' },
    { name: 'an ordinary bracket', text: 'He said "it [the fund] is source enough".' },
  ],
  invalid: [
    { text: 'It cost $⟦TK⟧ million.'.replace('$⟦', '⟦$'), messages: ['Something is still to come here.'] },
    { text: 'About ⟦TKTK⟧ people came.' },
    { text: 'A ⟦TK⟧-year-old man, ⟦TK⟧, was held.' },
    { text: 'It fell by ⟦TK⟧%.' },
    { name: 'with a unit', text: 'It costs £⟦TKbn⟧ and is ⟦TKkm⟧ long.'.replace('£⟦', '⟦£') },
    { name: 'in parentheses, where no name is shortened', text: 'Smith, 43 (⟦TK⟧), left.' },
    { text: 'It was built in 1911 ⟦[TK: ask the harbour master]⟧.', messages: ['Something is still to come here: ask the harbour master.'] },
    { text: 'It was built in 1911 ⟦[TK]⟧.' },
    { text: 'It is the oldest bridge ⟦[citation needed]⟧.', messages: ['A citation is still needed here.'] },
    { text: 'It is the longest bridge ⟦[source?]⟧.', messages: ['The source is still in question here.'] },
    { name: 'an item that looks like a citation', text: 'It is the widest bridge ⟦[TK ask @anna]⟧.' },
    { name: 'a table', text: '| Year | Ships |\n| --- | --- |\n| 2024 | ⟦TK⟧ |' },
    { name: 'a heading', text: '# Harbour cuts ⟦TK⟧ jobs' },
    { name: 'across a line break', text: 'It was built in 1911 ⟦[TK:\nask]⟧.' },
    { name: 'a footnote', text: 'Text.[^a]\n\n[^a]: ⟦TK⟧' },
    { name: 'after an emoji and a carriage return', text: '😀 one\r\n⟦TK⟧ two' },
  ],
});
