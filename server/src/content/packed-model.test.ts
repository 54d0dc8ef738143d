import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { modelPath } from '../cli/repository';

it('the trained model is no more than three megabytes to download', () => {
  expect(gzipSync(readFileSync(modelPath())).length).toBeLessThan(3e6);
});
