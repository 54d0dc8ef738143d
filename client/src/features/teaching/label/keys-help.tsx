import { useTexts } from '../../../i18n';
import { Keycap } from '../../../ui/keycap';
import { KeysDialog } from '../../../ui/keys-dialog';

type Props = { on: boolean; onTurn: (on: boolean) => void; onClose: () => void };

/** What the keys do while labelling. */
export function KeysHelp(props: Props) {
  const { t } = useTexts();
  const range = (from: string, to: string) => (
    <>
      <Keycap>{from}</Keycap> – <Keycap>{to}</Keycap>
    </>
  );
  return (
    <KeysDialog
      {...props}
      rows={[
        { keys: range('A', 'Z'), text: `${t('teaching.good')}：${t('teaching.keysToggle')}` },
        { keys: range('0', '9'), text: `${t('teaching.bad')}：${t('teaching.keysToggle')}` },
        { keys: 'Enter', text: t('teaching.save') },
        { keys: 'S', text: t('teaching.skip') },
        { keys: 'U', text: t('teaching.undo') },
        { keys: '?', text: t('teaching.keys') },
      ]}
    />
  );
}
