import type { Entry } from '../rehearsal/entry';
import { replySigns } from '../rehearsal/signs';
import { SILENT_ACTIONS } from '../script/action';
import { NO_SIGNS } from '../script/condition';
import type { Letter } from './customer-model';

/** What an agent did in a rehearsal, as letters; what was refused is left out. */
export function lettersIn(log: readonly Entry[]): Letter[] {
  return log.flatMap((entry): Letter[] => {
    if (entry.kind === 'reply') return [{ do: 'reply', signs: replySigns(entry) }];
    if (entry.kind !== 'action' || entry.outcome.status === 'refused') return [];
    const { do: action } = entry.action;
    const { verdict } = entry.outcome;
    if (action === 'close') return [{ do: 'close' }];
    const signs = SILENT_ACTIONS.has(action)
      ? undefined
      : { ...NO_SIGNS, actions: [action, `${action}:${verdict}`] };
    return [{ do: 'act', action, right: verdict === 'right', signs }];
  });
}
