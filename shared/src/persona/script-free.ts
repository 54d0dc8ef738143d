import { type Condition, conditionsWithin } from '../script/condition';

/** Whether a condition of a persona or an overlay names nothing that only one script has. */
export const besideScripts = (condition: Condition): boolean =>
  [...conditionsWithin(condition)].every((part) => {
    const { need, open, answers, told, variant, beat, reacted } = part;
    const named = [need, open, answers, told, variant, beat, reacted];
    const signs = [part, part.ever, part.before];
    return named.every((ids) => ids === undefined) && signs.every((some) => !some?.cue && !some?.claim);
  });
