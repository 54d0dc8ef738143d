import type { Steps } from './steps';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map([...LETTERS].map((letter, value) => [letter.charCodeAt(0), value]));

/**
 * Steps as text: as many in a letter as there are letters for. Other than in base64 a letter stands for whole steps, so that what
 * is frequent stays frequent and packs well. Their number must be a multiple of those in a letter.
 */
export function writeSteps(steps: Int8Array, { last }: Steps): string {
  const perLetter = inLetter(last);
  const parts: string[] = [];
  for (let i = 0; i < steps.length; i += perLetter) {
    let value = 0;
    for (let j = 0; j < perLetter; j++) value = value * (2 * last + 1) + (steps[i + j] ?? 0) + last;
    parts.push(LETTERS.charAt(value));
  }
  return parts.join('');
}

export function readSteps(text: string, { last }: Steps): Int8Array {
  const perLetter = inLetter(last);
  const steps = new Int8Array(text.length * perLetter);
  for (let i = 0; i < text.length; i++) {
    let value = VALUES.get(text.charCodeAt(i)) ?? 0;
    for (let j = perLetter - 1; j >= 0; j--) {
      steps[i * perLetter + j] = (value % (2 * last + 1)) - last;
      value = Math.floor(value / (2 * last + 1));
    }
  }
  return steps;
}

function inLetter(last: number): number {
  let count = 1;
  while ((2 * last + 1) ** (count + 1) <= LETTERS.length) count++;
  return count;
}
