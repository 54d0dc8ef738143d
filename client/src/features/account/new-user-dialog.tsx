import { NameSchema, type NewUser, PasswordSchema } from '@kefu/shared/protocol/rest';
import { useMutation } from '@tanstack/react-query';
import { Alert, Form, Input, Modal, Select } from 'antd';
import { useTexts } from '../../i18n';
import { useFailureText } from '../../net/failure';
import { rest } from '../../net/rest';

/** The roles an account can have. */
export const ACCOUNT_ROLES = ['trainee', 'trainer', 'coach', 'admin'] as const;

type Props = { onClose: () => void; onDone: (name: string) => void };

export function NewUserDialog({ onClose, onDone }: Props) {
  const { t } = useTexts();
  const failureText = useFailureText();
  const [form] = Form.useForm<NewUser>();
  const add = useMutation({ mutationFn: rest.addUser, onSuccess: ({ name }) => onDone(name) });
  return (
    <Modal
      open
      title={t('users.add')}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      confirmLoading={add.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ role: 'trainee' }}
        onFinish={(user) => add.mutate(user)}
      >
        <Form.Item name="name" label={t('users.name')} rules={[fits(NameSchema, t('entry.nameShort'))]}>
          <Input autoFocus autoComplete="off" maxLength={32} />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('entry.password')}
          rules={[fits(PasswordSchema, t('entry.passwordShort'))]}
        >
          <Input.Password autoComplete="new-password" maxLength={128} />
        </Form.Item>
        <Form.Item name="role" label={t('users.role')}>
          <Select options={ACCOUNT_ROLES.map((value) => ({ value, label: t(`role.${value}`) }))} />
        </Form.Item>
        {add.isError && <Alert type="error" showIcon title={failureText(add.error)} />}
      </Form>
    </Modal>
  );
}

/** A rule of a form field from the schema that the server applies too. */
export const fits = (schema: { safeParse: (value: unknown) => { success: boolean } }, text: string) => ({
  validator: (_: unknown, value: unknown) =>
    schema.safeParse(value ?? '').success ? Promise.resolve() : Promise.reject(new Error(text)),
});
