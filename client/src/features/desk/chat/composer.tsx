import { MAX_REPLY_LENGTH } from '@kefu/shared/protocol/socket';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTexts } from '../../../i18n';
import { Button } from '../../../ui/button';
import { classes } from '../../../ui/classes';
import css from './composer.module.css';
import { QuickList } from './quick-list';
import { type QuickReply, quickRepliesFor } from './quick-replies';
import { nextSlot, searchAfterSlash, slotsIn } from './slots';
import { useDraft } from './use-draft';

/** From here on the characters left are counted. */
const NEAR_LIMIT = MAX_REPLY_LENGTH - 200;

type Props = { rehearsal: string; onSend: (text: string) => void };

/** Where the reply is written. Enter sends, Shift-Enter breaks the line, a slash at the start opens the templates. */
export function Composer({ rehearsal, onSend }: Props) {
  const { t } = useTexts();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useDraft(rehearsal);
  const [choice, setChoice] = useState(0);
  const [dismissed, setDismissed] = useState(false);
  const [refused, setRefused] = useState(false);

  const search = dismissed ? null : searchAfterSlash(text);
  const found = search === null ? [] : quickRepliesFor(search);
  const chosen = Math.min(choice, found.length - 1);
  const slots = slotsIn(text);
  const left = MAX_REPLY_LENGTH - text.length;
  useFocusKey(field);

  const select = (slot: { start: number; end: number }) => {
    // After the new text is in the field.
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(slot.start, slot.end);
    });
  };
  const insert = (reply: QuickReply) => {
    setText(reply.text);
    setChoice(0);
    select(nextSlot(reply.text, 0) ?? { start: reply.text.length, end: reply.text.length });
  };
  const write = (next: string) => {
    setText(next);
    setRefused(false);
    setChoice(0);
    if (next === '') setDismissed(false);
  };
  const send = () => {
    if (text.trim() === '' || left < 0) return;
    const [open] = slots;
    setRefused(open !== undefined);
    if (open) return select(open);
    onSend(text.trim());
    write('');
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // While an input method is composing, its keys are its own; Safari sends 229 for the Enter that ends it.
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    const { key, shiftKey } = event;
    const listed = search !== null && found.length > 0;
    if (listed && (key === 'ArrowDown' || key === 'ArrowUp')) {
      event.preventDefault();
      setChoice((chosen + (key === 'ArrowDown' ? 1 : found.length - 1)) % found.length);
    } else if (search !== null && key === 'Escape') {
      setDismissed(true);
    } else if (key === 'Enter' && !shiftKey) {
      event.preventDefault();
      const reply = listed ? found[chosen] : undefined;
      if (reply) insert(reply);
      else send();
    } else if (key === 'Tab' && !shiftKey) {
      const slot = nextSlot(text, event.currentTarget.selectionEnd);
      if (slot) {
        event.preventDefault();
        select(slot);
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
      {search !== null && <QuickList id={id} found={found} chosen={chosen} onChoose={insert} />}
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
          aria-controls={search === null ? undefined : id}
          aria-activedescendant={search === null || found.length === 0 ? undefined : `${id}-${chosen}`}
          onChange={(event) => write(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <div className={css.tools}>
          <Button
            look="quiet"
            size="small"
            icon="bolt"
            aria-expanded={search !== null}
            onClick={() => {
              if (text === '') setText('/');
              setDismissed(search !== null);
              field.current?.focus();
            }}
          >
            {t('desk.quick')}
          </Button>
          <span className={classes(css.count, left < 0 && css.over)} role="status">
            {text.length >= NEAR_LIMIT &&
              (left < 0 ? t('desk.tooLong', { count: -left }) : t('desk.left', { count: left }))}
          </span>
          <Button type="submit" look="primary" icon="send" disabled={text.trim() === '' || left < 0}>
            {t('desk.send')}
          </Button>
        </div>
      </div>
    </form>
  );
}

/** Alt + C brings the cursor back from wherever it is; it is there from the start where a keyboard is likely. */
function useFocusKey(field: React.RefObject<HTMLTextAreaElement | null>): void {
  useEffect(() => {
    const { current } = field;
    if (current && matchMedia('(pointer: fine)').matches) {
      current.focus();
      current.setSelectionRange(current.value.length, current.value.length);
    }
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.altKey && event.code === 'KeyC') {
        event.preventDefault();
        field.current?.focus();
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [field]);
}
