import { firstReply, replyTime, ticketReply } from './indicators/efficiency';
import { fiveSteps, moodFirst, noProvocation } from './indicators/feelings';
import { promisesKept } from './indicators/keeping';
import { factsRight, hiddenNeeds, lookedUp } from './indicators/knowledge';
import { aftercare, bannedLanguage, courtesy, personal } from './indicators/language';
import type { MeasureFunction } from './indicators/measured';
import { noPressure } from './indicators/pressure';
import { grading, guidance, process, solved, star } from './indicators/solving';
import { style } from './indicators/style';
import type { Measure } from './rubric';

/** The function behind each measure that a rubric can name. */
export const MEASURE_FUNCTIONS: Readonly<Record<Measure, MeasureFunction>> = {
  'first-reply': firstReply,
  'reply-time': replyTime,
  'ticket-reply': ticketReply,
  'mood-first': moodFirst,
  'five-steps': fiveSteps,
  'no-provocation': noProvocation,
  star,
  process,
  solved,
  grading,
  promises: promisesKept,
  facts: factsRight,
  'looked-up': lookedUp,
  'hidden-needs': hiddenNeeds,
  'banned-language': bannedLanguage,
  courtesy,
  personal,
  style,
  guidance,
  'no-pressure': noPressure,
  aftercare,
};
