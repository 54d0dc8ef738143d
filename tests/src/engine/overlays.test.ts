import { writtenAs } from '@kefu/shared/persona/manner';
import { layOver } from '@kefu/shared/persona/overlay';
import { PersonaSchema } from '@kefu/shared/persona/schema';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { content, exerciseOf, overlaysOf, Stage } from './stage';

fc.configureGlobal({ seed: 20_260_513 });

const personas = [...content.personas.values()].map(({ value }) => value);
const ids = [...content.overlays.keys()];
const persona = fc.constantFrom(...personas);
const laid = fc.subarray(ids, { maxLength: 3 });

describe('whatever is laid on whichever persona', () => {
  it('is a persona again, in the same order of patience, and leaves the bare one as it was', () => {
    fc.assert(
      fc.property(persona, laid, (bare, chosen) => {
        const before = JSON.stringify(bare);
        const whole = layOver(bare, overlaysOf(chosen));
        expect(PersonaSchema.safeParse(whole).error).toBeUndefined();
        expect(whole.id).toBe(bare.id);
        expect(JSON.stringify(bare)).toBe(before);
      }),
    );
  });

  it('does not depend on the order in which overlays are named', () => {
    fc.assert(
      fc.property(persona, laid, (bare, chosen) => {
        expect(layOver(bare, overlaysOf(chosen.toReversed()))).toEqual(layOver(bare, overlaysOf(chosen)));
      }),
    );
  });

  it('adds up: the mood at the start, the reactions and the wishes are those of all of them', () => {
    fc.assert(
      fc.property(persona, laid, (bare, chosen) => {
        const overlays = overlaysOf(chosen);
        const whole = layOver(bare, overlays);
        const added = overlays.reduce((sum, { reactions }) => sum + reactions.length, 0);
        expect(whole.reactions).toHaveLength(bare.reactions.length + added);
        expect(new Set(whole.reactions.map(({ id }) => id)).size).toBe(whole.reactions.length);
        const wishes = overlays.flatMap(({ needs }) => Object.keys(needs));
        expect(Object.keys(whole.needs ?? {})).toHaveLength(wishes.length);
      }),
    );
  });
});

test('nothing laid on is the persona as it is', () => {
  for (const bare of personas) expect(layOver(bare, [])).toEqual(bare);
});

const opened = (overlay: string[], persona = 'emotional', seed = 1) => {
  const stage = new Stage(exerciseOf('shipping-time', persona, 'on-time', overlay), seed);
  stage.until(10);
  return stage;
};

test('a customer in haste is impatient sooner and writes in bits', () => {
  const [calm, hasty] = [opened([]), opened(['haste'])];
  const longest = ({ messages }: Stage) =>
    Math.max(...messages.map(({ content }) => ('text' in content ? content.text.length : 0)));
  expect(longest(hasty)).toBeLessThanOrEqual(longest(calm));
  const nudged = (stage: Stage) => {
    stage.until(120);
    return stage.messages.find(({ pool }) => pool === 'voice.nudge')?.typedFrom ?? 0;
  };
  expect(nudged(hasty)).toBeLessThan(nudged(calm));
  expect(nudged(hasty)).toBeGreaterThan(0);
});

test('an elderly customer types slowly and can wait', () => {
  const first = ({ messages: [message] }: Stage) => (message ? message.at - message.typedFrom : 0);
  expect(first(opened(['elderly']))).toBeGreaterThan(1.5 * first(opened([])));
});

describe('an abusive customer (R32)', () => {
  it('throws in insults while it is upset, the same for the same seed', () => {
    const said = (seed: number) => {
      const stage = opened(['abuse'], 'rational', seed);
      for (let turn = 0; turn < 6; turn++) stage.exchange({ acts: ['inform'] });
      return stage.messages.map(({ pool, content }) => [pool, content]);
    };
    expect([1, 2, 3].flatMap(said).filter(([pool]) => pool === 'voice.interject').length).toBeGreaterThan(0);
    expect(said(7)).toEqual(said(7));
  });

  it('is worsened by hitting back and brought down by composure', () => {
    const change = (acts: Parameters<Stage['reply']>[0]['acts']) => {
      const stage = opened(['abuse'], 'rational');
      const before = stage.level;
      stage.exchange({ acts: acts ?? [] });
      return stage.level - before;
    };
    expect(change(['confront'])).toBeGreaterThan(3);
    expect(change(['empathise', 'inform'])).toBeLessThan(0);
  });
});

test('a haggling customer asks for something off first, and takes a friendly no', () => {
  const stage = opened(['bargaining'], 'rational');
  stage.exchange({ acts: ['greet'] });
  expect(stage.messages.map(({ pool }) => pool)).toContain('need.bargaining-discount.ask');
  stage.exchange({ acts: ['decline'] });
  expect(stage.notes('need')).toContain('bargaining-discount');
});

describe('the manner of writing', () => {
  const manner = { typing: 1, reading: 1, splits: false, signs: 'as-written' } as const;

  it('cuts sentences into a burst without losing a word', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'你好吗急用，。；！？266.6'), { minLength: 1, maxLength: 40 }),
        (characters) => {
          const text = characters.join('');
          const parts = writtenAs({ ...manner, splits: true }, text);
          const words = (all: string) => all.replace(/[，。；]/g, '');
          expect(words(parts.join(''))).toBe(words(text));
          expect(parts.length).toBeLessThanOrEqual(5);
          expect(parts.every((part) => part !== '')).toBe(true);
        },
      ),
    );
  });

  it('leaves out signs, or raises the voice', () => {
    expect(writtenAs({ ...manner, signs: 'none' }, '我打字慢，别急。')).toEqual(['我打字慢 别急']);
    expect(writtenAs({ ...manner, signs: 'none' }, '？？')).toEqual(['？？']);
    expect(writtenAs({ ...manner, signs: 'loud' }, '什么时候发货。')).toEqual(['什么时候发货！']);
    expect(writtenAs({ ...manner, signs: 'loud' }, '人呢？')).toEqual(['人呢？']);
  });
});
