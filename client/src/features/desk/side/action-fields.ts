import { type Action, type ActionName, ActionSchema } from '@kefu/shared/script/action';

/** How a field of an action is entered, and which text names it. */
export type ActionField =
  | {
      name: 'address' | 'reason';
      kind: 'long';
      label: 'address' | 'reason' | 'reasonOptional';
    }
  | { name: 'phone' | 'item'; kind: 'short'; label: 'phone' | 'itemOptional' }
  | { name: 'amount'; kind: 'amount'; label: 'amount' | 'amountOptional' };

/** The agent's actions beside looking things up and keeping the ticket, in the order of the panel, each with its form. */
export const ACTION_FIELDS = {
  refund: [
    { name: 'amount', kind: 'amount', label: 'amountOptional' },
    { name: 'reason', kind: 'long', label: 'reasonOptional' },
  ],
  exchange: [{ name: 'item', kind: 'short', label: 'itemOptional' }],
  resend: [{ name: 'item', kind: 'short', label: 'itemOptional' }],
  'change-address': [
    { name: 'address', kind: 'long', label: 'address' },
    { name: 'phone', kind: 'short', label: 'phone' },
  ],
  coupon: [{ name: 'amount', kind: 'amount', label: 'amount' }],
  'change-price': [{ name: 'amount', kind: 'amount', label: 'amount' }],
  escalate: [{ name: 'reason', kind: 'long', label: 'reason' }],
  close: [],
} as const satisfies Partial<Record<ActionName, readonly ActionField[]>>;

export type FormAction = keyof typeof ACTION_FIELDS;

const isFormAction = (name: string): name is FormAction => Object.hasOwn(ACTION_FIELDS, name);
const FORM_ACTIONS: readonly FormAction[] = Object.keys(ACTION_FIELDS).filter(isFormAction);

/** Open in every case, whatever the script has (see the rehearsal's own rule). */
const ALWAYS: ReadonlySet<FormAction> = new Set(['escalate', 'close']);

/** The forms to offer in a case. */
export const formsFor = (actions: readonly string[]): readonly FormAction[] =>
  FORM_ACTIONS.filter((name) => ALWAYS.has(name) || actions.includes(name));

/** An action from what was typed; empty fields are left out. Else the fields that are not in order. */
export function actionFrom(
  name: FormAction,
  typed: Readonly<Record<string, string>>,
): { action: Action } | { wrong: readonly string[] } {
  const fields: readonly ActionField[] = ACTION_FIELDS[name];
  const values = fields.flatMap((field) => {
    const text = (typed[field.name] ?? '').trim();
    if (text === '') return [];
    return [[field.name, field.kind === 'amount' ? Number(text) : text]];
  });
  const parsed = ActionSchema.safeParse({ do: name, with: Object.fromEntries(values) });
  return parsed.success
    ? { action: parsed.data }
    : { wrong: parsed.error.issues.map(({ path }) => String(path[1] ?? '')) };
}
