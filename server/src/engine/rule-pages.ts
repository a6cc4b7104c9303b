// Where the documentation of a rule stands on the web.
import { CONFIG_INVALID, INTERNAL_ERROR } from './engine.ts';

/** The folder of the rules' pages. */
const RULE_PAGES = 'https://github.com/claimcheck/claimcheck/blob/main/docs/rules';

/** The address of a rule's page. */
export function ruleUrl(id: string): string {
  if (id === INTERNAL_ERROR || id === CONFIG_INVALID) return `${RULE_PAGES}/README.md#${id.replace('/', '')}`;
  return `${RULE_PAGES}/${id}.md`;
}
