import { z } from 'zod';

/** A script with one fault planted in it, as it stands in YAML. */
export type Mutant = { readonly name: string; readonly script: unknown };

const Rule = z.looseObject({ when: z.unknown().optional() });
const Rules = z.array(Rule).default([]);

/** The parts of a script that faults are planted in; all else is left as it is. */
const Raw = z.looseObject({
  needs: z.record(z.string(), z.looseObject({ met: z.unknown() })),
  hidden: z.record(z.string(), z.looseObject({ when: z.unknown() })).default({}),
  beats: z.record(z.string(), z.looseObject({ next: Rules })),
  reactions: Rules,
  redLines: Rules,
  actions: z.record(z.string(), Rule).default({}),
  outcome: z.looseObject({
    close: z.array(Rule.extend({ ending: z.string() })),
    leave: z.array(Rule.extend({ ending: z.string() })),
  }),
});
type Raw = z.infer<typeof Raw>;

/** Plants a fault in a copy of the script. */
type Plant = (copy: Raw) => void;

/** Every mutant of a script: a transition removed, a guard inverted, a line orphaned, an ending cut. */
export function mutantsOf(script: unknown): Mutant[] {
  const raw = Raw.parse(script);
  return [...removed(raw), ...inverted(raw), ...orphaned(raw), ...cut(raw)].map(({ name, plant }) => {
    const copy = structuredClone(raw);
    plant(copy);
    return { name, script: copy };
  });
}

type Planted = { readonly name: string; readonly plant: Plant };

const removed = ({ beats }: Raw): Planted[] =>
  Object.entries(beats).flatMap(([id, { next }]) =>
    next.map((_, index) => ({
      name: `transition removed: ${id}.${index}`,
      plant: (copy) => copy.beats[id]?.next.splice(index, 1),
    })),
  );

/** Every place of a condition: how it is called, and how it is changed. */
function conditions(
  raw: Raw,
): { name: string; has: boolean; change: (copy: Raw, by: (old: unknown) => unknown) => void }[] {
  const list = (name: string, of: (raw: Raw) => z.infer<typeof Rules>) =>
    of(raw).map(({ when }, index) => ({
      name: `${name}.${index}`,
      has: when !== undefined,
      change: (copy: Raw, by: (old: unknown) => unknown) => {
        const rule = of(copy)[index];
        if (rule) rule.when = by(rule.when);
      },
    }));
  return [
    ...Object.keys(raw.needs).map((id) => ({
      name: `needs.${id}`,
      has: true,
      change: (copy: Raw, by: (old: unknown) => unknown) => {
        const need = copy.needs[id];
        if (need) need.met = by(need.met);
      },
    })),
    ...Object.keys(raw.hidden).map((id) => ({
      name: `hidden.${id}`,
      has: true,
      change: (copy: Raw, by: (old: unknown) => unknown) => {
        const hidden = copy.hidden[id];
        if (hidden) hidden.when = by(hidden.when);
      },
    })),
    ...Object.keys(raw.beats).flatMap((id) => list(`beats.${id}`, ({ beats }) => beats[id]?.next ?? [])),
    ...list('reactions', ({ reactions }) => reactions),
    ...list('redLines', ({ redLines }) => redLines),
    ...list('close', ({ outcome }) => outcome.close),
    ...list('leave', ({ outcome }) => outcome.leave),
    ...Object.keys(raw.actions).flatMap((id) =>
      list(`actions.${id}`, ({ actions }) => (actions[id] ? [actions[id]] : [])),
    ),
  ];
}

const inverted = (raw: Raw): Planted[] =>
  conditions(raw)
    .filter(({ has }) => has)
    .map(({ name, change }) => ({
      name: `guard inverted: ${name}`,
      plant: (copy) => change(copy, (when) => ({ not: when })),
    }));

/** What has words loses the moment in which they are said. */
const orphaned = (raw: Raw): Planted[] =>
  conditions(raw)
    .filter(({ has, name }) => has && /^(?:hidden|needs|beats|reactions)\./.test(name))
    .map(({ name, change }) => ({
      name: `line orphaned: ${name}`,
      plant: (copy) => change(copy, (when) => ({ all: [when, { not: when }] })),
    }));

const cut = (raw: Raw): Planted[] =>
  [...new Set([...raw.outcome.close, ...raw.outcome.leave].map(({ ending }) => ending))].map((ending) => ({
    name: `ending cut: ${ending}`,
    plant: ({ outcome }) => {
      outcome.close = outcome.close.filter((entry) => entry.ending !== ending);
      outcome.leave = outcome.leave.filter((entry) => entry.ending !== ending);
    },
  }));
