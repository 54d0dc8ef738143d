import { checkedFiles } from '@kefu/server/cli/checked-files';
import { readContent, scenariosFolder } from '@kefu/server/cli/content';
import { loadRecogniser } from '@kefu/server/cli/load-recogniser';
import { readTranscripts } from '@kefu/server/cli/transcripts';
import { readSources } from '@kefu/server/content/sources';
import { variantsOf } from '@kefu/shared/script/case';
import { playRuns, type RunResult, RunsSchema } from '@kefu/shared/script/runs';
import { Source } from '@kefu/shared/script/source';
import { describe, expect, it } from 'vitest';

const content = readContent();
const sources = readSources(scenariosFolder());
const { goldens } = readTranscripts(checkedFiles(scenariosFolder(), []), content);
const recogniser = loadRecogniser();
const personas = [...content.personas.keys()];

describe.each([...content.scripts.values()])(
  'the script $value.id',
  ({ value: script, transcripts: path }) => {
    const text = sources.find((source) => source.path === path);
    const source = new Source(text ?? { path, text: '' });
    const runs = source.read(RunsSchema);
    const golden = goldens.get(script.id);
    const results: RunResult[] = runs ? [...playRuns(content, script.id, runs, recogniser, golden)] : [];
    const played = (id: string) => results.filter(({ run }) => run === id);
    const kindOf = (id: string) => runs?.runs.find((run) => run.id === id)?.kind;

    it('has transcripts that can be read', () => {
      expect(source.problems).toEqual([]);
      expect(runs?.runs.length).toBeGreaterThan(0);
    });

    it('has a golden, so that no change of what its customer does goes unseen', () => {
      expect(golden?.size).toBe(new Set(results.map((r) => `${r.run} ${r.persona} ${r.variant}`)).size);
    });

    it.each(runs?.runs.map(({ id }) => id) ?? [])('comes out as its transcript %s says', (id) => {
      const wrong = played(id).filter(({ complaints }) => complaints.length > 0);
      expect(
        wrong.map(({ persona, seed, variant, complaints }) => ({ persona, seed, variant, complaints })),
      ).toEqual([]);
    });

    it('has a model run for every persona and variant', () => {
      const modelled = new Set(
        results.filter(({ run }) => kindOf(run) === 'model').map((r) => `${r.persona} ${r.variant}`),
      );
      const wanted = personas.flatMap((persona) =>
        variantsOf(script).map((variant) => `${persona} ${variant}`),
      );
      expect(wanted.filter((pair) => !modelled.has(pair))).toEqual([]);
    });

    it('has typical failures, a silent trainee among them, for every persona', () => {
      for (const persona of personas) {
        const failures = new Set(
          results.filter((r) => r.persona === persona && kindOf(r.run) === 'failure').map(({ run }) => run),
        );
        expect(failures.size).toBeGreaterThanOrEqual(3);
        expect(failures).toContain('silent');
      }
    });

    it('cites only words that are there', () => {
      for (const {
        scorecard,
        played: { log },
      } of results) {
        const evidence = scorecard.dimensions.flatMap(({ indicators }) =>
          indicators.flatMap((indicator) => indicator.evidence),
        );
        for (const { seq, words, start, end } of [
          ...evidence,
          ...scorecard.redLines.flatMap((line) => line.evidence),
        ]) {
          const entry = log.find((candidate) => candidate.seq === seq);
          expect(entry).toBeDefined();
          if (words !== undefined)
            expect(entry?.kind === 'reply' && entry.text.slice(start, end)).toBe(words);
        }
      }
    });

    it('cites a place and a rule for every point that was lost', () => {
      for (const {
        scorecard,
        played: { log },
      } of results) {
        for (const { id, points, evidence } of scorecard.dimensions.flatMap(({ indicators }) => indicators)) {
          const lost = evidence.filter(({ effect }) => effect === 'lost');
          if (points !== null && points < 100) expect(lost.length, id).toBeGreaterThan(0);
          for (const { seq, rule } of lost) {
            expect(rule, id).toMatch(/^R\d{2}$/);
            expect(log.some((entry) => entry.seq === seq)).toBe(true);
          }
        }
      }
    });

    it('breaks no promise in a model run that could have been kept in the talk', () => {
      const models = results.filter(({ run }) => kindOf(run) === 'model');
      const broken = models.flatMap(({ scorecard }) =>
        scorecard.dimensions
          .flatMap(({ indicators }) => indicators)
          .filter(({ id, points }) => id === 'promises' && points !== null && points < 100),
      );
      expect(broken).toEqual([]);
    });

    it('spreads all hundred points over what could be measured', () => {
      for (const { scorecard } of results) {
        const weights = scorecard.dimensions.reduce((sum, { weight }) => sum + weight, 0);
        expect(weights).toBeCloseTo(100, 0);
      }
    });
  },
);
