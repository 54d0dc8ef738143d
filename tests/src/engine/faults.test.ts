import { scenariosFolder } from '@kefu/server/cli/content';
import { loadRecogniser } from '@kefu/server/cli/load-recogniser';
import { readWitnesses } from '@kefu/server/cli/proof-chats';
import type { Persona } from '@kefu/shared/persona/schema';
import { type Chat, chatOf } from '@kefu/shared/proof/chat';
import { type Finding, findingsOf, proveScript } from '@kefu/shared/proof/prove-script';
import { Witnesses } from '@kefu/shared/proof/witness';
import { makeExercise } from '@kefu/shared/rehearsal/exercise';
import type { RedLine } from '@kefu/shared/script/red-lines';
import { stageFor } from '@kefu/shared/script/runs';
import type { Script } from '@kefu/shared/script/schema';
import type { Shop } from '@kefu/shared/shop/schema';
import { describe, expect, it } from 'vitest';
import { content } from './stage';

const script = content.scripts.get('shipping-time')?.value;
const rational = content.personas.get('rational')?.value;
const opening = script?.beats.opening;
const shipDate = script?.needs['ship-date'];
if (!script || !rational || !opening || !shipDate) throw new Error('the library lacks shipping-time');
const persona: Persona = rational;
const shop = shopOf(script);

const recogniser = loadRecogniser();
const plain = readWitnesses(scenariosFolder()).map(({ text }) => text);
const title = { zh: '试验', en: 'Planted' };

const find = (changed: Script, bound = 60): Finding[] =>
  findingsOf([proveScript(changed, shop, persona, [], bound)]);

/** The finding's chat in real words, played on the real engine with the real recogniser. */
function played(changed: Script, { variant, chat }: Finding): Chat {
  const { exercise, hear } = stageFor(makeExercise(changed, shop, persona, variant), recogniser);
  return chatOf(exercise, 1, chat, new Witnesses(exercise.facts, hear, plain), hear);
}

function only(changed: Script, about: Finding['about'], what?: string): Finding {
  const [found] = find(changed).filter(
    (finding) => finding.about === about && (what === undefined || finding.what === what),
  );
  if (!found) throw new Error(`${about} ${what} was not found`);
  return found;
}

const notes = ({ log }: Chat): string[] =>
  log.flatMap((entry) => (entry.kind === 'effect' ? entry.notes.map(({ kind, id }) => `${kind}:${id}`) : []));

describe('a planted fault is refuted', () => {
  it('finds nothing wrong where nothing is planted', () => {
    expect(find(script).filter(({ verdict }) => verdict === 'refuted')).toEqual([]);
  });

  it('an ending that an earlier entry of its list hides', () => {
    const { close } = script.outcome;
    const hidden = {
      ...script,
      outcome: { ...script.outcome, close: [{ ending: 'grudging' as const }, ...close] },
    };
    expect(only(hidden, 'ending', 'delighted').verdict).toBe('refuted');
  });

  it('a need that cannot be met', () => {
    const never = { told: ['friday-trip'], not: { told: ['friday-trip'] } };
    const changed = { ...script, needs: { ...script.needs, 'ship-date': { ...shipDate, met: never } } };
    expect(only(changed, 'need', 'ship-date').verdict).toBe('refuted');
  });

  it('a line whose reaction never happens', () => {
    const [first] = script.reactions;
    if (!first) throw new Error('no reaction');
    const orphan = { ...first, id: 'orphan', say: ['没人听得到'], when: { open: ['know'], need: ['know'] } };
    const changed = { ...script, reactions: [...script.reactions, orphan] };
    expect(only(changed, 'line', 'reaction.orphan').verdict).toBe('refuted');
  });

  it('a trap: the chat leads into the beat that nothing leads out of', () => {
    const changed: Script = {
      ...script,
      beats: {
        ...script.beats,
        opening: {
          ...opening,
          next: [...opening.next, { when: { act: ['greet'] }, go: 'limbo', close: false }],
        },
        limbo: { owes: true, next: [] },
      },
    };
    const trap = only(changed, 'no-trap', 'limbo');
    expect(trap.verdict).toBe('refuted');
    expect(trap.chat).toHaveLength(1);
    const chat = played(changed, trap);
    expect(chat.whole).toBe(true);
    expect(notes(chat)).toContain('beat:limbo');
  });

  it('talk that costs nothing: the reply of the chat can be given again and again', () => {
    const small = { when: { act: ['thank' as const] }, say: ['嗯嗯'], close: false };
    const changed = {
      ...script,
      beats: { ...script.beats, opening: { ...opening, next: [...opening.next, small] } },
    };
    const loop = only(changed, 'no-free-loop');
    expect(loop.verdict).toBe('refuted');
    expect(loop.chat).toHaveLength(1);
    const chat = played(changed, { ...loop, chat: Array.from({ length: 4 }, () => loop.chat).flat() });
    expect(chat.whole).toBe(true);
    expect(chat.log.filter(({ kind }) => kind === 'ended')).toEqual([]);
    expect(
      chat.log.flatMap((entry) => (entry.kind === 'effect' ? [entry.to - entry.from] : [])),
    ).not.toContain(1);
  });

  it('silence without an end: nothing is to be done for it', () => {
    const leave = [{ when: { need: ['ship-date'] }, ending: 'grudging' as const }];
    const changed = { ...script, outcome: { ...script.outcome, leave } };
    const endless = only(changed, 'silence-ends');
    expect({ verdict: endless.verdict, chat: endless.chat }).toEqual({ verdict: 'refuted', chat: [] });
  });

  it('a need that empty talk meets, and the empty talk that shows it', () => {
    const free = { not: { claim: { 'ship-by': ['wrong' as const] } } };
    const changed = { ...script, needs: { ...script.needs, 'ship-date': { ...shipDate, met: free } } };
    const given = only(changed, 'nothing-for-nothing', 'need:ship-date');
    const chat = played(changed, given);
    expect({ whole: chat.whole, moves: chat.moves.length }).toEqual({ whole: true, moves: 1 });
    expect(notes(chat)).toContain('need:ship-date');
  });

  it('a red line that anything crosses', () => {
    const line: RedLine = { id: 'anything', title, rule: 'R60', when: { not: { act: ['greet'] } } };
    const changed = { ...script, redLines: [line] };
    const crossed = only(changed, 'nothing-for-nothing', 'red-line:anything');
    expect(notes(played(changed, crossed))).toContain('red-line:anything');
  });
});

it('what lies beyond the bound is called open, never sound', () => {
  const near = proveScript(script, shop, persona, [], 1);
  const open = findingsOf([near]).filter(({ verdict }) => verdict === 'open');
  expect(open.length).toBeGreaterThan(0);
  expect(near.complete).toBe(false);
});

it('the same script is proved in the same way each time', () => {
  const once = JSON.stringify(proveScript(script, shop, persona, [], 40));
  expect(JSON.stringify(proveScript(script, shop, persona, [], 40))).toBe(once);
});

function shopOf({ shop: id }: Script): Shop {
  const found = content.shops.get(id)?.value;
  if (!found) throw new Error(`no shop ${id}`);
  return found;
}
