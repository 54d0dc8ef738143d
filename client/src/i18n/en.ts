import { account } from './en/account';
import { common } from './en/common';
import { desk } from './en/desk';
import { library } from './en/library';
import { progress } from './en/progress';
import { replay } from './en/replay';
import { report } from './en/report';
import { talk } from './en/talk';
import { teaching } from './en/teaching';
import type { Texts } from './zh';

export const en: Texts = {
  ...common,
  ...account,
  ...library,
  ...desk,
  ...replay,
  ...progress,
  ...report,
  ...talk,
  ...teaching,
};
