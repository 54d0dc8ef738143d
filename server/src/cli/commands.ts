import type { Command } from './command';
import { evaluate } from './evaluate';
import { train } from './train';
import { understand } from './understand';

export const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries({ train, understand, evaluate }),
);
