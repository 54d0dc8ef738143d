import type { Desk } from '@kefu/shared/protocol/rest';
import type { Timing } from './waiting';

/** The clock of a rehearsal: what its rubric allows, at the pace that was chosen. */
export const timingOf = ({ limits, rehearsal }: Desk): Timing => ({ limits, pace: rehearsal.pace });
