import { z } from 'zod';

/** Local time of the shop without zone, e.g. `2026-05-13T15:00`. */
export const LocalTimeSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, '写成 2026-05-13T15:00 / write 2026-05-13T15:00');

/** CNY with at most two decimals. */
export const PriceSchema = z.number().nonnegative().multipleOf(0.01);

/** Fixture ids as people see them in the desk, e.g. `P01`, `DD2605130001`. */
export const FixtureIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9-]+$/, '只能用字母、数字和连字符，例如 P01 / letters, digits and hyphens, as in P01');
