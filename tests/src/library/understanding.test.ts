import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenariosFolder } from '@kefu/server/cli/content';
import { evaluateFiles } from '@kefu/server/cli/evaluate';
import { withFigures } from '@kefu/server/cli/evaluation-report';
import { loadRecogniser } from '@kefu/server/cli/load-recogniser';
import { measureRedLines } from '@kefu/server/cli/red-line-measures';
import { describe, expect, it } from 'vitest';
import { root } from '../cli/kefu';

const replies = join(scenariosFolder(), 'replies');
const heldOut = join(replies, 'held-out');
const recogniser = loadRecogniser();
const files = readdirSync(heldOut).sort();
const evaluation = {
  ...(await evaluateFiles(
    recogniser,
    files.map((name) => join(heldOut, name)),
  )),
  redLines: measureRedLines(recogniser, join(replies, 'red-lines')),
};

describe('the recogniser on replies that it has never seen', () => {
  it('does as well as docs/understanding.md says', () => {
    const page = readFileSync(join(root, 'docs/understanding.md'), 'utf8');
    expect(page).toBe(withFigures(page, evaluation));
  });

  it('finds the acts with a macro-F1 of 0.80 and more', () => {
    expect(evaluation.all.macroF1).toBeGreaterThanOrEqual(0.8);
  });

  it('ends hardly any rehearsal falsely, even over replies that are full of dangerous words', () => {
    for (const { set, innocent, lines } of evaluation.redLines) {
      expect(innocent, set).toBeGreaterThanOrEqual(400);
      for (const { act, falsely } of lines) {
        if (act === 'offplatform' || act === 'leak')
          expect(falsely / innocent, `${set} ${act}`).toBeLessThan(0.01);
      }
    }
  });
});
