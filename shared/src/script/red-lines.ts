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

/**
 * All red lines of a script, its own first. A general one gives way to a script's own of the same id: on Weibo a private
 * message is not off the platform.
 */
export const redLinesOf = ({ redLines }: Script): readonly RedLine[] => [
  ...redLines,
  ...GENERAL_RED_LINES.filter(({ id }) => !redLines.some((own) => own.id === id)),
];
