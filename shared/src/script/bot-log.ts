import { z } from 'zod';
import { LocalTimeSchema } from '../shop/fixture';
import type { Source } from './source';
import { IdSchema } from './text';

/** What was said between the robot and the customer before the agent took over (R78). */
export const BotLogSchema = z
  .array(
    z.strictObject({
      who: z.enum(['bot', 'customer']).describe('谁说的：bot 机器人、customer 客户 / who said it'),
      at: LocalTimeSchema.describe(
        '什么时候说的，店铺当地时间，按先后写 / when, in local time of the shop, in order',
      ),
      text: z.string().min(1).describe('说了什么 / what was said'),
      again: IdSchema.optional().describe(
        '客户在这里给过的资料：再问一遍的要点，问了扣分（R78） / what the customer gave here: the cue of asking for it again, which costs points (R78)',
      ),
    }),
  )
  .min(1);
export type BotLog = z.infer<typeof BotLogSchema>;

/** Checks that the log runs forward and ends before the talk begins, and that only what the customer gave can be asked again. */
export function checkBotLog(
  source: Source,
  { botLog = [], cues, now }: { botLog?: BotLog | undefined; cues: object; now: string },
): void {
  botLog.forEach(({ who, at, again }, index) => {
    const path = ['botLog', index];
    const [from, to] = [botLog[index - 1]?.at ?? '', now];
    if (at < from || at > to) source.report([...path, 'at'], 'bot-log-time', { at, from: from || '—', to });
    if (again === undefined) return;
    if (who === 'bot') source.report([...path, 'again'], 'bot-log-again', {});
    source.expect([...path, 'again'], 'cue', again, Object.keys(cues));
  });
}
