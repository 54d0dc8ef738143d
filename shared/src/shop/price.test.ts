import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { divide, percentOf } from './money';
import { type Offer, OfferSchema } from './offer';
import { bestQuote, type Cart, quote } from './price';
import type { Product } from './schema';

fc.configureGlobal({ seed: 20_260_513 });

const AT = '2026-05-19T21:30';
const product = (id: string, price: number): Product => ({
  id,
  name: id,
  status: 'on-sale',
  price,
  stock: {},
  fields: {
    function: '-',
    material: '-',
    specification: '-',
    suitableFor: '-',
    usage: '-',
    caution: '-',
    comparison: '-',
  },
  proofs: [],
  related: [],
});
const shopOf = (prices: Record<string, number>) => ({
  products: Object.entries(prices).map(([id, price]) => product(id, price)),
});
const offer = (form: Record<string, unknown>): Offer => OfferSchema.parse({ title: '优惠', ...form });
const cartOf = (goods: Record<string, number>, points?: number): Cart => ({ goods, at: AT, points });

const FULL_CUT = offer({
  id: 'full-cut',
  kind: 'reduction',
  spend: 299,
  off: 30,
  notWith: ['member', 'coupon'],
});
const MEMBER = offer({ id: 'member', kind: 'member', rate: 95 });
const PACKET = offer({ id: 'packet', kind: 'packet', off: 8 });

describe('满299减30 (R13)', () => {
  it('takes 30.00 off 299.00 and nothing off 298.99', () => {
    expect(quote(shopOf({ A: 299 }), cartOf({ A: 1 }), [FULL_CUT]).total).toBe(26_900);
    const below = quote(shopOf({ A: 298.99 }), cartOf({ A: 1 }), [FULL_CUT]);
    expect(below).toMatchObject({ total: 29_899, steps: [], refused: [{ offer: 'full-cut', why: 'spend' }] });
  });

  it('counts once, or for every full 299 where it repeats', () => {
    const repeating = offer({ id: 'each', kind: 'reduction', spend: 299, off: 30, repeats: true });
    expect(quote(shopOf({ A: 299 }), cartOf({ A: 3 }), [FULL_CUT]).total).toBe(86_700);
    expect(quote(shopOf({ A: 299 }), cartOf({ A: 3 }), [repeating]).total).toBe(80_700);
  });
});

test('offers that exclude each other do not stack, whichever of them says so', () => {
  const both = quote(shopOf({ A: 304.6 }), cartOf({ A: 1 }), [MEMBER, FULL_CUT, PACKET]);
  expect(both.total).toBe(30_460 - 1_523 - 800);
  expect(both.refused).toEqual([{ offer: 'full-cut', why: 'not-with' }]);
  expect(bestQuote(shopOf({ A: 304.6 }), cartOf({ A: 1 }), [MEMBER, FULL_CUT, PACKET]).total).toBe(26_660);
});

test('a member pays 95 percent of the list price, rounded half up to the 分', () => {
  expect(quote(shopOf({ A: 278.7 }), cartOf({ A: 1 }), [MEMBER]).total).toBe(26_477);
});

test('a flash price holds from its first minute to the one before its last', () => {
  const flash = offer({
    id: 'f',
    kind: 'flash',
    goods: ['A'],
    price: 299,
    from: '2026-06-16T20:00',
    until: '2026-06-16T22:00',
  });
  const at = (time: string) => quote(shopOf({ A: 359 }), { goods: { A: 1 }, at: time }, [flash]).total;
  expect(['2026-06-16T19:59', '2026-06-16T20:00', '2026-06-16T21:59', '2026-06-16T22:00'].map(at)).toEqual([
    35_900, 29_900, 29_900, 35_900,
  ]);
});

test('points pay their share of what is left and no more', () => {
  const points = offer({ id: 'points', kind: 'points', perYuan: 100, atMost: 50 });
  expect(quote(shopOf({ A: 10 }), cartOf({ A: 1 }, 350), [points]).total).toBe(650);
  expect(quote(shopOf({ A: 10 }), cartOf({ A: 1 }, 9_999), [points]).total).toBe(500);
  expect(quote(shopOf({ A: 10 }), cartOf({ A: 1 }), [points]).refused).toEqual([
    { offer: 'points', why: 'nothing-left' },
  ]);
});

test('a coupon for some goods counts only those towards its threshold', () => {
  const coupon = offer({ id: 'c', kind: 'coupon', spend: 99, off: 15, goods: ['A'] });
  const shop = shopOf({ A: 59.8, B: 51.8 });
  expect(quote(shop, cartOf({ A: 1, B: 1 }), [coupon]).refused).toEqual([{ offer: 'c', why: 'spend' }]);
  expect(quote(shop, cartOf({ A: 2, B: 1 }), [coupon])).toMatchObject({
    total: 15_640,
    shares: { A: 10_460, B: 5_180 },
  });
});

type Form = {
  kind: Offer['kind'];
  goods: string[] | undefined;
  notWith: string[];
  amount: number;
  spend: number;
  rate: number;
  repeats: boolean;
};

function formOf(index: number, { kind, goods, notWith, amount, spend, rate, repeats }: Form): Offer {
  const base = { id: `o${index}`, kind, notWith, ...(goods && { goods }) };
  switch (kind) {
    case 'flash':
      return offer({ ...base, goods: goods ?? ['A'], price: amount });
    case 'gift':
      return offer({ ...base, goods: goods ?? ['A'], buy: 1 + (rate % 3), gift: 'B', repeats });
    case 'member':
      return offer({ ...base, rate });
    case 'reduction':
      return offer({ ...base, spend, off: amount, repeats });
    case 'coupon':
    case 'packet':
      return offer({ ...base, spend, off: amount });
    case 'points':
      return offer({ ...base, perYuan: 100, atMost: rate });
  }
}

describe('whatever the cart and the offers', () => {
  const IDS = ['A', 'B', 'C'] as const;
  const KINDS = ['flash', 'gift', 'member', 'reduction', 'coupon', 'packet', 'points'] as const;
  const cents = fc.integer({ min: 1, max: 60_000 }).map((fen) => fen / 100);
  const goods = fc.subarray([...IDS], { minLength: 1 });
  const anyOffer = (index: number): fc.Arbitrary<Offer> =>
    fc
      .record({
        kind: fc.constantFrom(...KINDS),
        goods: fc.option(goods, { nil: undefined }),
        notWith: fc.subarray([...KINDS, 'o0', 'o1'], { maxLength: 2 }),
        amount: cents,
        spend: cents,
        rate: fc.integer({ min: 50, max: 99 }),
        repeats: fc.boolean(),
      })
      .map((form) => formOf(index, form));
  const offers = fc.tuple(anyOffer(0), anyOffer(1), anyOffer(2), anyOffer(3));
  const shop = fc.record({ A: cents, B: cents, C: cents }).map(shopOf);
  const cart = fc
    .record({ ids: goods, count: fc.integer({ min: 1, max: 9 }), points: fc.nat({ max: 50_000 }) })
    .map(({ ids, count, points }) => cartOf(Object.fromEntries(ids.map((id) => [id, count])), points));

  it('every sum is exact: whole 分, list price less the steps, the shares together the total', () => {
    fc.assert(
      fc.property(shop, cart, offers, (shop, cart, offers) => {
        const { listed, steps, total, shares } = quote(shop, cart, offers);
        expect(Number.isInteger(total) && total >= 0).toBe(true);
        expect(listed - steps.reduce((sum, { off }) => sum + off, 0)).toBe(total);
        expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBe(total);
        expect(Object.values(shares).every((share) => share >= 0)).toBe(true);
        expect(steps.every(({ off }) => off > 0)).toBe(true);
      }),
    );
  });

  it('each offer is taken or refused, and none that exclude each other are taken together', () => {
    fc.assert(
      fc.property(shop, cart, offers, (shop, cart, offers) => {
        const { steps, refused } = quote(shop, cart, offers);
        expect([...steps, ...refused].map(({ offer }) => offer).sort()).toEqual(['o0', 'o1', 'o2', 'o3']);
        const taken = offers.filter(({ id }) => steps.some((step) => step.offer === id));
        for (const one of taken) {
          for (const other of taken) {
            if (one !== other) expect(one.notWith).not.toContain(other.id);
            if (one !== other) expect(one.notWith).not.toContain(other.kind);
          }
        }
      }),
    );
  });

  it('the best price is no dearer than any choice, and is what its own offers come to', () => {
    fc.assert(
      fc.property(shop, cart, offers, fc.subarray([0, 1, 2, 3]), (shop, cart, offers, chosen) => {
        const best = bestQuote(shop, cart, offers);
        const other = quote(
          shop,
          cart,
          offers.filter((_, index) => chosen.includes(index)),
        );
        expect(best.total).toBeLessThanOrEqual(other.total);
        const own = offers.filter(({ id }) => best.steps.some((step) => step.offer === id));
        expect(quote(shop, cart, own).total).toBe(best.total);
      }),
    );
  });
});

test('shares add up to the amount and differ from their proportion by less than 1 分', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 10_000_000 }),
      fc.array(fc.nat({ max: 500_000 }), { minLength: 1, maxLength: 8 }),
      (amount, weights) => {
        const sum = weights.reduce((total, weight) => total + weight, 0);
        fc.pre(sum > 0);
        const shares = divide(amount, weights);
        expect(shares.reduce((total, share) => total + share, 0)).toBe(amount);
        shares.forEach((share, index) => {
          expect(Math.abs(share - (amount * (weights[index] ?? 0)) / sum)).toBeLessThan(1);
        });
      },
    ),
  );
});

test('a percentage is rounded half up to the 分', () => {
  expect([percentOf(26_477, 100), percentOf(10, 95), percentOf(1, 50), percentOf(1, 49)]).toEqual([
    26_477, 10, 1, 0,
  ]);
});

describe('买赠', () => {
  const form = { kind: 'gift', goods: ['A'], buy: 3, gift: 'A' };
  const three = offer({ id: 'three', ...form });
  const each = offer({ id: 'each', ...form, repeats: true });
  const pillow = offer({ id: 'pillow', kind: 'gift', goods: ['A'], buy: 1, gift: 'B', repeats: true });
  const total = (goods: Record<string, number>, offers: readonly Offer[]) =>
    quote(shopOf({ A: 100, B: 30 }), cartOf(goods), offers);

  it('gives the fourth of one kind for nothing, once or for every full number', () => {
    expect(total({ A: 4 }, [three]).total).toBe(30_000);
    expect(total({ A: 8 }, [three]).total).toBe(70_000);
    expect(total({ A: 8 }, [each]).total).toBe(60_000);
    expect(total({ A: 3 }, [three])).toMatchObject({
      total: 30_000,
      refused: [{ offer: 'three', why: 'spend' }],
    });
  });

  it('gives another product, as many as were earned and are in the cart, and pays nothing back for it', () => {
    expect(total({ A: 2, B: 1 }, [pillow])).toMatchObject({ total: 20_000, shares: { A: 20_000, B: 0 } });
    expect(total({ A: 1, B: 3 }, [pillow]).total).toBe(16_000);
    expect(total({ A: 1 }, [pillow]).refused).toEqual([{ offer: 'pillow', why: 'goods' }]);
  });

  it('does not let what is given count for a threshold', () => {
    const cut = offer({ id: 'cut', kind: 'reduction', spend: 320, off: 30 });
    expect(total({ A: 4 }, [cut]).total).toBe(37_000);
    expect(total({ A: 4 }, [three, cut]).refused).toEqual([{ offer: 'cut', why: 'spend' }]);
  });

  it('takes off whole pieces only, never more than is in the cart, to the 分', () => {
    const price = fc.integer({ min: 1, max: 100_000 });
    const some = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(
        price,
        price,
        some,
        some,
        some,
        some,
        fc.boolean(),
        fc.boolean(),
        (a, b, m, n, buy, give, repeats, own) => {
          const gift = own ? 'A' : 'B';
          const made = offer({ id: 'gift', kind: 'gift', goods: ['A'], buy, gift, give, repeats });
          const shop = shopOf({ A: a / 100, B: b / 100 });
          const { listed, total: paid, steps, shares } = quote(shop, cartOf({ A: m, B: n }), [made]);
          const off = steps.reduce((sum, step) => sum + step.off, 0);
          const [piece, pieces] = own ? [a, m] : [b, n];
          expect(paid).toBe(listed - off);
          expect((shares.A ?? 0) + (shares.B ?? 0)).toBe(paid);
          expect(off % piece).toBe(0);
          expect(off / piece).toBeLessThanOrEqual(own ? pieces - buy * (off > 0 ? 1 : 0) : pieces);
        },
      ),
    );
  });
});
