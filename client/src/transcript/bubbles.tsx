import type { Hint, MessageEntry } from '@kefu/shared/rehearsal/entry';
import type { ViewEntry } from '@kefu/shared/rehearsal/view';
import type { Remark } from '@kefu/shared/scoring/remarks';
import { useTexts } from '../i18n';
import { Avatar } from '../ui/avatar';
import { classes } from '../ui/classes';
import { Icon } from '../ui/icon';
import { PhotoCard } from '../ui/photo-card';
import css from './bubbles.module.css';
import { OutcomeText } from './outcome-text';

/** Which entry a line shows, for those who look for it in the document, and whether it is the one in question. */
const placed = (seq: number, current: boolean) => ({
  'data-seq': seq,
  ...(current && { 'aria-current': 'step' as const }),
});

type CustomerProps = {
  seq: number;
  current: boolean;
  name: string;
  persona: string;
  content: MessageEntry['content'];
  time: string;
  /** The first of a burst shows who writes and when. */
  first: boolean;
};

export function CustomerBubble({ seq, current, name, persona, content, time, first }: CustomerProps) {
  return (
    <li {...placed(seq, current)} className={classes(css.message, css.theirs, !first && css.follows)}>
      <span className={css.face}>{first && <Avatar persona={persona} />}</span>
      <div className={css.column}>
        {first && (
          <p className={css.meta}>
            {name} <time>{time}</time>
          </p>
        )}
        {'text' in content ? (
          <p className={css.bubble} lang="zh-CN">
            {content.text}
          </p>
        ) : (
          <PhotoCard description={content.photo} />
        )}
      </div>
    </li>
  );
}

type OwnProps = {
  entry: ViewEntry & { kind: 'reply' };
  time: string;
  wait: { ms: number; late: boolean } | undefined;
  read: boolean;
  /** What is told of it at once, in practice. */
  remarks: readonly Remark[];
  current: boolean;
};

export function OwnBubble({ entry, time, wait, read, remarks, current }: OwnProps) {
  const { t } = useTexts();
  return (
    <li {...placed(entry.seq, current)} className={classes(css.message, css.own)}>
      <div className={css.column}>
        <p className={css.bubble}>{entry.text}</p>
        <p className={css.meta}>
          {wait && (
            <span className={wait.late ? css.late : undefined}>
              {t(wait.late ? 'talk.tookOver' : 'talk.took', { s: Math.round(wait.ms / 1000) })}
            </span>
          )}
          <time>{time}</time>
          <span className={read ? css.read : undefined}>
            <Icon name={read ? 'read' : 'check'} size={14} />
          </span>
          <span className="visually-hidden">{t('talk.sent')}</span>
          {read && <span className={css.read}>{t('talk.read')}</span>}
        </p>
        {remarks.length > 0 && (
          <div className={css.remarks}>
            {remarks.map((remark) => (
              <RemarkLine key={`${remark.text.zh} ${remark.start}`} remark={remark} said={entry.text} />
            ))}
          </div>
        )}
      </div>
    </li>
  );
}

/** A word on a reply, with the words that it is about where they are not the whole reply. */
function RemarkLine({ remark: { kind, text, start, end }, said }: { remark: Remark; said: string }) {
  const { say } = useTexts();
  const words = start === undefined || end === undefined ? '' : said.slice(start, end);
  return (
    <p className={css[kind]}>
      <Icon name={kind === 'good' ? 'check' : 'alert'} size={14} />
      <span>
        {words !== '' && words.length < said.length && words.length <= 12 && <q>{words}</q>} {say(text)}
      </span>
    </p>
  );
}

type EventProps<K extends ViewEntry['kind']> = {
  entry: ViewEntry & { kind: K };
  time: string;
  current: boolean;
};

/** What the agent has done, in the flow of the talk. */
export function ActionLine({ entry, time, current }: EventProps<'action'>) {
  const { t } = useTexts();
  const { outcome, action } = entry;
  return (
    <li
      {...placed(entry.seq, current)}
      className={classes(css.action, outcome.status === 'refused' && css.refused)}
    >
      <Icon name={outcome.status === 'refused' ? 'alert' : 'bolt'} size={14} />
      <span>
        {t(`action.${action.do}`)} · <OutcomeText outcome={outcome} />
      </span>
      <time>{time}</time>
    </li>
  );
}

type HintProps = { seq: number; hint: Hint; current: boolean };

/** A hint that was asked for: the engine's word, in the flow of the talk, for the trainee alone. */
export function HintLine({ seq, hint, current }: HintProps) {
  const { t, say } = useTexts();
  return (
    <li {...placed(seq, current)} className={css.hint}>
      <Icon name="bulb" size={16} />
      <span>
        <strong>{t('talk.hintLine')}</strong> {say(hint.words)}
      </span>
    </li>
  );
}

/** How it came out, as the last line of the talk. */
export function EndLine({ entry, time, current }: EventProps<'ended'>) {
  const { t } = useTexts();
  return (
    <li {...placed(entry.seq, current)} className={css.action}>
      <Icon name="flag" size={14} />
      <span>{t('talk.untilEnd', { ending: t(`ending.${entry.ending}`) })}</span>
      <time>{time}</time>
    </li>
  );
}

export function TypingSign({ persona, name }: { persona: string; name: string }) {
  const { t } = useTexts();
  return (
    <li className={classes(css.message, css.theirs)}>
      <span className={css.face}>
        <Avatar persona={persona} />
      </span>
      <div className={css.column}>
        <p className={classes(css.bubble, css.typing)} title={t('talk.customerTyping', { name })}>
          <i />
          <i />
          <i />
          <span className="visually-hidden">{t('talk.typing')}</span>
        </p>
      </div>
    </li>
  );
}
