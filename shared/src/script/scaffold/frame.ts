import type { Shop } from '../../shop/schema';
import type { Ending } from '../kinds';

/** A small complete case of one stage, as YAML with comments; `<slots>` are filled with what the shop has. */
export type Template = {
  /** The orders that fit, best first; undefined where the case needs none. */
  readonly orders: readonly Shop['orders'][number]['status'][] | undefined;
  /** Endings of trainees that fail. */
  readonly failures: readonly Ending[];
  readonly script: string;
  /** What an excellent agent does. */
  readonly moves: string;
};

/** What every new script begins with. */
export const HEAD = `# 这是一个完整的小剧本，可以直接练习。照着注释改成你自己的案例，改完运行：
#   npm run -s kefu -- check --runs 这个文件
# 中文标点请用全角，半角逗号会把一句话切成两句。
id: <id>                # 和文件名相同
version: 1              # 每次改动加 1
source: 自编
title: { zh: <title>, en: <title> }
`;

/** The transcripts of a new script: its model run, and the trainees that must fail in every case. */
export const RUNS = `# 样例对话：示范要到 90 分以上，失误要低于 60 分。运行 check --runs 会全部演练一遍。
runs:
  - id: model
    kind: model
    personas: [emotional, rational, doubtful]
    seeds: [1, 2]
    endings: [delighted]
    moves:
<moves>
  - id: silent
    kind: failure
    personas: [emotional, rational, doubtful]
    seeds: [1, 2]
    endings: [<failures>]
    moves: []
  - id: only-ok
    kind: failure
    personas: [emotional, rational, doubtful]
    seeds: [1, 2]
    endings: [<failures>]
    faults: [process, personal]
    moves:
      - { after: 4, text: 好的 }
      - { after: 4, text: 嗯嗯好的 }
      - { after: 4, text: 好的呢 }
      - { after: 4, text: 好 }
      - { after: 4, text: 嗯好的 }
  - id: rude
    kind: failure
    personas: [emotional, rational, doubtful]
    seeds: [1, 2]
    endings: [<failures>]
    faults: [no-provocation]
    moves:
      - { after: 4, text: 这种事你自己不会看吗 }
      - { after: 5, text: 问这么多，烦不烦啊 }
      - { after: 5, text: 爱要不要，别浪费我时间 }
`;
