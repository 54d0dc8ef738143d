import type { TicketStep } from '../script/action';
import type { Bilingual } from '../script/text';
import { inBoth } from './act';
import type { ActionEntry } from './entry';
import type { RehearsalState } from './state';

/** The steps of a ticket in their order (R74). */
const TICKET_STEPS = [
  'receive',
  'analyse',
  'execute',
  'confirm',
] as const satisfies readonly TicketStep['step'][];
type TicketStepName = TicketStep['step'];

const NAMES: Readonly<Record<TicketStepName, Bilingual>> = {
  receive: { zh: '接收', en: 'receive' },
  analyse: { zh: '分析', en: 'analyse' },
  execute: { zh: '执行', en: 'carry out' },
  confirm: { zh: '确认', en: 'confirm' },
};

/**
 * Takes a ticket one step further. A step that is done can be written anew; none can be left out, and a ticket
 * is closed only after the customer has answered the question whether all is well.
 */
export function takeTicketStep(
  { ticket, machine }: Pick<RehearsalState, 'ticket' | 'machine'>,
  form: TicketStep,
): ActionEntry['outcome'] {
  const reached = ticket === undefined ? 0 : TICKET_STEPS.indexOf(ticket) + 1;
  const wanted = TICKET_STEPS.indexOf(form.step);
  const missing = TICKET_STEPS[reached];
  if (missing !== undefined && wanted > reached) {
    const { zh, en } = NAMES[missing];
    return {
      status: 'refused',
      text: `工单要按顺序处理：先完成“${zh}”。`,
      en: `A ticket goes step by step: “${en}” comes first.`,
    };
  }
  // What the customer has read and answered stands in its memory.
  if (form.step === 'confirm' && machine.context.known['ever:act:confirm'] === undefined) {
    return {
      status: 'refused',
      text: '还没有得到客户的确认：先问客户这样处理是否满意，等客户答复后再关闭工单。',
      en: 'The customer has not confirmed yet: ask whether all is well, and close the ticket after the answer.',
    };
  }
  return { status: 'done', verdict: 'right', ...inBoth(wordsOf(form)) };
}

function wordsOf(form: TicketStep): Bilingual {
  switch (form.step) {
    case 'receive':
      return { zh: `工单已接收：${form.issue}`, en: `Ticket received: ${form.issue}` };
    case 'analyse':
      return {
        zh: `工单已分析：${form.cause}（${form.within} 分钟内答复）`,
        en: `Ticket analysed: ${form.cause} (answer within ${form.within} minutes)`,
      };
    case 'execute':
      return { zh: `工单已执行：${form.measure}`, en: `Ticket carried out: ${form.measure}` };
    case 'confirm':
      return { zh: '客户已确认，工单关闭', en: 'The customer has confirmed, the ticket is closed' };
  }
}

/** Where the ticket stands after a step: writing an earlier one anew takes nothing back. */
export const furthest = (before: TicketStepName | undefined, step: TicketStepName): TicketStepName =>
  before !== undefined && TICKET_STEPS.indexOf(before) > TICKET_STEPS.indexOf(step) ? before : step;
