import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LabelledReply, LabelledReplySchema } from '@kefu/shared/understanding/labelled-reply';
import { readJsonLines } from '../cli/json-lines';

/** The labelled replies of a folder, file by file in the order of their names, so that the same files teach the same. */
export const readReplies = (folder: string): LabelledReply[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readRepliesFile(join(folder, name)));

/** @throws {LineError} that names the file and its first bad line */
export const readRepliesFile = (path: string): LabelledReply[] =>
  readJsonLines(readFileSync(path, 'utf8'), LabelledReplySchema, path);
