import { replySigns } from '../rehearsal/signs';
import type { Case } from '../script/case';
import { conditionsWithin, type Signs } from '../script/condition';
import type { Hear } from '../understanding/hear';
import type { ClaimTeaching, Teaching } from '../understanding/teaching';

import { NAMED } from './formula';
import { conditionsOf } from './letters';

/** At most this many texts are put together to one reply. */
const PARTS = 6;
/** Wordings that are tried for one sign. */
const WORDINGS = 12;

/** Finds real replies for letters: texts that the recogniser understands as exactly that, as far as the case can tell. */
export class Witnesses {
  private readonly looked: ReadonlySet<string>;
  private readonly known: readonly { readonly text: string; readonly shows: ReadonlySet<string> }[];
  private readonly hear: Hear;

  /** @param texts plain sentences, such as those of the script's runs and its cues' examples */
  constructor(facts: Case, hear: Hear, texts: readonly string[]) {
    this.hear = hear;
    this.looked = lookedAt(facts);
    this.known = [...new Set([...texts, ...ownTexts(facts.teaching)])].map((text) => ({
      text,
      shows: this.understood(text, ''),
    }));
  }

  /**
   * @param context the customer's latest words
   * @param said replies that must not be said again, since a copy is something else
   * @returns undefined where no text is understood as the signs
   */
  find(signs: Signs, context: string, said: ReadonlySet<string>): string | undefined {
    const wanted = this.projected(signs);
    for (const text of this.candidates(wanted)) {
      if (!said.has(text) && same(this.understood(text, context), wanted)) return text;
    }
    return undefined;
  }

  private *candidates(wanted: ReadonlySet<string>): Generator<string> {
    const fitting = this.known.filter(({ shows }) => [...shows].every((sign) => wanted.has(sign)));
    for (const { text, shows } of fitting) if (same(shows, wanted)) yield text;
    // Sentences that together show all of it; other wordings of each in turn.
    for (let turn = 0; turn < WORDINGS; turn++) {
      const parts: string[] = [];
      const missing = new Set(wanted);
      for (const sign of wanted) {
        if (!missing.has(sign)) continue;
        const able = fitting
          .filter(({ shows }) => shows.has(sign))
          .sort((a, b) => b.shows.size - a.shows.size);
        const part = able[turn % Math.max(1, able.length)];
        if (!part) return;
        parts.push(part.text);
        for (const shown of part.shows) missing.delete(shown);
      }
      if (parts.length > 1 && parts.length <= PARTS) yield parts.join('。');
    }
  }

  private understood(text: string, context: string): ReadonlySet<string> {
    const understood = this.hear(text, context);
    return this.projected(replySigns({ understood, repeated: false, contradicts: false }));
  }

  private projected({ acts, cues, claims }: Signs): ReadonlySet<string> {
    const all = [
      ...acts.map((id) => `act:${id}`),
      ...cues.map((id) => `cue:${id}`),
      ...claims.map((id) => `claim:${id}`),
      ...(cues.length + claims.length > 0 ? [NAMED] : []),
    ];
    return new Set(all.filter((sign) => this.looked.has(sign)));
  }
}

const same = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((sign) => b.has(sign));

/** The signs that some condition of the case looks at; all others make no difference to the customer. */
function lookedAt(facts: Case): ReadonlySet<string> {
  const signs = new Set(['act:hold']);
  for (const whole of conditionsOf(facts)) {
    for (const part of conditionsWithin(whole)) {
      if (part.answers !== undefined) signs.add(NAMED);
      for (const { act, cue, claim } of [part, part.ever ?? {}, part.before ?? {}]) {
        for (const id of act ?? []) signs.add(`act:${id}`);
        for (const id of cue ?? []) signs.add(`cue:${id}`);
        for (const [id, verdicts] of Object.entries(claim ?? {})) {
          for (const verdict of verdicts) signs.add(`claim:${id}:${verdict}`);
        }
      }
    }
  }
  return signs;
}

/** What the script itself teaches: the examples and words of its cues, and sentences with figures around what is right. */
function ownTexts({ cues, claims }: Teaching): string[] {
  return [
    ...Object.values(cues).flatMap(({ examples, words }) => [...examples, ...words]),
    ...Object.values(claims).flatMap((claim) =>
      figuresOf(claim).flatMap((figure) => claim.about.slice(0, 3).map((topic) => `${topic}${figure}`)),
    ),
  ];
}

const UNITS = { amount: '元', percent: '%', count: '个', length: 'cm', when: '小时', size: '' } as const;

function figuresOf(claim: ClaimTeaching): string[] {
  if (claim.kind === 'size') return [...claim.right, 'XXXL', '均码'];
  const edges = 'length' in claim.right ? [...claim.right] : [claim.right.from, claim.right.to];
  const near = edges.flatMap((edge) => (edge === undefined ? [] : [edge, edge * 2 + 1, edge / 2]));
  const whole = near.map((figure) => Math.round(figure)).filter((figure) => figure > 0);
  return [...new Set(whole)].map((figure) => `${figure}${UNITS[claim.kind]}`);
}
