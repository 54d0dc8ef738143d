import { type Group, type GroupForm, GroupFormSchema } from '@kefu/shared/protocol/groups';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useTexts } from '../../i18n';
import { useFailureText } from '../../net/failure';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Field } from '../../ui/field';
import { Notice } from '../../ui/notice';

type Props = {
  title: string;
  name: string;
  onClose: () => void;
  onName: (form: GroupForm) => Promise<Group>;
  onDone: () => void;
};

/** Asks for the name of a group, new or not. */
export function NameDialog({ title, name, onClose, onName, onDone }: Props) {
  const { t } = useTexts();
  const failureText = useFailureText();
  const form = useId();
  const [wrong, setWrong] = useState(false);
  const save = useMutation({ mutationFn: onName, onSuccess: onDone });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const parsed = GroupFormSchema.safeParse(Object.fromEntries(new FormData(event.currentTarget)));
    setWrong(!parsed.success);
    if (parsed.success) save.mutate(parsed.data);
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form={form} look="primary" busy={save.isPending}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate>
        <Field
          label={t('groups.name')}
          hint={t('groups.nameHint')}
          error={wrong ? t('groups.nameWrong') : undefined}
        >
          {(control) => (
            <input {...control} name="name" defaultValue={name} autoComplete="off" maxLength={40} />
          )}
        </Field>
        {save.isError && <Notice kind="bad">{failureText(save.error)}</Notice>}
      </form>
    </Dialog>
  );
}
