import { memo, useEffect, useRef, useState } from 'react';
import { useTexts } from '../../i18n';
import { TypingSign } from '../../transcript/bubbles';
import { Line } from '../../transcript/line';
import { countUntil, isTypingAt } from '../../transcript/moment';
import { Talk } from '../../transcript/talk';
import { Button } from '../../ui/button';
import css from './chat.module.css';
import { currentOf } from './player';
import { usePlayerStore, usePlaying } from './use-player';

// Dozens of lines, of which a step changes two.
const Steady = memo(Line);

/** So many lines before the moment are drawn at first: going anywhere is instant however long the talk was. */
const DRAWN = 80;

/** The chat as it stood at this moment. A click on a line goes back to it. */
export function Chat() {
  const { t } = useTexts();
  const { scene, order, snapshot } = usePlayerStore();
  const { lines, replay, waits, reads } = scene;
  const { desk, views } = replay;
  const count = usePlaying(({ at }) => countUntil(lines, at));
  const typing = usePlaying(({ at }) => isTypingAt(views, at));
  const read = usePlaying(({ at }) => [...reads.values()].filter((time) => time <= at).length);
  const readBy = [...reads.values()].toSorted((a, b) => a - b)[read - 1] ?? -1;
  const current = usePlaying((playing) => currentOf(scene, playing));
  const [whole, setWhole] = useState(false);
  const from = whole ? 0 : Math.max(0, count - DRAWN);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const choose = ({ target }: MouseEvent) => {
      const line = target instanceof Element && target.closest<HTMLElement>('[data-seq]');
      // Whoever marks words to copy them does not want to go anywhere.
      if (line && getSelection()?.isCollapsed !== false) order({ do: 'show', seq: Number(line.dataset.seq) });
    };
    const element = frame.current;
    element?.addEventListener('click', choose);
    return () => element?.removeEventListener('click', choose);
  }, [order]);
  useEffect(() => {
    // While it plays the reader may look elsewhere; who has gone to a moment wants to see it.
    if (snapshot().playing) return;
    frame.current?.querySelector(`[data-seq="${current}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current, snapshot]);
  return (
    <div ref={frame} className={css.chat}>
      <Talk desk={desk} count={count + (typing ? 0.5 : 0)}>
        {count === 0 && !typing && <li className={css.empty}>{t('replay.notBegun')}</li>}
        {from > 0 && (
          <li className={css.earlier}>
            <Button look="quiet" size="small" onClick={() => setWhole(true)}>
              {t('replay.earlier', { count: from })}
            </Button>
          </li>
        )}
        {lines.slice(from, count).map((entry, index) => (
          <Steady
            key={entry.seq}
            entry={entry}
            desk={desk}
            first={lines[from + index - 1]?.kind !== 'message'}
            wait={waits.get(entry.seq)}
            read={(reads.get(entry.seq) ?? Number.POSITIVE_INFINITY) <= readBy}
            current={entry.seq === current}
          />
        ))}
        {typing && <TypingSign persona={desk.rehearsal.persona} name={desk.customer.name} />}
      </Talk>
    </div>
  );
}
