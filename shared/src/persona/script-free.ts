import { type Condition, conditionsWithin } from '../script/condition';

/** Whether a condition of a persona or an overlay names nothing that only one script has. */
export const besideScripts = (condition: Condition): boolean =>
  [...conditionsWithin(condition)].every(
    ({ cue, claim, need, open, told, ever, before }) =>
      !cue &&
      !claim &&
      !need &&
      !open &&
      !told &&
      !ever?.cue &&
      !ever?.claim &&
      !before?.cue &&
      !before?.claim,
  );
