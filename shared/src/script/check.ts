import type { Persona } from '../persona/schema';
import type { Shop } from '../shop/schema';
import { factsNamed, figureIn } from './claim';
import { type Condition, conditionsWithin } from './condition';
import { resolveFacts } from './fact';
import { type PlacedPool, poolsOf } from './pools';
import type { Script } from './schema';
import type { Path, Source } from './source';
import { linesFor } from './text';

/** Checks what a schema cannot: that everything a script names exists, and that no beat is without a way out. */
export function checkScript(
  source: Source,
  script: Script,
  shop: Shop | undefined,
  personas: readonly Persona[],
): void {
  if (!shop) source.report(['shop'], 'unknown-reference', `没有店铺“${script.shop}”`);
  else checkFixtures(source, script, shop);
  checkConditions(source, script);
  checkBeats(source, script);
  for (const pool of poolsOf(script)) checkPool(source, script, pool, personas);
}

function checkFixtures(source: Source, script: Script, shop: Shop): void {
  const places = [script.about, ...script.variants.map(({ about }) => about)];
  places.forEach((about, index) => {
    const path = index === 0 ? ['about'] : ['variants', index - 1, 'about'];
    if (about?.order && !shop.orders.some(({ id }) => id === about.order)) {
      source.report([...path, 'order'], 'unknown-reference', `店铺里没有订单“${about.order}”`);
    }
    about?.products?.forEach((product, nth) => {
      if (!shop.products.some(({ id }) => id === product)) {
        source.report([...path, 'products', nth], 'unknown-reference', `店铺里没有商品“${product}”`);
      }
    });
  });
  checkFacts(source, script, shop);
}

/** Facts have values in every variant, and what claims and actions take from them are numbers. */
function checkFacts(source: Source, script: Script, shop: Shop): void {
  const reported = new Set<string>();
  const report = (path: Path, message: string) => {
    if (!reported.has(`${path.join('.')} ${message}`)) source.report(path, 'unknown-reference', message);
    reported.add(`${path.join('.')} ${message}`);
  };
  const variants = script.variants.length === 0 ? [undefined] : script.variants;
  variants.forEach((variant, index) => {
    const own = ['variants', index];
    const placed = (kind: 'facts' | 'claims' | 'actions', id: string) =>
      Object.hasOwn(variant?.[kind] ?? {}, id) ? [...own, kind, id] : [kind, id];
    const { values, faults } = resolveFacts({ ...script.facts, ...variant?.facts }, shop, script.now);
    for (const [id, fault] of Object.entries(faults)) report(placed('facts', id), fault);
    const expectNumber = (path: Path, fact: string) => {
      if (faults[fact] === undefined && !Number.isFinite(figureIn(values, { fact }))) {
        report(path, `事实“${fact}”没有定义，或者不是数字`);
      }
    };
    for (const [id, claim] of Object.entries({ ...script.claims, ...variant?.claims })) {
      for (const fact of factsNamed(claim)) expectNumber(placed('claims', id), fact);
    }
    for (const [name, rule] of Object.entries({ ...script.actions, ...variant?.actions })) {
      for (const figure of rule?.amount ? [rule.amount.min, rule.amount.max] : []) {
        if (typeof figure === 'object') expectNumber(placed('actions', name), figure.fact);
      }
    }
  });
}

function checkConditions(source: Source, script: Script): void {
  const known = {
    cue: [script, ...script.variants].flatMap(({ cues }) => Object.keys(cues ?? {})),
    claim: [...Object.keys(script.claims), ...script.variants.flatMap(({ claims }) => Object.keys(claims))],
    need: Object.keys(script.needs),
    told: Object.keys(script.hidden),
  };
  const expect = (path: Path, kind: keyof typeof known, ids: readonly string[] | undefined) => {
    for (const id of ids ?? []) {
      if (!known[kind].includes(id))
        source.report(path, 'unknown-reference', `没有定义“${id}”(${KIND_NAMES[kind]})`);
    }
  };
  for (const [path, condition] of scriptConditions(script)) {
    for (const part of conditionsWithin(condition)) {
      expect(path, 'cue', [...(part.cue ?? []), ...(part.ever?.cue ?? []), ...(part.before?.cue ?? [])]);
      expect(path, 'claim', [
        ...Object.keys(part.claim ?? {}),
        ...Object.keys(part.ever?.claim ?? {}),
        ...Object.keys(part.before?.claim ?? {}),
      ]);
      expect(path, 'need', [
        ...(part.need ?? []),
        ...(part.open ?? []),
        ...(part.answers ? [part.answers] : []),
      ]);
      expect(path, 'told', part.told);
    }
  }
}

const KIND_NAMES = { cue: '要点', claim: '陈述', need: '诉求', told: '隐藏信息' };

function checkBeats(source: Source, script: Script): void {
  const beats = Object.keys(script.beats);
  for (const [id, beat] of Object.entries(script.beats)) {
    beat.next.forEach(({ go, close, say }, index) => {
      if (go !== undefined && !beats.includes(go)) {
        source.report(['beats', id, 'next', index, 'go'], 'unknown-reference', `没有环节“${go}”`);
      }
      if (go === undefined && !close && say === undefined) {
        source.report(['beats', id, 'next', index], 'no-way-out', '要写 go、close 或 say 之一');
      }
    });
    if (!beat.owes && beat.closesAfter === undefined) {
      source.report(['beats', id, 'owes'], 'no-way-out', '不等回复的环节必须写 closesAfter,否则会话没有结尾');
    }
  }
  for (const [id, need] of Object.entries(script.needs)) {
    if (need.since && !beats.includes(need.since)) {
      source.report(['needs', id, 'since'], 'unknown-reference', `没有环节“${need.since}”`);
    }
  }
  for (const [id, { after }] of Object.entries(script.needs)) {
    if (after && !Object.hasOwn(script.hidden, after)) {
      source.report(['needs', id, 'after'], 'unknown-reference', `没有隐藏信息“${after}”`);
    }
  }
  for (const list of ['close', 'leave'] as const) {
    if (script.outcome[list].at(-1)?.when !== undefined) {
      source.report(['outcome', list], 'no-way-out', '最后一项不能带条件，否则可能没有结局');
    }
  }
}

function checkPool(
  source: Source,
  script: Script,
  { path, pool, needed }: PlacedPool,
  personas: readonly Persona[],
): void {
  const facts = new Set([script, ...script.variants].flatMap((part) => Object.keys(part.facts)));
  for (const persona of personas) {
    const lines = linesFor(pool, persona);
    if (needed(persona) && lines.length === 0) {
      source.report(path, 'no-lines', `客户画像“${persona.id}”在这里没有台词，可以写 any`);
    }
    for (const [, id = ''] of JSON.stringify(lines).matchAll(/\{([a-z0-9-]+)\}/g)) {
      if (!facts.has(id)) source.report(path, 'unknown-reference', `台词里的 {${id}} 没有定义`);
    }
  }
}

/** Every condition of a script with its place. */
function* scriptConditions(script: Script): Generator<[Path, Condition]> {
  for (const [id, need] of Object.entries(script.needs)) yield [['needs', id, 'met'], need.met];
  for (const [id, hidden] of Object.entries(script.hidden)) yield [['hidden', id, 'when'], hidden.when];
  for (const [id, beat] of Object.entries(script.beats)) {
    for (const [index, { when }] of beat.next.entries()) yield [['beats', id, 'next', index, 'when'], when];
  }
  for (const [index, { when }] of script.reactions.entries()) yield [['reactions', index, 'when'], when];
  for (const [index, { when }] of script.redLines.entries()) yield [['redLines', index, 'when'], when];
  for (const [id, rule] of Object.entries(script.actions))
    if (rule?.when) yield [['actions', id, 'when'], rule.when];
  for (const [index, { actions }] of script.variants.entries()) {
    for (const [id, rule] of Object.entries(actions ?? {}))
      if (rule?.when) yield [['variants', index, 'actions', id, 'when'], rule.when];
  }
  for (const list of ['close', 'leave'] as const) {
    for (const [index, { when }] of script.outcome[list].entries())
      if (when) yield [['outcome', list, index, 'when'], when];
  }
  for (const list of ['process', 'guidance'] as const) {
    for (const [index, { done }] of script.assessment[list].entries())
      yield [['assessment', list, index, 'done'], done];
  }
}
