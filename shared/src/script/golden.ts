/**
 * What the runs of a script came to when somebody last looked: the story of each run with each persona and variant, played with the
 * first of its seeds, by its name. It lies in `<script>.golden.txt` beside the script, so that a change of what customers do shows
 * in review and in `kefu check --runs`, even where ending and score stay as they were.
 */
export type Golden = ReadonlyMap<string, readonly string[]>;

type Play = {
  readonly run: string;
  readonly persona: string;
  readonly variant: string;
  readonly story: readonly string[];
};

const nameOf = ({ run, persona, variant }: Omit<Play, 'story'>): string => `${run} ${persona} ${variant}`;

const HEAD = [
  '# 每个样例演练的经过，由 kefu runs --write 写成；有变化就看一看对不对，再重写。',
  '# What each run comes to, written by kefu runs --write. Review what changes.',
];

/** The file of a golden: plays that come to the same stand together, above the story that they share. */
export function goldenText(plays: Iterable<Play>): string {
  const groups = new Map<string, { names: string[]; story: string }>();
  const known = new Set<string>();
  for (const play of plays) {
    const name = nameOf(play);
    if (known.has(name)) continue;
    known.add(name);
    const story = play.story.map((line) => `\n  ${line}`).join('');
    const group = groups.get(play.run + story) ?? { names: [], story };
    groups.set(play.run + story, group);
    group.names.push(name);
  }
  const blocks = [...groups.values()].map(({ names, story }) => names.join('\n') + story);
  return `${[HEAD.join('\n'), ...blocks].join('\n\n')}\n`;
}

/** Reads what {@link goldenText} has written. */
export function readGolden(text: string): Golden {
  const golden = new Map<string, string[]>();
  for (const block of text.split('\n\n').slice(1)) {
    const lines = block.split('\n').filter((line) => line !== '');
    const story = lines.filter((line) => line.startsWith('  ')).map((line) => line.slice(2));
    for (const name of lines) if (!name.startsWith('  ')) golden.set(name, story);
  }
  return golden;
}

/** Where a play comes to something else than before, in words for people. */
export function changeOf(golden: Golden, play: Play): string | undefined {
  const known = golden.get(nameOf(play));
  if (!known) return '经过没有记录 / not recorded yet (kefu runs --write)';
  const length = Math.max(known.length, play.story.length);
  const at = Array.from({ length }, (_, index) => index).find((index) => known[index] !== play.story[index]);
  return at === undefined
    ? undefined
    : `经过变了 / it went otherwise: “${play.story[at] ?? '—'}”，原来 / before “${known[at] ?? '—'}”`;
}
