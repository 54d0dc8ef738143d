import { ACTS, type Act } from '@kefu/shared/understanding/acts';
import type { Reason } from '@kefu/shared/understanding/understood';
import { useId } from 'react';
import { useTexts } from '../i18n';
import { Tag } from '../ui/tag';
import css from './act-tag.module.css';

type Props = {
  act: Act;
  /** 0–1. */
  confidence: number;
  reasons: readonly Reason[];
  open: boolean;
  onAsk: (open: boolean) => void;
};

/** An act that was recognised. Pointed at, focused or touched, it shows the words that spoke for and against it. */
export function ActTag({ act, confidence, reasons, open, onAsk }: Props) {
  const { t, say } = useTexts();
  const panel = useId();
  const tag = <Tag kind={ACTS[act].kind === 'good' ? 'accent' : 'bad'}>{say(ACTS[act])}</Tag>;
  if (reasons.length === 0) return tag;
  const strongest = Math.max(...reasons.map(({ weight }) => Math.abs(weight)));
  return (
    <span className={css.holder}>
      <button
        type="button"
        className={css.button}
        aria-expanded={open}
        aria-controls={panel}
        onPointerEnter={(event) => event.pointerType === 'mouse' && onAsk(true)}
        onPointerLeave={(event) => event.pointerType === 'mouse' && onAsk(false)}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && onAsk(true)}
        onBlur={() => onAsk(false)}
        onClick={() => onAsk(!open)}
        onKeyDown={(event) => event.key === 'Escape' && onAsk(false)}
      >
        {tag}
      </button>
      {open && (
        <span id={panel} role="note" className={css.panel}>
          <strong>{t('talk.why', { percent: Math.round(confidence * 100) })}</strong>
          {reasons.map(({ words, weight, start }) => (
            <span key={start} className={css.reason}>
              <meter
                className={weight > 0 ? undefined : css.against}
                min={0}
                max={strongest}
                value={Math.abs(weight)}
                aria-hidden="true"
              />
              <q>{words}</q>
              <span className={css.sign}>{t(weight > 0 ? 'talk.speaksFor' : 'talk.speaksAgainst')}</span>
            </span>
          ))}
        </span>
      )}
    </span>
  );
}
