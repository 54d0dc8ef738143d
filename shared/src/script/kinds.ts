import { z } from 'zod';

// What kinds of cases, customers and endings there are: a page can name them without the whole schema of scripts.

export const STAGES = ['pre-sale', 'in-sale', 'after-sale'] as const;
export const StageSchema = z.enum(STAGES);
export type Stage = z.infer<typeof StageSchema>;

/** How a rehearsal can end (圆满, 解决, 勉强, 流失, 差评, 升级, 红线), from best to worst. */
export const ENDINGS = [
  'delighted',
  'solved',
  'grudging',
  'lost',
  'bad-review',
  'complaint',
  'red-line',
] as const;
export const EndingSchema = z.enum(ENDINGS);
export type Ending = z.infer<typeof EndingSchema>;

export const CustomerGroupSchema = z.enum(['new', 'regular', 'vip', 'complaint', 'potential']);
