import { MAX_REPLY_LENGTH } from '@kefu/shared/protocol/socket';
import { type KeyboardEvent, type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import { useTexts } from '../../../i18n';
import { Button } from '../../../ui/button';
import { classes } from '../../../ui/classes';
import css from './composer.module.css';
import { QuickList } from './quick-list';
import type { QuickReply } from './quick-replies';
import { nextSlot, slotsIn } from './slots';
import { useDraft } from './use-draft';
import { useQuickReplies } from './use-quick-replies';

/** From here on the characters left are counted. */
const NEAR_LIMIT = MAX_REPLY_LENGTH - 200;

/** What the rest of the desk can do with the field: go there, and put a text at the cursor. */
export type ComposerHandle = { focus: () => void; insert: (text: string) => void };

type Props = {
  ref: Ref<ComposerHandle>;
  rehearsal: string;
  onSend: (text: string) => void;
  /** A template was put into the text. */
  onTemplate: (id: string) => void;
  /** Asks for a hint; absent where there are none. */
  onHint?: (() => void) | undefined;
  onManage: () => void;
};

/** Where the reply is written. Enter sends, Shift-Enter breaks the line, a slash opens the quick replies at the cursor. */
export function Composer({ ref, rehearsal, onSend, onTemplate, onHint, onManage }: Props) {
  const { t } = useTexts();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useDraft(rehearsal);
  const [cursor, setCursor] = useState(text.length);
  const [refused, setRefused] = useState(false);
  const { offer, move, restart, dismiss, recall, used } = useQuickReplies(text, cursor);
  const slots = slotsIn(text);
  const left = MAX_REPLY_LENGTH - text.length;
  useFirstFocus(field);

  const select = (start: number, end: number) => {
    setCursor(end);
    // After the new text is in the field.
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(start, end);
    });
  };
  /** Puts words into the text in the place of a part of it; the first gap in them is what is written next. */
  const put = (words: string, start: number, end: number) => {
    const next = text.slice(0, start) + words + text.slice(end);
    setText(next);
    setRefused(false);
    const after = start + words.length;
    const slot = nextSlot(next, start);
    if (slot && slot.end <= after) select(slot.start, slot.end);
    else select(after, after);
  };
  const choose = (reply: QuickReply) => {
    if (!offer) return;
    put(reply.text, offer.command.start, offer.command.end);
    restart();
    used(reply);
    if (reply.from === 'template') onTemplate(reply.id);
  };
  useImperativeHandle(ref, () => ({
    focus: () => field.current?.focus(),
    insert: (words) =>
      put(words, field.current?.selectionStart ?? cursor, field.current?.selectionEnd ?? cursor),
  }));
  const write = (next: string, at: number) => {
    setText(next);
    setCursor(at);
    setRefused(false);
    restart();
    if (next === '') recall();
  };
  const send = () => {
    if (text.trim() === '' || left < 0) return;
    const [open] = slots;
    setRefused(open !== undefined);
    if (open) return select(open.start, open.end);
    onSend(text.trim());
    write('', 0);
    field.current?.focus();
  };
  const openQuick = () => {
    recall();
    if (!offer) put('/', cursor, cursor);
    else field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // While an input method is composing, its keys are its own; Safari sends 229 for the Enter that ends it.
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    const { key, shiftKey } = event;
    const reply = offer?.found[offer.chosen];
    if (reply && (key === 'ArrowDown' || key === 'ArrowUp')) {
      event.preventDefault();
      move(key === 'ArrowDown' ? 1 : -1);
    } else if (offer && key === 'Escape') {
      dismiss();
    } else if (key === 'Enter' && !shiftKey) {
      event.preventDefault();
      if (reply) choose(reply);
      else send();
    } else if (key === 'Tab' && !shiftKey) {
      const slot = nextSlot(text, event.currentTarget.selectionEnd);
      if (slot) {
        event.preventDefault();
        select(slot.start, slot.end);
      }
    }
  };
  return (
    <form
      className={css.composer}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {offer && (
        <QuickList id={id} found={offer.found} chosen={offer.chosen} onChoose={choose} onManage={onManage} />
      )}
      {slots.length > 0 && (
        <p
          id={`${id}-slots`}
          className={classes(css.slots, refused && css.refused)}
          role={refused ? 'alert' : undefined}
        >
          {t('desk.slots', { slots: slots.map(({ name }) => name).join('') })}
        </p>
      )}
      <div className={css.box}>
        <textarea
          ref={field}
          className={css.field}
          rows={2}
          value={text}
          aria-label={t('desk.input')}
          placeholder={t(
            matchMedia('(pointer: fine)').matches ? 'desk.placeholder' : 'desk.placeholderTouch',
          )}
          aria-invalid={left < 0 || refused}
          aria-describedby={slots.length > 0 ? `${id}-slots` : undefined}
          aria-autocomplete="list"
          aria-controls={offer ? id : undefined}
          aria-activedescendant={offer && offer.chosen >= 0 ? `${id}-${offer.chosen}` : undefined}
          onChange={({ target }) => write(target.value, target.selectionEnd)}
          onSelect={({ currentTarget }) => setCursor(currentTarget.selectionEnd)}
          onKeyDown={onKeyDown}
        />
        <div className={css.tools}>
          <Button look="quiet" size="small" icon="bolt" aria-expanded={offer !== null} onClick={openQuick}>
            {t('desk.quick')}
          </Button>
          {onHint && (
            <Button look="quiet" size="small" icon="bulb" title={t('desk.hintTitle')} onClick={onHint}>
              {t('desk.hint')}
            </Button>
          )}
          <span className={classes(css.count, left < 0 && css.over)}>
            {text.length > 0 && text.length < NEAR_LIMIT && t('desk.count', { count: text.length })}
            <span role="status">
              {text.length >= NEAR_LIMIT &&
                (left < 0 ? t('desk.tooLong', { count: -left }) : t('desk.left', { count: left }))}
            </span>
          </span>
          <Button type="submit" look="primary" icon="send" disabled={text.trim() === '' || left < 0}>
            {t('desk.send')}
          </Button>
        </div>
      </div>
    </form>
  );
}

/** The cursor is there from the start where a keyboard is likely. */
function useFirstFocus(field: React.RefObject<HTMLTextAreaElement | null>): void {
  useEffect(() => {
    const { current } = field;
    if (!current || !matchMedia('(pointer: fine)').matches) return;
    current.focus();
    current.setSelectionRange(current.value.length, current.value.length);
  }, [field]);
}
