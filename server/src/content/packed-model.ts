import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { type Model, ModelSchema } from '@kefu/shared/understanding/model';

export type PackedModel = Uint8Array<ArrayBuffer>;

/** A model as it is stored and downloaded: its JSON, gzipped. Quickly, since most of it are zeros anyway. */
export const pack = async (model: Model): Promise<PackedModel> =>
  Uint8Array.from(await promisify(gzip)(JSON.stringify(model), { level: 1 }));

/** Whether bytes are gzipped, by their first two. */
export const isPacked = ([first, second]: Uint8Array): boolean => first === 0x1f && second === 0x8b;

/** Undefined for a model of another version, which this one would read wrongly. */
export async function unpack(packed: Uint8Array): Promise<Model | undefined> {
  const json = await promisify(gunzip)(packed);
  return ModelSchema.safeParse(JSON.parse(json.toString())).data;
}
