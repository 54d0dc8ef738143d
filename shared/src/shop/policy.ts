import { z } from 'zod';
import { IdSchema } from '../script/text';

const text = z.string().min(1);

/** A policy card; the version and date show which wording an agent had before them (R64, R88). */
export const PolicySchema = z.strictObject({
  id: IdSchema.describe('政策的名字 / the id of the policy'),
  version: z.int().positive().describe('版本（R64） / version (R64)'),
  date: z.iso.date('写成 2026-05-13 / write 2026-05-13').describe('生效日期 / date from which it holds'),
  title: text.describe('政策名称 / what it is called'),
  text: text.describe('政策内容 / what it says'),
  promotion: z
    .boolean()
    .optional()
    .describe('当日活动，写进岗前准备（R79、R82） / a promotion of the day, told in the brief (R79, R82)'),
});

export type Policy = z.infer<typeof PolicySchema>;
