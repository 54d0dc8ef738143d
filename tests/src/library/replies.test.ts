import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenariosFolder } from '@kefu/server/cli/content';
import { ACT_IDS } from '@kefu/shared/understanding/acts';
import { brokenRule } from '@kefu/shared/understanding/border-rules';
import { type LabelledReply, LabelledReplySchema } from '@kefu/shared/understanding/labelled-reply';
import { describe, expect, it } from 'vitest';

type Row = LabelledReply & { at: string; form: string; grams: Set<string> };

/** What is left of a text when its manner is taken away: signs, blanks and the choice of figures. */
const formOf = (text: string) =>
  text
    .replace(/[\s\p{P}\p{S}]/gu, '')
    .replace(/\d+/g, '0')
    .toLowerCase();
const gramsOf = (form: string) =>
  new Set(Array.from({ length: Math.max(0, form.length - 2) }, (_, i) => form.slice(i, i + 3)));

function read(part: 'train' | 'held-out' | 'red-lines'): Row[] {
  const folder = join(scenariosFolder(), 'replies', part);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .flatMap((line, index) => {
          if (line.trim() === '') return [];
          const row = LabelledReplySchema.parse(JSON.parse(line));
          const form = formOf(row.text);
          return [{ ...row, at: `${part}/${file}:${index + 1}`, form, grams: gramsOf(form) }];
        }),
    );
}

/** Rows that share most of their wording with an earlier one; short texts are only compared whole, with what they answer. */
function copies(rows: readonly Row[], among: readonly Row[] = rows): string[] {
  const seen = new Map<string, Row>();
  const byGram = new Map<string, Row[]>();
  const found: string[] = [];
  const keyOf = (row: Row) => (row.form.length < 8 ? `${row.form}|${formOf(row.context ?? '')}` : row.form);
  const remember = (row: Row) => {
    seen.set(keyOf(row), row);
    for (const gram of row.grams) byGram.set(gram, [...(byGram.get(gram) ?? []), row]);
  };
  if (among !== rows) among.forEach(remember);
  for (const row of rows) {
    const same = seen.get(keyOf(row));
    if (same) found.push(`${row.at} = ${same.at}`);
    const shared = new Map<Row, number>();
    for (const gram of row.grams)
      for (const other of byGram.get(gram) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    for (const [other, count] of shared) {
      const alike = count / (row.grams.size + other.grams.size - count);
      if (row.grams.size > 5 && alike > 0.6) found.push(`${row.at} ~ ${other.at}`);
    }
    if (among === rows) remember(row);
  }
  return found;
}

const train = read('train');
/** Nobody learns from these: whole writing occasions, and those written to test the red lines. */
const heldOut = [...read('held-out'), ...read('red-lines')];
const all = [...train, ...heldOut];

describe('the labelled replies', () => {
  it('are at least 8,000, with at least 150 of each act and 1,000 hard negatives', () => {
    expect(all.length).toBeGreaterThanOrEqual(8_000);
    for (const act of ACT_IDS) {
      const rows = all.filter(({ labels }) => labels.includes(act));
      expect(rows.length, act).toBeGreaterThanOrEqual(150);
    }
    expect(all.filter(({ hard }) => (hard ?? []).length > 0).length).toBeGreaterThanOrEqual(1_000);
  });

  it('keep to the border rules that a program can check', () => {
    const wrong = all.filter(
      ({ labels, hard }) =>
        brokenRule(labels) !== undefined ||
        new Set(labels).size !== labels.length ||
        (hard ?? []).some((act) => labels.includes(act)),
    );
    expect(wrong.map(({ at }) => at)).toEqual([]);
  });

  it('have no copies and no near-copies among those that teach', () => {
    expect(copies(train)).toEqual([]);
  });

  it('keep the held-out part apart from what was learnt', () => {
    expect(copies(heldOut, train)).toEqual([]);
  });

  it('hold out an eighth and more, whole writing occasions', () => {
    const share = heldOut.length / all.length;
    expect(share).toBeGreaterThan(0.12);
    expect(share).toBeLessThan(0.2);
  });
});
