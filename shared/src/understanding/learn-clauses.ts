import { ACT_IDS } from './acts';
import type { Kind } from './learning';
import { createLook } from './look';
import { pool, shareOut } from './pooled';

const ACTS = ACT_IDS.length;

/** Weights of all acts, feature by feature, so that one feature's weights lie together. */
export type Linear = { readonly weights: Float32Array; readonly biases: Float32Array };

/** Logistic regression of all acts at once, clause by clause, of which the best speaks for the reply. */
export const CLAUSES: Kind<Linear> = {
  begin(features) {
    return { weights: new Float32Array(features * ACTS), biases: new Float32Array(ACTS) };
  },
  over(bags, { weights, biases }) {
    const look = createLook(bags, ACTS);
    const sums = Array.from({ length: look.most }, () => new Float64Array(ACTS));
    const slopes = Array.from({ length: look.most }, () => new Float64Array(ACTS));
    const shares = new Float64Array(look.most);
    let parts: readonly Float64Array[] = [];
    return {
      at(row, hidden, random) {
        parts = sums.slice(0, look.at(row, hidden, random));
      },
      score() {
        parts.forEach((own, part) => {
          own.fill(0);
          look.addUp(weights, part, own);
        });
        return pool(parts, biases);
      },
      correct(errors, wrong, rate, decay) {
        for (const act of wrong) {
          shareOut(parts, act, shares);
          for (let part = 0; part < parts.length; part++) {
            const slope = slopes[part];
            if (slope) slope[act] = rate * (errors[act] ?? 0) * (shares[part] ?? 0);
          }
        }
        for (let part = 0; part < parts.length; part++) {
          look.correctSome(weights, part, slopes[part] ?? errors, wrong, 1 - rate * decay);
        }
      },
    };
  },
};
