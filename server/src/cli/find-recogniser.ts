import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRecogniser, type Recogniser } from '@kefu/shared/understanding/recogniser';
import { readConfig } from '../config';
import { isPacked, unpack } from '../content/packed-model';
import { loadModel, loadRecogniser } from './load-recogniser';
import { modelPath } from './repository';
import { UsageError } from './usage-error';

/**
 * The recogniser with which a receipt was scored: from a file if one is given, else the one that comes with the program,
 * or one that the server of the data folder has trained.
 * @returns undefined if it is none of them
 */
export async function findRecogniser(
  hash: string,
  file: string | undefined,
): Promise<Recogniser | undefined> {
  if (file !== undefined) return ifHash(hash, createRecogniser(await readModel(file)));
  const builtIn = existsSync(modelPath()) ? ifHash(hash, loadRecogniser()) : undefined;
  return builtIn ?? findStored(hash);
}

const ifHash = (hash: string, recogniser: Recogniser): Recogniser | undefined =>
  recogniser.hash === hash ? recogniser : undefined;

/** A model's file as `kefu train` writes it or as it was downloaded, gzipped. */
async function readModel(file: string) {
  const bytes = readFileSync(file);
  if (!isPacked(bytes)) return loadModel(file);
  const model = await unpack(bytes);
  if (!model) throw new UsageError(`这个版本读不了这个模型 / this version cannot read the model: ${file}`);
  return model;
}

async function findStored(hash: string): Promise<Recogniser | undefined> {
  const path = join(readConfig(process.env).data, 'kefu.db');
  if (!existsSync(path)) return undefined;
  // Only here: no other command needs the database.
  const { readStoredModel } = await import('../storage/read-stored-model');
  const packed = await readStoredModel(path, hash);
  const model = packed && (await unpack(packed));
  return model && createRecogniser(model);
}
