// A new entry for a draft's registry, with TK where a field is still to be filled in.
import type { NewSourceParams } from '../protocol.ts';
import type { Edit } from '../rules/rule.ts';
import type { Session } from './session.ts';

/** The edit that adds the entry, or a sentence that says why it cannot be. */
export async function newEntryEdit(_session: Session, _params: NewSourceParams): Promise<Edit | string> {
  return 'The registry cannot be edited.';
}
