import { type PromiseEntry, promiseLedger } from '../promises';
import type { Evidence } from '../scorecard';
import { both, clamp, type MeasureFunction, NOT_APPLICABLE } from './measured';

/** R62, R80: what was promised is done before the talk ends. Promises that are not due yet neither earn nor cost. */
export const promisesKept: MeasureFunction = (record) => {
  // Wrong dates and sums, and promises that nobody can keep, cost at the facts already.
  const own = promiseLedger(record).filter(({ kind }) => kind === 'deed' || kind === 'return');
  const decided = own.filter(({ status }) => status !== 'open');
  const broken = decided.filter(({ status }) => status === 'broken');
  if (decided.length === 0) return NOT_APPLICABLE;
  return {
    points: clamp(100 - 50 * broken.length),
    value: both(
      `${decided.length - broken.length}/${decided.length} 项兑现`,
      `${decided.length - broken.length} of ${decided.length} kept`,
    ),
    evidence: decided.map(promiseEvidence),
  };
};

const promiseEvidence = ({ seq, start, end, words, what, status, decided }: PromiseEntry): Evidence => ({
  ...{ seq, start, end, words, effect: status === 'kept' ? 'earned' : 'lost' },
  note: both(`承诺${what.zh}：${decided.note.zh}`, `Promised ${what.en}: ${decided.note.en}`),
});
