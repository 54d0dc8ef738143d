import type { Report } from '@kefu/shared/protocol/report';
import type { Entry } from '@kefu/shared/rehearsal/entry';
import { ACTS } from '@kefu/shared/understanding/acts';
import writeXlsxFile, { type CellObject } from 'write-excel-file/node';
import { type Cell, detailsOf, seconds, type Table } from './details';
import { type Language, TEXTS } from './texts';

/** The report as an Excel workbook: the result, the table of all details, and the talk. */
export function workbookOf(report: Report, language: Language): Promise<Buffer> {
  const result = sheet(TEXTS.result[language], [24, 60], resultOf(report, language));
  const columns = [12, 22, 20, 22, 8, 8, 12, 8, 10, 46, 46];
  const details = sheet(TEXTS.details[language], columns, detailsOf(report, language));
  const talk = sheet(TEXTS.talk[language], [8, 10, 10, 80, 40], talkOf(report, language));
  return writeXlsxFile([result, details, talk]).toBuffer();
}

const sheet = (name: string, widths: number[], [headings = [], ...rows]: Table) => ({
  sheet: name,
  columns: widths.map((width) => ({ width })),
  stickyRowsCount: 1,
  data: [
    headings.map((title) => ({ ...typed(title), fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map(typed)),
  ],
});

/** Texts are written as texts, so that none is ever calculated. */
function typed(cell: Cell): CellObject | null {
  if (cell === null) return null;
  return typeof cell === 'number'
    ? { value: cell, type: Number }
    : { value: cell, type: String, wrap: true, alignVertical: 'top' };
}

function resultOf({ rehearsal, exercise, scorecard }: Report, language: Language): Table {
  const { item, value, ...text } = TEXTS;
  const lines: [keyof typeof text, Cell][] = [
    ['title', rehearsal.title[language]],
    ['trainee', rehearsal.trainee.name],
    ['started', rehearsal.startedAt],
    ['mode', TEXTS[rehearsal.mode][language]],
    ['pace', rehearsal.pace],
    ['persona', exercise.persona.name[language]],
    ['variant', exercise.variant?.[language] ?? null],
    ['seed', exercise.seed],
    ['rubric', `${scorecard.rubric.id} v${scorecard.rubric.version}`],
    ['total', scorecard.total],
    ['passed', TEXTS[scorecard.passed ? 'yes' : 'no'][language]],
    ['ending', scorecard.ending],
  ];
  return [[item[language], value[language]], ...lines.map(([key, cell]) => [text[key][language], cell])];
}

function talkOf({ log }: Report, language: Language): Table {
  const { message, speaker, text, acts } = TEXTS;
  return [
    [message, TEXTS.seconds, speaker, text, acts].map((title) => title[language]),
    ...log.filter(({ kind }) => kind !== 'effect').map((entry) => lineOf(entry, language)),
  ];
}

function lineOf(entry: Entry, language: Language): Cell[] {
  const line = (who: keyof typeof TEXTS, words: Cell, done: Cell) => [
    ...[entry.seq, seconds(entry.at), TEXTS[who][language], words, done],
  ];
  switch (entry.kind) {
    case 'message':
      return line('customer', 'text' in entry.content ? entry.content.text : entry.content.photo, null);
    case 'reply': {
      const done = new Set(entry.understood.acts.map(({ act }) => ACTS[act][language]));
      return line('agent', entry.text, [...done].join(language === 'zh' ? '、' : ', '));
    }
    case 'action': {
      const { text, en = text } = entry.outcome;
      return line('action', language === 'en' ? en : text, entry.action.do);
    }
    case 'ended':
      return line('ending', entry.ending, null);
    case 'effect':
      return [];
  }
}
