import type { DoubtfulReply } from '@kefu/shared/protocol/teaching';
import type { Act } from '@kefu/shared/understanding/acts';
import { brokenRule } from '@kefu/shared/understanding/border-rules';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../../i18n';
import { Button } from '../../../ui/button';
import { Keycap } from '../../../ui/keycap';
import { Empty } from '../../../ui/states';
import { ActBoard } from '../act-board';
import type { Stroke } from '../act-keys';
import { Definition } from '../definition';
import { toggled } from '../toggled';
import { useStrokes } from '../use-strokes';
import css from './label-tab.module.css';
import { Opinion } from './opinion';
import { Talk } from './talk';

type Props = {
  reply: DoubtfulReply | undefined;
  keysOn: boolean;
  undoable: boolean;
  onSave: (labels: readonly Act[] | null) => void;
  onUndo: () => void;
  onHelp: () => void;
  counts: ReactNode;
};

/** One reply with what is said of it. What the recogniser would say is chosen already. */
export function ReplyLabeller({ reply, keysOn, undoable, onSave, onUndo, onHelp, counts }: Props) {
  const { t } = useTexts();
  const suggestions = reply?.suggestions ?? [];
  const suggestionOf = (act: Act) => suggestions.find((suggestion) => suggestion.act === act);
  const [chosen, setChosen] = useState<readonly Act[]>(() =>
    suggestions.filter(({ said }) => said).map(({ act }) => act),
  );
  const [looked, setLooked] = useState<Act | null>(null);
  const toggle = (act: Act) => {
    setChosen((before) => toggled(before, act));
    setLooked(act);
  };
  const allowed = reply !== undefined && brokenRule(chosen) === undefined;
  const run = (stroke: Stroke) => {
    switch (stroke.does) {
      case 'toggle':
        return toggle(stroke.act);
      case 'save':
        return allowed ? onSave(chosen) : undefined;
      case 'skip':
        return onSave(null);
      case 'undo':
        return undoable ? onUndo() : undefined;
      case 'help':
        return onHelp();
    }
  };
  useStrokes(keysOn, 'page', run);
  return (
    <>
      {reply ? (
        <div className={css.work}>
          <section className={css.reply} aria-live="polite" aria-label={t('teaching.agent')}>
            <Talk reply={reply} words={looked ? (suggestionOf(looked)?.words ?? []) : []} />
            <Opinion suggestions={suggestions} onLook={setLooked} />
          </section>
          <section className={css.labels} aria-label={t('teaching.labels')}>
            <ActBoard
              chosen={chosen}
              probability={(act) => suggestionOf(act)?.probability ?? 0}
              onToggle={toggle}
              onLook={setLooked}
            />
            <Definition act={looked} chosen={chosen} />
          </section>
        </div>
      ) : (
        <div className={css.empty}>
          <Empty icon="check" title={t('teaching.emptyTitle')} hint={t('teaching.emptyHint')} />
        </div>
      )}
      <div className={css.bar}>
        <Button look="quiet" disabled={!undoable} aria-keyshortcuts="U" onClick={onUndo}>
          {t('teaching.undo')} <Keycap>U</Keycap>
        </Button>
        <Button look="quiet" className={css.help} aria-keyshortcuts="?" onClick={onHelp}>
          {t('teaching.keys')} <Keycap>?</Keycap>
        </Button>
        {counts}
        {reply && (
          <>
            <Button aria-keyshortcuts="S" onClick={() => onSave(null)}>
              {t('teaching.skip')} <Keycap>S</Keycap>
            </Button>
            <Button
              look="primary"
              disabled={!allowed}
              aria-keyshortcuts="Enter"
              onClick={() => onSave(chosen)}
            >
              {t('teaching.save')} <Keycap>Enter</Keycap>
            </Button>
          </>
        )}
      </div>
    </>
  );
}
