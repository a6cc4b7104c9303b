import { incomplete } from '../../../server/src/rules/sources/incomplete.ts';
import { testRule } from '../rule-tester.ts';

const draft = (entry: string) => `---\nsources:\n${entry}---\nIt closed [@board].\n`;

testRule(incomplete, {
  valid: [
    draft('  board: {type: webpage, title: T, url: "https://example.org", accessed: 2025}\n'),
    draft('  board: {type: interview, anonymous: {description: a clerk}, issued: 2025-05}\n'),
    draft('  board: {type: report, title: T, publisher: P, issued: 2025}\n'),
    draft('  board: {title: T}\n'),
    { name: 'a date that cannot be read is reported as that', text: draft('  board: {type: interview, author: A, issued: May}\n') },
    { name: 'an entry that cannot be read', text: draft('  board: 17\n') },
  ],
  invalid: [
    {
      text: draft('  ⟦board⟧:\n    type: webpage\n    title: T # final\n'),
      messages: ['The entry “board” has no url, DOI, archived or file, and no issued or accessed, which a source of the type “webpage” needs.'],
      fixes: [{ title: 'Add url and issued to “board”', output: draft('  board:\n    type: webpage\n    title: T # final\n    url: TK\n    issued: TK\n') }],
    },
    {
      text: draft('  ⟦board⟧: {type: interview, author: A}\n'),
      messages: ['The entry “board” has no issued, which a source of the type “interview” needs.'],
      fixes: [{ title: 'Add issued to “board”', output: draft('  board: {type: interview, author: A, issued: TK}\n') }],
    },
    { text: draft('  ⟦board⟧: {publisher: P}\n'), messages: ['The entry “board” has no title, which a source needs.'] },
    { name: 'placeholders are still to be filled in', text: draft('  ⟦board⟧: {type: interview, author: A, issued: TK}\n'), fixes: [] },
  ],
});
