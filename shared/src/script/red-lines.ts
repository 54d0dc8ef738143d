import type { Condition } from './condition';
import type { Script } from './schema';
import type { Bilingual } from './text';

export type RedLine = { id: string; title: Bilingual; rule: string; when: Condition };

/** The red lines of every case; a script can add its own. Any of them ends the rehearsal. */
const GENERAL_RED_LINES: readonly RedLine[] = [
  {
    id: 'off-platform',
    title: {
      zh: '违反平台规则：私下交易、好评返现或刷单',
      en: 'Breaks platform rules: off-platform deals, paid or fake reviews',
    },
    rule: 'R60',
    when: { act: ['offplatform'] },
  },
  {
    id: 'privacy-leak',
    title: { zh: '泄露他人隐私或内部信息', en: "Gives away other people's data or internal secrets" },
    rule: 'R63',
    when: { act: ['leak'] },
  },
];

/** All red lines of a script, its own first. */
export const redLinesOf = (script: Script): readonly RedLine[] => [...script.redLines, ...GENERAL_RED_LINES];
