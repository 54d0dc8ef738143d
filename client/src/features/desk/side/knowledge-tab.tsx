import type { Desk } from '@kefu/shared/protocol/rest';
import type { Action } from '@kefu/shared/script/action';
import { type FormEvent, type RefObject, useMemo, useState } from 'react';
import { useTexts } from '../../../i18n';
import { Button } from '../../../ui/button';
import { Choice } from '../../../ui/choice';
import { Icon } from '../../../ui/icon';
import type { LookedUp } from '../live/panels';
import { cardsFor, cardsOf, KINDS, type ListedCard } from './cards';
import { KnowledgeCard } from './knowledge-card';
import css from './knowledge-tab.module.css';

type Props = {
  ref: RefObject<HTMLInputElement | null>;
  desk: Desk;
  found: LookedUp;
  disabled: boolean;
  onAct: (action: Action) => void;
  onInsert: (text: string) => void;
};

/**
 * Everything that the shop has in writing. Typing narrows the titles down at once; Enter searches the full text on the
 * server, where the search becomes an event of the log as every card that is opened.
 */
export function KnowledgeTab({ ref, desk, found, disabled, onAct, onInsert }: Props) {
  const { t } = useTexts();
  const [search, setSearch] = useState('');
  const [kind, setKind] = useState<(typeof KINDS)[number] | 'all'>('all');
  const [asked, setAsked] = useState('');
  const cards = useMemo(() => cardsOf(desk), [desk]);
  const words = search.trim();
  const results = asked === words && found.results?.query === asked ? found.results.cards : undefined;
  const listed = results
    ? results.flatMap(({ kind: of, id, hits }) => {
        const card = cards.find((one) => one.kind === of && one.id === id);
        return card && (kind === 'all' || of === kind) ? [{ card, hits }] : [];
      })
    : cardsFor(cards, kind, words).map((card) => ({ card, hits: undefined }));
  const searchAll = (event: FormEvent) => {
    event.preventDefault();
    if (words === '' || disabled) return;
    setAsked(words);
    if (found.results?.query !== words) onAct({ do: 'search', with: { query: words } });
  };
  return (
    <>
      <search>
        <form className={css.search} onSubmit={searchAll}>
          <label className={css.field}>
            <Icon name="search" />
            <span className="visually-hidden">{t('knowledge.search')}</span>
            <input
              ref={ref}
              type="search"
              value={search}
              maxLength={40}
              placeholder={t('knowledge.search')}
              onChange={({ target }) => setSearch(target.value)}
            />
          </label>
          <Choice
            label={t('side.knowledge')}
            hideLabel
            value={kind}
            onChange={setKind}
            options={(['all', ...KINDS] as const).map((value) => ({ value, label: t(`knowledge.${value}`) }))}
          />
          {words !== '' && !results && !disabled && (
            <Button type="submit" look="quiet" size="small" icon="search" className={css.full}>
              {t('knowledge.fullText', { query: words })} · {t('knowledge.fullTextHint')}
            </Button>
          )}
        </form>
      </search>
      <p className={css.count} role="status">
        {results
          ? t('knowledge.found', { query: asked, count: listed.length })
          : t('knowledge.count', { count: listed.length })}
      </p>
      {listed.length === 0 && (
        <p className={css.none}>{t(results ? 'knowledge.noneAtAll' : 'knowledge.none')}</p>
      )}
      <ul className={css.cards}>
        {listed.map(({ card, hits }) => (
          <li key={`${card.kind} ${card.id}`}>
            <KnowledgeCard
              desk={desk}
              card={card}
              hits={hits}
              found={found}
              disabled={disabled}
              onOpen={() => onAct(openingOf(card))}
              onInsert={onInsert}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Opening a card is an action, so that the log knows what the agent had before them. */
function openingOf({ kind, id }: ListedCard): Action {
  switch (kind) {
    case 'policy':
      return { do: 'look-up-policy', with: { policy: id } };
    case 'product':
      return { do: 'look-up-product', with: { product: id } };
    case 'template':
      return { do: 'use-template', with: { template: id } };
  }
}
