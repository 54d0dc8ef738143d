import { botsWith } from '@kefu/shared/proof/bots';
import type { Examined, Task } from '@kefu/shared/proof/examine';
import type { Content } from '@kefu/shared/script/load';
import type { Runs } from '@kefu/shared/script/runs';
import { scenariosFolder } from './content';
import { loadRecogniser } from './load-recogniser';
import { playableChat, readWitnesses } from './proof-chats';
import { reportLines, reportOf } from './proof-report';
import { examineAll } from './prove-in-threads';
import { UsageError } from './usage-error';

/** Spreads the overlays over the scripts: prime to most numbers of them. */
const STRIDE = 11;

/**
 * Proves scripts with every persona, and every persona with every overlay on one of the scripts each, and prints what is known.
 * @param bound states to go on from in each case
 * @returns the exit code: 1 where something was refuted
 */
export async function proveScripts(
  content: Content,
  scripts: readonly string[],
  transcripts: ReadonlyMap<string, Runs>,
  bound: number,
  json: boolean,
): Promise<number> {
  const rubric = content.rubrics.get('default')?.value;
  if (!rubric) throw new UsageError('缺少评分标准 / the default rubric is missing');
  const plain = readWitnesses(scenariosFolder());
  const bots = botsWith(plain);
  const personas = [...content.personas.values()].map(({ value }) => value);
  const laid = [...content.overlays.values()].flatMap(({ value: overlay }) =>
    personas.map((persona) => ({ persona, overlays: [overlay] })),
  );
  const tasks = scripts.flatMap((id): Task[] => {
    const script = content.scripts.get(id)?.value;
    const shop = script && content.shops.get(script.shop)?.value;
    if (!script || !shop) return [];
    const runs = transcripts.get(id);
    const task = { script, shop, rubric, runs, bots, bound };
    return [
      ...personas.map((persona) => ({ ...task, persona, overlays: [] })),
      ...laid
        .filter((_, nth) => scripts[(nth * STRIDE) % scripts.length] === id)
        .map((who) => ({ ...task, ...who })),
    ];
  });
  let refuted = 0;
  let recogniser: ReturnType<typeof loadRecogniser> | undefined;
  const print = (id: string, examined: readonly Examined[]): void => {
    const report = reportOf(examined, (finding) => {
      // Most libraries have nothing to show.
      recogniser ??= loadRecogniser();
      return playableChat(content, finding, transcripts.get(id), plain, recogniser);
    });
    if (report.verdict === 'refuted') refuted++;
    process.stdout.write(json ? `${JSON.stringify(report)}\n` : `${reportLines(report).join('\n')}\n`);
  };
  const results: (Examined | undefined)[] = tasks.map(() => undefined);
  const left = [...scripts];
  await examineAll(tasks, (index, result) => {
    results[index] = result;
    // In the order of the scripts, whichever thread was first, and each as soon as it is known.
    for (let [id] = left; id !== undefined; [id] = left) {
      const own = results.filter((_, nth) => tasks[nth]?.script.id === id);
      const known = own.filter((each) => each !== undefined);
      if (known.length < own.length) return;
      left.shift();
      print(id, known);
    }
  });
  return refuted > 0 ? 1 : 0;
}
