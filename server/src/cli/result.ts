import type { Entry } from '@kefu/shared/rehearsal/entry';
import type { Receipt } from '@kefu/shared/scoring/receipt';

/** What `rehearse --json` prints. */
export function resultOf(receipt: Receipt) {
  const { scorecard, log } = receipt;
  return {
    ending: scorecard.ending,
    score: scorecard.total,
    passed: scorecard.passed,
    redLines: scorecard.redLines.map(({ id, rule }) => ({ id, rule })),
    dimensions: Object.fromEntries(scorecard.dimensions.map(({ id, points }) => [id, points])),
    csat: scorecard.outcome.csat,
    transcript: log.flatMap((entry) => {
      const from = speakerOf(entry);
      return from === undefined ? [] : [{ at: entry.at / 1000, from, text: wordsOf(entry) }];
    }),
    receipt,
  };
}

/**
 * One line of a transcript for people; empty for what happens inside the customer.
 * @param mark which customer it is, where there are several
 */
export function transcriptLine(entry: Entry, mark = ''): string {
  const from = speakerOf(entry);
  if (from === undefined) return '';
  const name = { customer: '客户', agent: '客服', desk: '操作' }[from];
  return `${(entry.at / 1000).toFixed(1).padStart(7)}  ${name}${mark}  ${wordsOf(entry)}\n`;
}

function speakerOf({ kind }: Entry): 'customer' | 'agent' | 'desk' | undefined {
  if (kind === 'message') return 'customer';
  if (kind === 'reply') return 'agent';
  return kind === 'action' ? 'desk' : undefined;
}

function wordsOf(entry: Entry): string {
  switch (entry.kind) {
    case 'message':
      return 'text' in entry.content ? entry.content.text : `[图片] ${entry.content.photo}`;
    case 'reply':
      return entry.text;
    case 'action':
      return `${entry.action.do}: ${entry.outcome.text}`;
    case 'effect':
    case 'ended':
      return '';
  }
}
