import { backup, restore } from './backup';
import { check } from './check';
import type { Command } from './command';
import { drill } from './drill';
import { evaluate } from './evaluate';
import { graph } from './graph';
import { newScript } from './new-script';
import { password } from './password';
import { person } from './person';
import { reference } from './reference';
import { rehearse } from './rehearse';
import { runs } from './runs';
import { train } from './train';
import { understand } from './understand';
import { verify } from './verify';

export const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries({
    ...{
      rehearse,
      drill,
      understand,
      verify,
      check,
      runs,
      evaluate,
      train,
      graph,
      backup,
      restore,
      person,
      password,
    },
    'new-script': newScript,
    reference,
  }),
);
