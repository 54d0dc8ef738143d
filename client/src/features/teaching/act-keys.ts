import { ACT_IDS, type Act } from '@kefu/shared/understanding/acts';

/**
 * One key per act, for good: what service should do on letters (by the English word or the Chinese sound), what it must
 * not do on digits. S, U, Enter and ? are for getting on.
 */
export const ACT_KEYS: Readonly<Record<Act, string>> = {
  greet: 'G',
  empathise: 'E',
  apologise: 'A',
  own: 'O',
  ask: 'Q',
  restate: 'R',
  inform: 'I',
  evidence: 'V',
  assure: 'B',
  recommend: 'M',
  resolve: 'F',
  compensate: 'C',
  timeline: 'T',
  instruct: 'N',
  hold: 'H',
  followup: 'W',
  confirm: 'K',
  thank: 'X',
  close: 'J',
  upsell: 'L',
  urge: 'P',
  escalate: 'Z',
  decline: 'D',
  deflect: '1',
  rigid: '2',
  blame: '3',
  confront: '4',
  curt: '5',
  overpromise: '6',
  offplatform: '7',
  leak: '8',
  pushy: '9',
  slang: '0',
};

export type Stroke = { does: 'toggle'; act: Act } | { does: 'save' | 'skip' | 'undo' | 'help' };

const COMMANDS: Readonly<Record<string, Stroke>> = {
  ENTER: { does: 'save' },
  S: { does: 'skip' },
  U: { does: 'undo' },
  '?': { does: 'help' },
  '？': { does: 'help' },
};

/** What a key does; undefined for all others. */
export function strokeOf(key: string): Stroke | undefined {
  const upper = key.toUpperCase();
  const act = ACT_IDS.find((id) => ACT_KEYS[id] === upper);
  return act ? { does: 'toggle', act } : COMMANDS[upper];
}
