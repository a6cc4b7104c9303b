// What the YAML parser complains of, in words for a writer.
import type { YAMLError } from 'yaml';

/** The rest of the sentence "… cannot be read:". */
export function explain(error: YAMLError): string {
  switch (error.code) {
    case 'TAB_AS_INDENT': return 'a line is indented with a tab, expected spaces.';
    case 'BAD_INDENT': return /flow/i.test(error.message) ? 'a bracket, comma or colon is missing here.' : 'a line does not start in the same column as its neighbours.';
    case 'MISSING_CHAR': return /quote/i.test(error.message) ? 'a quotation mark never closes.' : 'a bracket, comma or colon is missing here.';
    case 'MULTILINE_IMPLICIT_KEY':
    case 'BLOCK_AS_IMPLICIT_KEY': return 'expected `name: value` on one line; a value that has a colon of its own needs quotation marks.';
    case 'BAD_SCALAR_START': return 'a value that begins with this character needs quotation marks.';
    case 'BAD_DQ_ESCAPE': return 'this backslash is followed by no known letter; write it twice, or use single quotation marks.';
    case 'MULTIPLE_DOCS': return 'a line of `---` divides the file, expected one list of entries.';
    case 'UNEXPECTED_TOKEN':
    case 'IMPOSSIBLE':
    case 'BLOCK_IN_FLOW':
    case 'BAD_COLLECTION_TYPE': return 'these words do not fit here; is there a colon, a bracket or an indentation missing?';
    case 'RESOURCE_EXHAUSTION': return 'it is nested too deeply.';
    default: return 'expected YAML: `name: value` on each line, indented alike.';
  }
}
