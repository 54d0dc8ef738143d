import type { Entry } from '../rehearsal/entry';
import type { Exercise } from '../rehearsal/exercise';
import { type Move, Player } from '../rehearsal/play';
import { type Action, type ActionName, ActionSchema } from '../script/action';
import type { Case } from '../script/case';
import type { Hear } from '../understanding/hear';
import type { Letter } from './customer-model';
import type { Witnesses } from './witness';

/** A chat that can be played with `kefu rehearse`; `whole` says whether every letter found its words. */
export type Chat = {
  readonly moves: readonly Move[];
  readonly whole: boolean;
  readonly log: readonly Entry[];
};

/** Seconds that the agent takes to write. */
const WRITING_S = 2;

/** Plays letters on the real engine with real replies, and writes down when which was sent. */
export function chatOf(
  exercise: Exercise,
  seed: number,
  letters: readonly Letter[],
  witnesses: Witnesses,
  hear: Hear,
): Chat {
  const player = new Player(exercise, hear, seed, 1);
  const moves: Move[] = [];
  const said = new Set<string>();
  const make = (what: { text: string } | { action: Action }): void => {
    const at = Math.ceil(player.now / 1000) + WRITING_S;
    moves.push({ at, ...what });
    player.make({ at, ...what }, at * 1000);
  };
  player.listen();
  for (const letter of letters) {
    if (player.over) break;
    if (letter.do === 'silence') player.wait();
    else if (letter.do === 'reply') {
      const [copied] = said;
      const text = letter.signs.repeated ? copied : witnesses.find(letter.signs, player.lastHeard, said);
      if (text === undefined) return { moves, whole: false, log: player.log };
      said.add(text);
      make({ text });
    } else make({ action: actionOf(exercise.facts, letter) });
    player.listen();
  }
  return { moves, whole: true, log: player.log };
}

/** A move as a line of the file that `kefu rehearse` reads. */
export function moveLine(move: Move): string {
  const when = 'at' in move ? { at: move.at } : { after: move.after };
  return JSON.stringify('text' in move ? { ...when, text: move.text } : { ...when, ...move.action });
}

/** The action of a letter, with an amount that is judged as the letter says. */
function actionOf({ limits }: Case, letter: Extract<Letter, { do: 'act' | 'close' }>): Action {
  if (letter.do === 'close') return { do: 'close', with: {} };
  const verdict = letter.signs?.actions.map((name) => name.split(':')[1]).find((part) => part !== undefined);
  const limit = limits[letter.action];
  const amount =
    limit === undefined
      ? 1
      : verdict === 'beyond'
        ? limit.max + 1
        : verdict === 'low'
          ? limit.min / 2
          : limit.max;
  return ActionSchema.parse({
    do: letter.action,
    with: formOf(letter.action, Math.round(amount * 100) / 100, limit !== undefined),
  });
}

function formOf(action: ActionName, amount: number, limited: boolean): Record<string, unknown> {
  switch (action) {
    case 'coupon':
    case 'change-price':
      return { amount };
    case 'refund':
      return limited ? { amount } : {};
    case 'change-address':
      return { address: '客户提供的新地址' };
    case 'grade':
      return { grade: 'moderate' };
    case 'escalate':
      return { reason: '客户要求' };
    case 'note':
      return { text: '已记录' };
    default:
      return {};
  }
}
