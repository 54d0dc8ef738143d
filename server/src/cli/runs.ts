import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { goldenText } from '@kefu/shared/script/golden';
import { loadContent } from '@kefu/shared/script/load';
import { playRuns } from '@kefu/shared/script/runs';
import { checkedFiles } from './checked-files';
import type { Command } from './command';
import { scenariosFolder } from './content';
import { loadRecogniser } from './load-recogniser';
import { goldenPath, readTranscripts } from './transcripts';
import { UsageError } from './usage-error';

export const runs: Command = {
  summary: '每个样例演练的经过 / what each transcript comes to',
  usage: [
    'kefu runs [--write] [FILES or FOLDERS …]',
    '',
    '打印剧本旁边的 *.runs.yaml 演练的经过：每句回复以后客户的心情、环节和说的话。',
    'Prints what the transcripts beside the scripts come to: mood, beats and lines after each reply.',
    '--write 写入剧本旁边的 *.golden.txt，kefu check --runs 和它比较；改了剧本以后用，并看一看变了什么',
    '        write it to *.golden.txt beside the scripts, which kefu check --runs compares with;',
    '        for after a change of a script: review what has changed',
  ].join('\n'),
  async run(args) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { write: { type: 'boolean', default: false } },
    });
    const checked = checkedFiles(scenariosFolder(), positionals);
    const content = loadContent(checked.files);
    const transcripts = readTranscripts(checked, content);
    if ([...content.problems, ...transcripts.problems].some(({ severity }) => severity === 'error'))
      throw new UsageError('先让 kefu check 通过 / kefu check has to be sound first');
    const recogniser = loadRecogniser();
    for (const [id, { file }] of content.scripts) {
      const known = transcripts.runs.get(id);
      if (!known || !checked.asked(file)) continue;
      const text = goldenText(playRuns(content, id, known, recogniser));
      const path = goldenPath(checked.shownAs(file));
      if (values.write) writeFileSync(path, text);
      process.stdout.write(values.write ? `${path}\n` : text);
    }
    return 0;
  },
};
