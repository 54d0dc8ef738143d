import type { Persona } from '../persona/schema';
import type { Shop } from '../shop/schema';
import { checkBotLog } from './bot-log';
import { checkFixtures, formsOf } from './check-fixtures';
import type { Condition } from './condition';
import type { Path } from './places';
import { linesOf, type PlacedPool, poolsOf } from './pools';
import type { Script } from './schema';
import type { Source } from './source';
import { linesFor } from './text';

/**
 * Checks what a schema cannot: that everything a script names exists, and that no beat is without a way out.
 * @param shops those that could be read
 * @param personas those that could be read, for whom there must be lines
 * @param names also of those whose own files are broken
 */
export function checkScript(
  source: Source,
  script: Script,
  shops: ReadonlyMap<string, { readonly value: Shop }>,
  personas: readonly Persona[],
  names: Readonly<Record<'shops' | 'personas' | 'voices', readonly string[]>>,
): void {
  const shop = shops.get(script.shop)?.value;
  if (shop) checkFixtures(source, script, shop);
  else if (names.shops.includes(script.shop)) source.report(['shop'], 'broken-shop', { shop: script.shop });
  else source.expect(['shop'], 'shop', script.shop, names.shops);
  checkConditions(source, script);
  checkBeats(source, script);
  checkBotLog(source, script);
  for (const pool of poolsOf(script)) checkPool(source, script, pool, personas, names.personas);
  for (const id of Object.keys(script.voice)) source.expect(['voice', id], 'voice', id, names.voices, 'key');
}

/** The keys of a condition that name things of the script. */
type NamingKey = 'need' | 'open' | 'told' | 'variant' | 'beat' | 'reacted';

function checkConditions(source: Source, script: Script): void {
  const claims = formsOf(script).flatMap(([, form]) => Object.keys(form.claims));
  const known = {
    cue: formsOf(script).flatMap(([, form]) => Object.keys(form.cues ?? {})),
    claim: claims,
    need: Object.keys(script.needs),
    hidden: Object.keys(script.hidden),
    variant: script.variants.map(({ id }) => id),
    beat: Object.keys(script.beats),
    reaction: script.reactions.map(({ id }) => id),
  };
  const heard = new Set((script.botLog ?? []).flatMap(({ again }) => again ?? []));
  for (const [path, part] of scriptConditions(script)) {
    const expectAll = (key: NamingKey, kind: keyof typeof known) =>
      part[key]?.forEach((id, index) => {
        source.expect([...path, key, index], kind, id, known[kind]);
      });
    expectAll('need', 'need');
    expectAll('open', 'need');
    expectAll('told', 'hidden');
    expectAll('variant', 'variant');
    expectAll('beat', 'beat');
    expectAll('reacted', 'reaction');
    if (part.answers) source.expect([...path, 'answers'], 'need', part.answers, known.need);
    const signs = [
      { at: path, sign: part },
      { at: [...path, 'ever'], sign: part.ever },
      { at: [...path, 'before'], sign: part.before },
    ];
    for (const { at, sign } of signs) {
      sign?.cue?.forEach((id, index) => {
        source.expect([...at, 'cue', index], 'cue', id, known.cue);
        heard.add(id);
      });
      for (const id of Object.keys(sign?.claim ?? {}))
        source.expect([...at, 'claim', id], 'claim', id, known.claim, 'key');
    }
  }
  for (const [path, { cues }] of formsOf(script)) {
    for (const id of Object.keys(cues ?? {}))
      if (!heard.has(id)) source.report([...path, 'cues', id], 'unused-cue', { id }, 'key');
  }
}

function checkBeats(source: Source, script: Script): void {
  const beats = Object.keys(script.beats);
  const variants = script.variants.map(({ id }) => id);
  for (const [id, beat] of Object.entries(script.beats)) {
    beat.next.forEach(({ go, close, say }, index) => {
      const path = ['beats', id, 'next', index];
      if (go !== undefined) source.expect([...path, 'go'], 'beat', go, beats);
      else if (!close && say === undefined) source.report(path, 'idle-step', {});
    });
    if (!beat.owes && beat.closesAfter === undefined)
      source.report(['beats', id, 'owes'], 'endless-beat', { beat: id }, 'key');
  }
  for (const [id, { since, after }] of Object.entries(script.needs)) {
    if (since) source.expect(['needs', id, 'since'], 'beat', since, beats);
    if (after) source.expect(['needs', id, 'after'], 'hidden', after, Object.keys(script.hidden));
  }
  for (const part of ['needs', 'hidden'] as const) {
    for (const [id, { variants: named }] of Object.entries(script[part])) {
      named?.forEach((variant: string, index: number) => {
        source.expect([part, id, 'variants', index], 'variant', variant, variants);
      });
    }
  }
  for (const list of ['close', 'leave'] as const) {
    const last = script.outcome[list].length - 1;
    if (script.outcome[list][last]?.when !== undefined)
      source.report(['outcome', list, last], 'no-last-ending', { list: `outcome.${list}` });
  }
}

function checkPool(
  source: Source,
  script: Script,
  placed: PlacedPool,
  personas: readonly Persona[],
  personaIds: readonly string[],
): void {
  const { path, pool, needed } = placed;
  const silent = personas.filter((persona) => needed(persona) && linesFor(pool, persona).length === 0);
  if (silent.length > 0)
    source.report(path, 'no-lines', { personas: silent.map(({ id }) => id).join(', ') }, 'key');
  if (!Array.isArray(pool)) {
    for (const id of Object.keys(pool))
      source.expect([...path, id], 'persona', id, [...personaIds, 'any'], 'key');
  }
  const facts = new Set(formsOf(script).flatMap(([, form]) => Object.keys(form.facts)));
  for (const [at, line] of linesOf(placed)) {
    for (const [, id = ''] of JSON.stringify(line).matchAll(/\{([a-z0-9-]+)\}/g))
      source.expect(at, 'fact', id, facts);
  }
}

/** Every condition of a script and every condition inside one, each with its place. */
function* scriptConditions(script: Script): Generator<[Path, Condition]> {
  for (const [id, need] of Object.entries(script.needs)) yield* within(['needs', id, 'met'], need.met);
  for (const [id, hidden] of Object.entries(script.hidden))
    yield* within(['hidden', id, 'when'], hidden.when);
  for (const [id, beat] of Object.entries(script.beats)) {
    for (const [index, { when }] of beat.next.entries())
      yield* within(['beats', id, 'next', index, 'when'], when);
  }
  for (const [index, { when }] of script.reactions.entries())
    yield* within(['reactions', index, 'when'], when);
  for (const [index, { when }] of script.redLines.entries()) yield* within(['redLines', index, 'when'], when);
  for (const list of ['close', 'leave'] as const) {
    for (const [index, { when }] of script.outcome[list].entries())
      yield* within(['outcome', list, index, 'when'], when);
  }
  for (const [path, { actions, assessment }] of formsOf(script)) {
    for (const [id, rule] of Object.entries(actions ?? {}))
      yield* within([...path, 'actions', id, 'when'], rule?.when);
    for (const list of ['process', 'guidance'] as const) {
      for (const [index, { done }] of (assessment?.[list] ?? []).entries())
        yield* within([...path, 'assessment', list, index, 'done'], done);
    }
    for (const [key, when] of Object.entries(assessment?.urgency ?? {}))
      yield* within([...path, 'assessment', 'urgency', key], when);
  }
}

function* within(path: Path, condition: Condition | undefined): Generator<[Path, Condition]> {
  if (!condition) return;
  yield [path, condition];
  for (const key of ['all', 'any'] as const) {
    for (const [index, part] of (condition[key] ?? []).entries()) yield* within([...path, key, index], part);
  }
  yield* within([...path, 'not'], condition.not);
}
