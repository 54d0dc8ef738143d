import {
  type ClientMessage,
  ClientMessageSchema,
  MAX_REPLY_LENGTH,
  PROTOCOL_VERSION,
} from '@kefu/shared/protocol/socket';
import { z } from 'zod';
import { Refusal } from '../refusal';

const TYPES: readonly string[] = ClientMessageSchema.options.map((option) => option.shape.type.value);

/** Nothing but blanks and characters that do not show. */
const BLANK = /^[\s\p{Cf}\p{Cc}]*$/u;

/**
 * Reads what a client sent.
 * @throws {Refusal} that says what is wrong with it, never guessing what was meant
 */
export function readMessage(raw: unknown): ClientMessage {
  const type = z.looseObject({ type: z.string() }).safeParse(raw);
  if (!type.success) throw new Refusal('bad-message');
  if (!TYPES.includes(type.data.type)) throw new Refusal('unknown-event');
  // Another version may have other fields as well: the version is what the client must hear of.
  const { version } = type.data;
  if (type.data.type === 'join' && typeof version === 'number' && version !== PROTOCOL_VERSION) {
    throw new Refusal('old-protocol');
  }
  const message = ClientMessageSchema.safeParse(raw);
  if (!message.success) throw new Refusal('bad-message');
  if (message.data.type === 'reply') checkText(message.data.text);
  return message.data;
}

function checkText(text: string): void {
  if (text.length > MAX_REPLY_LENGTH) throw new Refusal('too-large');
  if (BLANK.test(text)) throw new Refusal('empty-reply');
}
