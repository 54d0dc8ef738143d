import { ACT_IDS, ACTS, type Act } from '@kefu/shared/understanding/acts';
import { brokenRule } from '@kefu/shared/understanding/border-rules';
import { useTexts } from '../../i18n';
import { classes } from '../../ui/classes';
import { Keycap } from '../../ui/keycap';
import css from './act-board.module.css';
import { ACT_KEYS } from './act-keys';

const KINDS = ['good', 'bad'] as const;
/** A probability below this is not worth a figure. */
const SHOWN = 0.1;

type Props = {
  chosen: readonly Act[];
  /** What the recogniser gives each act, where it was asked. */
  probability?: ((act: Act) => number) | undefined;
  onToggle: (act: Act) => void;
  /** Which act is pointed at or reached with the keyboard. */
  onLook: (act: Act) => void;
};

/** All acts in their two families, each with its key. */
export function ActBoard({ chosen, probability, onToggle, onLook }: Props) {
  const { t } = useTexts();
  const broken = brokenRule(chosen);
  return (
    <div className={css.board}>
      {KINDS.map((kind) => (
        <fieldset key={kind} className={css.family}>
          <legend>{t(`teaching.${kind}`)}</legend>
          <div className={css.acts}>
            {ACT_IDS.filter((act) => ACTS[act].kind === kind).map((act) => (
              <Chip
                key={act}
                act={act}
                chosen={chosen.includes(act)}
                broken={broken?.includes(act) ?? false}
                probability={probability?.(act) ?? 0}
                onToggle={onToggle}
                onLook={onLook}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}

type ChipProps = Omit<Props, 'chosen' | 'probability'> & {
  act: Act;
  chosen: boolean;
  broken: boolean;
  probability: number;
};

function Chip({ act, chosen, broken, probability, onToggle, onLook }: ChipProps) {
  const { t, say } = useTexts();
  const percent = Math.round(probability * 100);
  return (
    <label
      className={classes(css.act, css[ACTS[act].kind], chosen && css.chosen, broken && css.broken)}
      onPointerEnter={() => onLook(act)}
    >
      <input
        type="checkbox"
        className="visually-hidden"
        checked={chosen}
        aria-keyshortcuts={ACT_KEYS[act]}
        onChange={() => {
          onToggle(act);
          onLook(act);
        }}
        onFocus={() => onLook(act)}
      />
      <Keycap>{ACT_KEYS[act]}</Keycap>
      <span className={css.name}>{say(ACTS[act])}</span>
      {probability >= SHOWN && (
        <span className={css.percent} title={t('teaching.probability', { percent })}>
          {percent}%
        </span>
      )}
    </label>
  );
}
