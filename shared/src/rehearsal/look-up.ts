import type { Case } from '../script/case';
import type { Policy } from '../shop/policy';
import type { Order, Product } from '../shop/schema';

/** What a look-up finds: the named fixture of the shop, without a name the one that the case is about. */

export const findOrder = ({ shop, about }: Case, named: string | undefined): Order | undefined =>
  named ? shop.orders.find(({ id }) => id === named) : about.order;

export const findProduct = ({ shop, about }: Case, named: string | undefined): Product | undefined =>
  named ? shop.products.find(({ id }) => id === named) : about.products[0];

export const findPolicy = ({ shop }: Case, named: string | undefined): Policy | undefined =>
  named ? shop.policies.find(({ id }) => id === named) : shop.policies[0];
