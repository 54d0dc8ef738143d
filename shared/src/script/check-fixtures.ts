import type { Shop } from '../shop/schema';
import { type Claim, type FigureRef, factsNamed, figureIn } from './claim';
import { resolveFacts } from './fact';
import type { Path } from './places';
import type { Script } from './schema';
import type { Source } from './source';

type Form = Pick<
  Script['variants'][number],
  'about' | 'facts' | 'cues' | 'claims' | 'actions' | 'assessment'
>;

/** The case as it stands and in its variants, each with its place. */
export const formsOf = (script: Script): [Path, Form][] => [
  [[], script],
  ...script.variants.map((variant, index): [Path, Form] => [['variants', index], variant]),
];

const ids = (things: readonly { id: string }[]): string[] => things.map(({ id }) => id);

/** Checks what a script takes from its shop: that it is there, in every variant, and that ranges hold something. */
export function checkFixtures(source: Source, script: Script, shop: Shop): void {
  for (const [path, { about, assessment }] of formsOf(script)) {
    if (about?.order) source.expect([...path, 'about', 'order'], 'order', about.order, ids(shop.orders));
    about?.products?.forEach((product, nth) => {
      source.expect([...path, 'about', 'products', nth], 'product', product, ids(shop.products));
    });
    const { floor, ceiling } = assessment?.compensation ?? {};
    expectOrder(source, [...path, 'assessment', 'compensation'], ['floor', floor], ['ceiling', ceiling]);
  }
  checkPins(source, script, shop);
  const [, ...variants] = formsOf(script);
  // What a script has in common counts in its variants only, where some of it may be replaced.
  for (const [path, variant] of variants.length > 0 ? variants : formsOf(script)) {
    checkFigures(source, script, shop, path, variant);
  }
}

/** R64: policies and rules exist, and have not changed since the script was written. */
function checkPins(source: Source, { pins = {}, marketplace }: Script, shop: Shop): void {
  const cards = [...shop.policies, ...(marketplace?.rules ?? [])];
  for (const [policy, pinned] of Object.entries(pins)) {
    const card = cards.find(({ id }) => id === policy);
    if (!card) source.expect(['pins', policy], 'policy', policy, ids(cards), 'key');
    else if (card.version !== pinned) {
      const { title, version, date } = card;
      source.report(['pins', policy], 'stale-pin', { title, pinned, version, date }, 'key');
    }
  }
}

/** Facts have values in this variant, and what claims and actions take from them are numbers. */
function checkFigures(source: Source, script: Script, shop: Shop, path: Path, variant: Form): void {
  const placeOf = (kind: 'facts' | 'claims' | 'actions', id: string): Path =>
    Object.hasOwn(variant[kind] ?? {}, id) ? [...path, kind, id] : [kind, id];
  const { values, faults } = resolveFacts({ ...script.facts, ...variant.facts }, shop, script.now);
  for (const [fact, detail] of Object.entries(faults))
    source.report(placeOf('facts', fact), 'fact-without-value', { fact, detail }, 'key');
  const expectNumber = (place: Path, fact: string) => {
    if (faults[fact] === undefined && !Number.isFinite(figureIn(values, { fact })))
      source.report(place, 'no-number', { fact }, 'key');
  };
  const numberOf = (figure: FigureRef | undefined) => figure !== undefined && figureIn(values, figure);

  for (const [id, claim] of Object.entries({ ...script.claims, ...variant.claims })) {
    const place = placeOf('claims', id);
    for (const fact of factsNamed(claim)) expectNumber(place, fact);
    const { from, to } = rangeOf(claim);
    expectOrder(source, [...place, 'right'], ['from', numberOf(from)], ['to', numberOf(to)]);
  }
  for (const [name, rule] of Object.entries({ ...script.actions, ...variant.actions })) {
    if (!rule?.amount) continue;
    const { min, max } = rule.amount;
    const place = placeOf('actions', name);
    for (const figure of [min, max]) if (typeof figure === 'object') expectNumber(place, figure.fact);
    expectOrder(source, [...place, 'amount'], ['min', numberOf(min)], ['max', numberOf(max)]);
  }
}

const rangeOf = ({ right }: Claim): { from?: FigureRef | undefined; to?: FigureRef | undefined } =>
  Array.isArray(right) ? {} : right;

function expectOrder(
  source: Source,
  path: Path,
  [low, min]: readonly [string, unknown],
  [high, max]: readonly [string, unknown],
): void {
  if (typeof min === 'number' && typeof max === 'number' && min > max)
    source.report(path, 'reversed-range', { low: `${low} ${min}`, high: `${high} ${max}` }, 'key');
}
