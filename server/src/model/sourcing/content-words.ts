// The words by which two sentences are known to speak of the same.
import { words } from '../../language/word-list.ts';

const EMPTY = words('the and for are but not you all any can had her was one our out who his has him how its may new now old see two way did get got let put too use per say nor yet off ago few own six ten yes set third half also day days month months week year years about above after again against almost along although among another because been before being below between both could does doing down during each even ever every from further have having here however into itself just last less like made make many more most much nearly next only other over percent same says said show some still such than that their them then there these they this those though through told under until very were what when where whether which while whom whose will with within without would your million billion');

/** Words of three letters and more that say something, in small letters, without the endings of plurals. No more than the first 2,000 characters are read. */
export function contentWords(text: string): Set<string> {
  const found = text.slice(0, 2_000).toLowerCase().match(/\p{L}[\p{L}\p{M}-]{2,30}/gu) ?? [];
  return new Set(found.filter(word => !EMPTY.has(word)).map(word => word.replace(/(?:ies|es|s)$/, '')));
}

export function countShared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of one) if (other.has(word)) shared++;
  return shared;
}
