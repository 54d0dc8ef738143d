import { readContent } from '@kefu/server/cli/content';
import type { Overlay } from '@kefu/shared/persona/overlay';
import type { Entry, MessageEntry } from '@kefu/shared/rehearsal/entry';
import { type Exercise, makeExercise } from '@kefu/shared/rehearsal/exercise';
import type { RehearsalState } from '@kefu/shared/rehearsal/state';
import { type Input, start, step } from '@kefu/shared/rehearsal/step';
import type { Action } from '@kefu/shared/script/action';
import { variantsOf } from '@kefu/shared/script/case';
import type { Act } from '@kefu/shared/understanding/acts';
import type { Understood, Verdict } from '@kefu/shared/understanding/understood';

/** The real library: engine tests run on what trainees meet. */
export const content = readContent();

export function exerciseOf(
  scriptId: string,
  personaId: string,
  variant = 'default',
  overlayIds: readonly string[] = [],
): Exercise {
  const script = content.scripts.get(scriptId)?.value;
  const persona = content.personas.get(personaId)?.value;
  const shop = script && content.shops.get(script.shop)?.value;
  if (!script || !persona || !shop) throw new Error(`no exercise ${scriptId} × ${personaId}`);
  return makeExercise(script, shop, persona, variant, overlaysOf(overlayIds));
}

export const overlaysOf = (ids: readonly string[]): Overlay[] =>
  ids.map((id) => content.overlays.get(id)?.value ?? fail(`no overlay ${id}`));

export function fail(message: string): never {
  throw new Error(message);
}

/** Every script of the library in every variant with every persona, as it is and with some overlay laid on it. */
export function everyExercise(): Exercise[] {
  const overlays = [...content.overlays.keys()];
  return [...content.scripts.values()]
    .flatMap(({ value }) =>
      variantsOf(value).flatMap((variant) =>
        [...content.personas.keys()].map((persona) => ({ script: value.id, variant, persona })),
      ),
    )
    .flatMap(({ script, variant, persona }, index) => {
      const laid = [index, index + 1].slice(0, 1 + (index % 3 === 0 ? 1 : 0));
      const ids = laid.flatMap((number) => overlays[number % overlays.length] ?? []);
      return [exerciseOf(script, persona, variant), exerciseOf(script, persona, variant, ids)];
    });
}

/** What a reply is taken to mean, without a recogniser between test and engine. */
export type Meaning = { acts?: Act[]; cues?: string[]; claims?: { [claim: string]: Verdict } };

export function meaning({ acts = [], cues = [], claims = {} }: Meaning): Understood {
  const span = { start: 0, end: 1 };
  return {
    acts: acts.map((act) => ({ act, confidence: 1, ...span })),
    cues: cues.map((cue) => ({ cue, confidence: 1, ...span })),
    claims: Object.entries(claims).map(([claim, verdict]) => ({ claim, verdict, value: verdict, ...span })),
  };
}

/** A trainee at a desk without a server: every move is one input of the pure step. */
export class Stage {
  readonly log: Entry[] = [];
  state: RehearsalState;
  private moves = 0;
  readonly exercise: Exercise;

  constructor(exercise: Exercise, seed = 1, pace = 1) {
    this.exercise = exercise;
    const first = start(exercise, seed, pace);
    this.state = first.state;
    this.log.push(...first.entries);
  }

  take(input: Input): readonly Entry[] {
    const { state, entries } = step(this.exercise, this.state, input);
    this.state = state;
    this.log.push(...entries);
    return entries;
  }

  /** Lets time pass; seconds since the start. */
  until(seconds: number): readonly Entry[] {
    return this.take({ type: 'tick', at: seconds * 1000 });
  }

  /** Replies now; texts differ from each other unless one is given. */
  reply(means: Meaning, text?: string): readonly Entry[] {
    this.moves += 1;
    return this.take({
      type: 'reply',
      at: this.state.now,
      id: `r${this.moves}`,
      text:
        text ??
        `第${'甲乙丙丁戊己庚辛壬癸'.charAt(this.moves % 10)}${'子丑寅卯辰巳午未'.charAt(Math.floor(this.moves / 10))}条`,
      understood: meaning(means),
    });
  }

  act(action: Action): readonly Entry[] {
    this.moves += 1;
    return this.take({ type: 'action', at: this.state.now, id: `a${this.moves}`, action });
  }

  /** Replies, then gives the customer half a minute at most to answer; stops before its patience is tried. */
  exchange(means: Meaning): readonly Entry[] {
    const replied = this.reply(means);
    return [...replied, ...this.until(this.state.now / 1000 + 15)];
  }

  get level(): number {
    return this.state.machine.context.level;
  }

  get messages(): MessageEntry[] {
    return this.log.filter((entry) => entry.kind === 'message');
  }

  notes(kind: string): string[] {
    return this.log.flatMap((entry) =>
      entry.kind === 'effect' ? entry.notes.filter((note) => note.kind === kind).map(({ id }) => id) : [],
    );
  }
}
