import { divide, type Fen, percentOf, toFen } from './money';
import { OFFER_KINDS, type Offer } from './offer';
import type { Shop } from './schema';

/** What a customer wants to buy at one moment. */
export type Cart = {
  /** Pieces by product id, in the order of the cart. */
  readonly goods: Readonly<Record<string, number>>;
  /** Local time of the shop, as {@link Offer.from}. */
  readonly at: string;
  /** Points that the customer has. */
  readonly points?: number | undefined;
};

/** Why an offer does not hold: not in its time, none of its goods, too little spent, cannot be combined, nothing left to take off. */
export type Refusal = 'time' | 'goods' | 'spend' | 'not-with' | 'nothing-left';

/** A price with its sum, line by line. */
export type Quote = {
  /** The goods at their own prices (标价合计). */
  readonly listed: Fen;
  readonly steps: readonly { readonly offer: string; readonly off: Fen }[];
  readonly refused: readonly { readonly offer: string; readonly why: Refusal }[];
  readonly total: Fen;
  /** What was really paid for each product, together the total: so much is paid back when all of it is returned (按实付分摊). */
  readonly shares: Readonly<Record<string, Fen>>;
};

/** More offers than this for one cart are not tried in every combination. */
export const MOST_OFFERS = 12;

/** `free`: how many of its pieces were given. */
type Line = { readonly product: string; readonly count: number; free: number; listed: Fen; left: Fen };

/**
 * What a cart costs with these offers (R13, R82). Each is taken off in the order of {@link OFFER_KINDS}, offers of one kind in the order
 * given; thresholds look at the goods at list or flash price, whatever else is taken off. An offer that does not hold is refused and
 * the rest still counts; of two that cannot be combined the earlier holds.
 * @throws {RangeError} for a product that the shop does not have
 */
export function quote(shop: Pick<Shop, 'products'>, cart: Cart, offers: readonly Offer[]): Quote {
  const lines = Object.entries(cart.goods).map(([product, count]): Line => {
    const found = shop.products.find(({ id }) => id === product);
    if (!found) throw new RangeError(`no product ${product}`);
    const listed = toFen(found.price) * count;
    return { product, count, free: 0, listed, left: listed };
  });
  const listed = sumOf(lines, 'listed');
  const held: Offer[] = [];
  const steps: { offer: string; off: Fen }[] = [];
  const refused: { offer: string; why: Refusal }[] = [];
  for (const offer of inOrder(offers)) {
    const off = takeOff(offer, cart, lines, held);
    if (typeof off === 'string') refused.push({ offer: offer.id, why: off });
    else {
      held.push(offer);
      steps.push({ offer: offer.id, off });
    }
  }
  return {
    ...{ listed, steps, refused },
    total: sumOf(lines, 'left'),
    shares: Object.fromEntries(lines.map(({ product, left }) => [product, left])),
  };
}

/**
 * The cheapest combination of offers; of equally cheap ones that with the fewest offers, then the earliest.
 * @param offers at most {@link MOST_OFFERS}
 */
export function bestQuote(shop: Pick<Shop, 'products'>, cart: Cart, offers: readonly Offer[]): Quote {
  let best = quote(shop, cart, []);
  for (let choice = 1; choice < 2 ** Math.min(offers.length, MOST_OFFERS); choice++) {
    const chosen = offers.filter((_, index) => (choice >> index) % 2 === 1);
    const tried = quote(shop, cart, chosen);
    const cheaper = tried.total < best.total;
    if (cheaper || (tried.total === best.total && tried.steps.length < best.steps.length)) best = tried;
  }
  return { ...best, refused: [] };
}

const sumOf = (lines: readonly Line[], what: 'listed' | 'left'): Fen =>
  lines.reduce((sum, line) => sum + line[what], 0);

const inOrder = (offers: readonly Offer[]): Offer[] =>
  offers.toSorted((a, b) => OFFER_KINDS.indexOf(a.kind) - OFFER_KINDS.indexOf(b.kind));

/** Takes one offer off the lines; says how much, or why not. */
function takeOff(offer: Offer, cart: Cart, lines: readonly Line[], held: readonly Offer[]): Fen | Refusal {
  if ((offer.from && cart.at < offer.from) || (offer.until && cart.at >= offer.until)) return 'time';
  const mine = lines.filter(({ product }) => offer.goods?.includes(product) ?? true);
  if (mine.length === 0) return 'goods';
  if (held.some((other) => excludes(offer, other) || excludes(other, offer))) return 'not-with';
  const before = sumOf(mine, 'left');
  if (offer.kind === 'flash') {
    for (const line of mine) {
      line.listed = Math.min(line.listed, toFen(offer.price) * line.count);
      line.left = Math.min(line.left, line.listed);
    }
    return before - sumOf(mine, 'left') || 'nothing-left';
  }
  if (offer.kind === 'gift') return giveAway(offer, lines, mine);
  const worth = worthOf(offer, { listed: sumOf(mine, 'listed'), left: before, points: cart.points ?? 0 });
  if (worth === undefined) return 'spend';
  const off = Math.min(worth, before);
  if (off === 0) return 'nothing-left';
  const shares = divide(
    off,
    mine.map(({ left }) => left),
  );
  for (const [index, line] of mine.entries()) line.left -= shares[index] ?? 0;
  return off;
}

/**
 * Takes the price of the pieces that are given off their line. What is given counts for no threshold, and of goods that bring their
 * own kind the pieces that are given do not count as bought.
 */
function giveAway(
  { buy, give, gift, repeats }: Extract<Offer, { kind: 'gift' }>,
  lines: readonly Line[],
  mine: readonly Line[],
): Fen | Refusal {
  const line = lines.find(({ product }) => product === gift);
  if (!line) return 'goods';
  const pieces = mine.reduce((sum, { count, free }) => sum + count - free, 0);
  const times = Math.floor(pieces / (mine.includes(line) ? buy + give : buy));
  if (times === 0) return 'spend';
  const given = Math.min(line.count - line.free, give * (repeats ? times : 1));
  if (given === 0) return 'nothing-left';
  // Only flash prices and gifts came before: what is not given yet costs the same, piece by piece.
  const off = (line.left / (line.count - line.free)) * given;
  line.free += given;
  line.left -= off;
  line.listed -= off;
  return off || 'nothing-left';
}

const excludes = ({ notWith }: Offer, { id, kind }: Offer): boolean =>
  notWith.includes(id) || notWith.includes(kind);

/** What an order offer is worth before it meets what is left to pay; undefined below its threshold. */
function worthOf(
  offer: Exclude<Offer, { kind: 'flash' | 'gift' }>,
  { listed, left, points }: { listed: Fen; left: Fen; points: number },
): Fen | undefined {
  switch (offer.kind) {
    case 'member':
      return left - percentOf(left, offer.rate);
    case 'reduction': {
      const times = Math.floor(listed / toFen(offer.spend));
      return times === 0 ? undefined : toFen(offer.off) * (offer.repeats ? times : 1);
    }
    case 'coupon':
    case 'packet':
      return listed < toFen(offer.spend) ? undefined : toFen(offer.off);
    case 'points':
      return Math.min(Math.floor((points * 100) / offer.perYuan), Math.floor((left * offer.atMost) / 100));
  }
}
