import { z } from 'zod';

const QuestionSchema = z.object({ id: z.int(), question: z.string(), given: z.unknown() });

/** Answers what the benchmark asks of this process, until it is killed. */
export function answer(answers: Record<string, (given: unknown) => unknown>): void {
  process.on('message', async (raw) => {
    const { id, question, given } = QuestionSchema.parse(raw);
    try {
      process.send?.({ id, answer: (await answers[question]?.(given)) ?? null });
    } catch (error) {
      process.send?.({ id, answer: null, error: error instanceof Error ? error.stack : String(error) });
    }
  });
}

export const ListeningSchema = z.object({ url: z.string() });

/** CPU time of a process since its start in µs, and the bytes that are in use. */
export const UsageSchema = z.object({ cpu: z.number(), heap: z.number(), resident: z.number() });

export function usage(): z.infer<typeof UsageSchema> {
  const { user, system } = process.cpuUsage();
  // Only where the process was started with --expose-gc.
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  return { cpu: user + system, heap: heapUsed, resident: rss };
}
