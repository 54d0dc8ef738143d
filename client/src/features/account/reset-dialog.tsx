import { type Account, PasswordSchema } from '@kefu/shared/protocol/rest';
import { useMutation } from '@tanstack/react-query';
import { Alert, Form, Input, Modal } from 'antd';
import { useTexts } from '../../i18n';
import { useFailureText } from '../../net/failure';
import { rest } from '../../net/rest';
import { fits } from './new-user-dialog';

type Props = { account: Account; onClose: () => void; onDone: () => void };

export function ResetDialog({ account, onClose, onDone }: Props) {
  const { t } = useTexts();
  const failureText = useFailureText();
  const [form] = Form.useForm<{ password: string }>();
  const reset = useMutation({
    mutationFn: (body: { password: string }) => rest.changeUser(account.id, body),
    onSuccess: onDone,
  });
  return (
    <Modal
      open
      title={t('users.resetTitle', { name: account.name })}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      confirmLoading={reset.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(body) => reset.mutate(body)}>
        <Form.Item
          name="password"
          label={t('users.newPassword')}
          rules={[fits(PasswordSchema, t('entry.passwordShort'))]}
        >
          <Input.Password autoFocus autoComplete="new-password" maxLength={128} />
        </Form.Item>
        {reset.isError && <Alert type="error" showIcon title={failureText(reset.error)} />}
      </Form>
    </Modal>
  );
}
