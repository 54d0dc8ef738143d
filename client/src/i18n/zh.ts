import { account } from './zh/account';
import { common } from './zh/common';
import { desk } from './zh/desk';
import { library } from './zh/library';
import { progress } from './zh/progress';
import { replay } from './zh/replay';
import { report } from './zh/report';
import { talk } from './zh/talk';
import { teaching } from './zh/teaching';

/** All texts of the interface in Simplified Chinese; the other languages have the same keys by their type. */
export const zh = {
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

type Same<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Same<T[Key]> };
export type Texts = Same<typeof zh>;
