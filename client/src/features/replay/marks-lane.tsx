import { useEffect, useMemo, useRef, useState } from 'react';
import { useTexts } from '../../i18n';
import { classes } from '../../ui/classes';
import { Icon } from '../../ui/icon';
import { minutesSeconds } from '../../ui/time';
import { clusters, MARK_ICONS, type Mark, marksOf, worstOf } from './marks';
import css from './timeline.module.css';
import { usePlayerStore } from './use-player';

/** Room that one mark takes, px. */
const MARK_PX = 26;

/** The moments that a coach looks for. The list beside the chat has the same for the keyboard and for screen readers. */
export function Marks() {
  const { t, say } = useTexts();
  const { scene, order } = usePlayerStore();
  const marks = useMemo(() => marksOf(scene), [scene]);
  const { ref, width } = useWidth();
  const words = ({ kind, title, at }: Mark) =>
    `${minutesSeconds(at)} ${t(`replay.mark.${kind}`)}${title ? ` · ${say(title)}` : ''}`;
  return (
    <div ref={ref} className={css.marks} aria-hidden="true">
      {width > 0 &&
        clusters(marks, scene.until, MARK_PX / width).map((group) => {
          const [first] = group;
          if (!first) return null;
          const { kind } = worstOf(group) ?? first;
          return (
            <button
              key={`${first.kind} ${first.seq} ${first.at}`}
              type="button"
              tabIndex={-1}
              className={classes(css.mark, css[kind])}
              style={{ left: `${(first.at / Math.max(1, scene.until)) * 100}%` }}
              title={group.map(words).join('\n')}
              onClick={() => order({ do: 'seek', at: first.at, seq: first.seq })}
            >
              <Icon name={MARK_ICONS[kind]} size={14} />
              {group.length > 1 && <span>{group.length}</span>}
            </button>
          );
        })}
    </div>
  );
}

/** The width of an element, px, and again whenever it changes; 0 before it is known. */
function useWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}
