import type { Understood } from '../understanding/understood';

/** More different acts than this are not done in one message that answers somebody; those of the model runs do seven at most. */
const MOST_ACTS = 8;

/** Whether a reply says so much of everything that it can be meant for nobody, like a text sent to all (R38). */
export const isHeap = ({ acts }: Pick<Understood, 'acts'>): boolean =>
  new Set(acts.map(({ act }) => act)).size > MOST_ACTS;
