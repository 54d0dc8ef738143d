// `npm run boundaries`: applies .dependency-cruiser.cjs to the workspaces.
// The tool's own command passes with "0 modules cruised" when its parser does not fit, so this compares the
// modules it saw with the files that there are.
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import swc from '@swc/core';
import { cruise, format } from 'dependency-cruiser';
import { root } from './prepare.mjs';

const folders = ['shared/src', 'server/src', 'client/src', 'tests/src'];
const { options, ...ruleSet } = createRequire(import.meta.url)('../.dependency-cruiser.cjs');

// dependency-cruiser 17 calls swc without saying that a .tsx file holds JSX, so swc refuses it.
const { parseFileSync } = swc;
swc.parseFileSync = (path, parsing) => parseFileSync(path, { ...parsing, tsx: path.endsWith('.tsx') });

process.chdir(root);
const { output } = await cruise(
  folders,
  { ...options, validate: true, ruleSet },
  options.enhancedResolveOptions,
);
const seen = new Set(output.modules.map((module) => module.source));
const overlooked = folders.flatMap(filesIn).filter((path) => !seen.has(path));
const linked = output.modules.some(({ dependencies }) => dependencies.length > 0);

console.log((await format(output, { outputType: 'err-long' })).output.trim());
if (overlooked.length > 0) console.error(`✗ not looked at: ${overlooked.join(', ')}`);
if (!linked) console.error('✗ no import was found in any file, so no rule was tested');
process.exitCode = overlooked.length === 0 && linked && output.summary.error === 0 ? 0 : 1;

function filesIn(folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path));
}
