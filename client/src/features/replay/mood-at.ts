import type { Tone } from '@kefu/shared/script/tone';
import { countUntil } from '../../transcript/moment';
import type { Scene } from './scene';

/** The customer's mood at `at`, ms: its level, and the tone of that level. */
export function moodAt({ replay, report }: Scene, at: number): { level: number; tone: Tone } {
  const { mood } = report.scorecard;
  const level = mood[countUntil(mood, at) - 1]?.level ?? mood[0]?.level ?? 0;
  const effects = report.log.filter((entry) => entry.kind === 'effect');
  const last = effects[countUntil(effects, at) - 1];
  // Before the first effect it is the tone that this one began with.
  return { level, tone: last?.tone ?? replay.insights[0]?.before ?? 'calm' };
}
