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

const TypedSchema = z.looseObject({ type: z.string() });

/**
 * Reads what a client sent.
 * @throws {Refusal} that says what is wrong with it, never guessing what was meant
 */
export function readMessage(raw: unknown): ClientMessage {
  const message = ClientMessageSchema.safeParse(raw);
  if (!message.success || isOfOtherVersion(message.data)) throw new Refusal(faultOf(raw));
  if (message.data.type === 'reply') checkText(message.data.text);
  return message.data;
}

function faultOf(raw: unknown): 'bad-message' | 'unknown-event' | 'old-protocol' {
  const typed = TypedSchema.safeParse(raw);
  if (!typed.success) return 'bad-message';
  if (!TYPES.includes(typed.data.type)) return 'unknown-event';
  // Another version may have other fields as well: the version is what the client must hear of.
  return isOfOtherVersion(typed.data) ? 'old-protocol' : 'bad-message';
}

const isOfOtherVersion = (message: { type: string; version?: unknown }): boolean =>
  message.type === 'join' && typeof message.version === 'number' && message.version !== PROTOCOL_VERSION;

function checkText(text: string): void {
  if (text.length > MAX_REPLY_LENGTH) throw new Refusal('too-large');
  if (BLANK.test(text)) throw new Refusal('empty-reply');
}
