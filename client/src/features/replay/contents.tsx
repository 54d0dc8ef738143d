import type { ViewEntry } from '@kefu/shared/rehearsal/view';
import { memo, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTexts } from '../../i18n';
import { Choice } from '../../ui/choice';
import { classes } from '../../ui/classes';
import { Icon } from '../../ui/icon';
import { minutesSeconds } from '../../ui/time';
import css from './contents.module.css';
import { MARK_ICONS, type Mark, marksOf } from './marks';
import { currentOf } from './player';
import { usePlayerStore, usePlaying } from './use-player';

/** Everything that was said and done, with its marks, as a list to jump from: also to what is still to come. */
export function Contents() {
  const { t } = useTexts();
  const { scene } = usePlayerStore();
  const [which, setWhich] = useState<'all' | 'key'>('all');
  const current = usePlaying((playing) => currentOf(scene, playing));
  const marks = useMemo(() => {
    const bySeq = new Map<number, Mark[]>();
    for (const mark of marksOf(scene)) bySeq.set(mark.seq, [...(bySeq.get(mark.seq) ?? []), mark]);
    return bySeq;
  }, [scene]);
  const rows = which === 'all' ? scene.lines : scene.lines.filter(({ seq }) => marks.has(seq));
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[data-row="${current}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <div className={css.contents}>
      <Choice
        label={t('replay.listWhich')}
        hideLabel
        value={which}
        options={[
          { value: 'all', label: t('replay.listAll') },
          { value: 'key', label: t('replay.listKey') },
        ]}
        onChange={setWhich}
      />
      {rows.length === 0 && <p>{t('replay.listNone')}</p>}
      <ol ref={list}>
        {rows.map((line) => (
          <SteadyRow
            key={line.seq}
            line={line}
            marks={marks.get(line.seq) ?? NONE}
            current={line.seq === current}
          />
        ))}
      </ol>
    </div>
  );
}

const NONE: readonly Mark[] = [];

// Hundreds of rows, of which a step changes two.
const SteadyRow = memo(Row);

function Row({ line, marks, current }: { line: ViewEntry; marks: readonly Mark[]; current: boolean }) {
  const { t, say } = useTexts();
  const { order } = usePlayerStore();
  return (
    <li>
      <button
        type="button"
        data-row={line.seq}
        className={classes(css.row, line.kind === 'reply' && css.own, current && css.current)}
        aria-current={current ? 'step' : undefined}
        onClick={() => order({ do: 'show', seq: line.seq })}
      >
        <time>{minutesSeconds(line.at)}</time>
        <Words line={line} />
        {marks.filter(tellsMore).map(({ kind, at, title }) => (
          <span key={`${kind} ${at} ${title?.en}`} className={classes(css.mark, css[kind])}>
            <Icon name={MARK_ICONS[kind]} size={14} />
            {t(`replay.mark.${kind}`)}
            {title && ` · ${say(title)}`}
          </span>
        ))}
      </button>
    </li>
  );
}

/** Actions and the end are lines of their own; a mark would say the same again. */
const tellsMore = ({ kind }: Mark): boolean => kind !== 'action' && kind !== 'ending';

/** Who, and what. */
function Words({ line }: { line: ViewEntry }) {
  const { t } = useTexts();
  switch (line.kind) {
    case 'message': {
      const { content } = line;
      const words = 'text' in content ? content.text : `[${t('desk.photo')}] ${content.photo}`;
      return <Said by={t('replay.by.customer')} words={words} />;
    }
    case 'reply':
      return <Said by={t('replay.by.agent')} words={line.text} />;
    case 'action':
      return <Said by={<Icon name={MARK_ICONS.action} size={14} />} words={t(`action.${line.action.do}`)} />;
    case 'ended':
      return <Said by={<Icon name={MARK_ICONS.ending} size={14} />} words={t(`ending.${line.ending}`)} />;
    case 'mood':
    case 'hidden':
      return null;
  }
}

const Said = ({ by, words }: { by: ReactNode; words: string }) => (
  <>
    <span className={css.by}>{by}</span>
    <span className={css.words}>{words}</span>
  </>
);
