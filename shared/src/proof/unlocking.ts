import type { Case } from '../script/case';
import type { Condition } from '../script/condition';
import { prove, USUAL_BOUND } from './prove';

/**
 * Whether a talk can come to its end with a condition having held, and without: a part of a drill that waits for it can be both
 * earned and avoided. The case is explored as it is, only its endings are told apart by the condition.
 */
export function bothWays(facts: Case, condition: Condition, bound = USUAL_BOUND) {
  const apart = [{ when: condition, ending: 'delighted' as const }, { ending: 'solved' as const }];
  const script = { ...facts.script, outcome: { close: apart, leave: apart, boil: 'complaint' as const } };
  const { items } = prove({ ...facts, script }, bound);
  const shown = (ending: string) =>
    items.some(({ sight, known }) => sight === `ending:${ending}` && known === 'shown');
  return { held: shown('delighted'), never: shown('solved') };
}
