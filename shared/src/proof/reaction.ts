import { BOILING_POINT } from '../persona/schema';
import { poolLines } from '../rehearsal/words';
import { type Case, once, speaks } from '../script/case';
import { holds, type Signs, type Situation } from '../script/condition';
import type { Ending } from '../script/kinds';
import { startContext } from '../script/machine/context';
import { feel, isGated } from '../script/machine/feelings';
import { signAtoms } from '../script/machine/signs';
import { redLinesOf } from '../script/red-lines';
import { type Answer, endingOf, type Mind, placeAfter, type Saying, situationIn } from './mind';

/** A hold request is believed twice. */
const HOLDS = 2;

/** The reaction in the making. */
type Turn = {
  level: number;
  beat: string;
  known: Record<string, true>;
  readonly said: Saying[];
  asked: boolean;
  spoke: boolean;
  progressed: boolean;
  hops: number;
  readonly fired: string[];
  ending: Ending | undefined;
};

const quiet = once((facts) => startContext(facts, 1));
const redLines = once(({ script }) => redLinesOf(script));

/** How the customer reacts to one burst: feelings and needs, agenda, words, in this order. */
export function react(facts: Case, mind: Mind, signs: Signs): Answer {
  const now = situationIn(facts, mind, signs);
  const context = { ...quiet(facts), ...mind, signs };
  const blocked = signs.repeated || isGated(facts, context, now);
  const crossed = redLines(facts).find(({ when }) => holds(when, now));
  if (crossed) return { said: ['voice.red-line'], fired: [`red-line:${crossed.id}`], next: 'red-line' };
  const felt = feel(facts, { ...context, blocked }, now);
  const turn: Turn = {
    ...{ level: felt.level, beat: mind.beat, known: { ...felt.known }, hops: 0 },
    ...{ asked: felt.turn.asked, spoke: felt.turn.spoke, progressed: false, ending: undefined },
    said: felt.says === undefined ? [] : [{ pool: felt.says, owes: true }],
    fired: felt.notes.map(({ kind, id }) => `${kind}:${id}`),
  };
  // Needs and hidden facts look at the moment before anything has changed, as parallel regions do.
  if (!blocked) satisfy(facts, turn, now);
  if (turn.level >= BOILING_POINT) return boil(facts, turn);
  wakeTold(facts, turn);
  pursue(facts, turn, signs, blocked, felt.doubts);
  if (turn.ending) return { said: audible(facts, turn.said), fired: turn.fired, next: turn.ending };
  const used: Record<string, number> = { ...felt.used };
  const holding = answer(facts, turn, signs, used);
  for (const atom of signAtoms(signs)) turn.known[atom] = true;
  if (turn.level >= BOILING_POINT) return boil(facts, turn);
  // Where the agenda did not move, doubts wake after the words.
  if (turn.hops === 0) wakeDoubts(facts, turn, felt.doubts);
  return {
    said: audible(facts, turn.said),
    fired: turn.fired,
    next: {
      ...{ level: turn.level, beat: turn.beat, known: turn.known, used, soothed: felt.soothed, patience: 0 },
      at: holding ? 'holding' : placeAfter(facts, turn.said, turn.beat),
    },
  };
}

const boil = (facts: Case, { said, fired }: Turn): Answer => ({
  said: audible(facts, [...said, { pool: 'voice.boil', owes: false }]),
  fired: [...fired, 'boil'],
  next: facts.script.outcome.boil,
});

function satisfy(facts: Case, turn: Turn, now: Situation): void {
  const before = now.known;
  for (const [id, need] of Object.entries(facts.needs)) {
    if (before[`need:${id}`] || before[`asleep:${id}`] || !holds(need.met, now)) continue;
    turn.known[`need:${id}`] = true;
    turn.progressed = true;
    if (speaks(facts, need.thanks)) turn.said.push({ pool: `need.${id}.thanks`, owes: true });
  }
  for (const [id, hidden] of Object.entries(facts.script.hidden)) {
    if (before[`told:${id}`] || !holds(hidden.when, now)) continue;
    turn.known[`told:${id}`] = true;
    turn.progressed = true;
    turn.said.push({ pool: `hidden.${id}`, owes: true });
  }
}

/** Needs that follow a hidden fact come up when it is told. */
function wakeTold({ needs }: Case, { known }: Turn): void {
  for (const [id, { after }] of Object.entries(needs)) {
    if (after && known[`told:${after}`]) delete known[`asleep:${id}`];
  }
}

function wakeDoubts({ needs }: Case, { known }: Turn, count: number): void {
  for (let i = 0; i < count; i++) {
    const next = Object.keys(needs).find((id) => needs[id]?.spare && known[`asleep:${id}`]);
    if (next) delete known[`asleep:${next}`];
  }
}

/** The customer's own agenda: one step may fulfil the next at once, but not more steps than there are beats. */
function pursue(facts: Case, turn: Turn, signs: Signs, blocked: boolean, doubts: number): void {
  const { script } = facts;
  const most = Object.keys(script.beats).length;
  if (blocked) return;
  let looks = 0;
  do {
    looks++;
    if (looks === 2) wakeDoubts(facts, turn, doubts);
    const here = script.beats[turn.beat];
    const now = situationIn(facts, turn, signs);
    for (const [index, { when, say, go, close }] of (here?.next ?? []).entries()) {
      if (!holds(when, now) || (go !== undefined && turn.hops >= most)) continue;
      if (close) {
        const own = speaks(facts, say) ? `beat.${turn.beat}.${index}` : undefined;
        const ended = endingOf(facts, now, 'close', own);
        if (!ended || typeof ended.next !== 'string') continue;
        turn.ending = ended.next;
        turn.fired.push(`step:${turn.beat}:${index}`, ...ended.fired);
        turn.said.push(...ended.said.map((pool) => ({ pool, owes: false })));
        return;
      }
      turn.progressed = true;
      turn.fired.push(`step:${turn.beat}:${index}`);
      if (speaks(facts, say)) ask(turn, `beat.${turn.beat}.${index}`, here?.owes ?? true);
      if (go === undefined) return;
      turn.hops++;
      turn.beat = go;
      turn.known[`beat:${go}`] = true;
      const entered = script.beats[go];
      if (speaks(facts, entered?.say)) ask(turn, `beat.${go}`, entered?.owes ?? true);
      break;
    }
  } while (looks <= turn.hops);
}

function ask(turn: Turn, pool: string, owes: boolean): void {
  turn.said.push({ pool, owes });
  turn.asked = true;
}

/**
 * What the customer says when feelings, needs and agenda have had their say: the first that fits.
 * @returns whether it agrees to wait
 */
function answer(facts: Case, turn: Turn, signs: Signs, used: Record<string, number>): boolean {
  const { persona, script } = facts;
  if (turn.asked) return false;
  if (signs.acts.includes('hold') && !turn.progressed && (used.hold ?? 0) < HOLDS) {
    turn.said.push({ pool: 'voice.wait', owes: false });
    used.hold = (used.hold ?? 0) + 1;
    return true;
  }
  const atRest = script.beats[turn.beat]?.owes === false;
  const open = Object.entries(facts.needs).find(
    ([id, { ask: words, since, spare }]) =>
      (!atRest || spare) &&
      speaks(facts, words) &&
      !turn.known[`need:${id}`] &&
      !turn.known[`asleep:${id}`] &&
      (since === undefined || turn.known[`beat:${since}`]),
  );
  if (open) {
    const [id] = open;
    const again = turn.known[`asked:${id}`];
    turn.said.push({ pool: `need.${id}.${again ? 'again' : 'ask'}`, owes: true });
    if (again && !turn.progressed) turn.level = Math.min(BOILING_POINT, turn.level + persona.askingAgain);
    turn.known[`asked:${id}`] = true;
  } else if (!atRest && !turn.spoke && !turn.progressed) {
    turn.said.push({ pool: 'voice.unclear', owes: true });
    turn.level = Math.min(BOILING_POINT, turn.level + persona.askingAgain);
  }
  return false;
}

/** Of several steps of the agenda only the last is told; where the persona has no words, nothing is heard. */
function audible(facts: Case, said: readonly Saying[]): string[] {
  const last = said.findLastIndex(({ pool }) => pool.startsWith('beat.'));
  return said
    .filter(({ pool }, index) => !pool.startsWith('beat.') || index >= last)
    .map(({ pool }) => pool)
    .filter((pool) => poolLines(facts, pool).length > 0);
}
