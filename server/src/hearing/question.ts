import type { MessagePort } from 'node:worker_threads';
import type { Model } from '@kefu/shared/understanding/model';
import type { Teaching } from '@kefu/shared/understanding/teaching';
import type { Understood } from '@kefu/shared/understanding/understood';
import type { ChannelOptions } from 'birpc';
import type { Pins } from '../content/pins';

/** A reply, what was heard before it, and by what it is to be understood. */
export type Question = {
  /** Hash of the model. */
  readonly recogniser: string;
  /** The content whose cues and claims are listened for. */
  readonly pins: Pins;
  readonly text: string;
  readonly heard: string;
};

/** What the listener does for a server. */
export type Listening = { readonly understand: (question: Question) => Promise<Understood> };

/** What a server hands to the listener when it lacks it. */
export type Supply = {
  readonly model: (hash: string) => Promise<Model>;
  readonly teaching: (pins: Pins) => Promise<Teaching>;
};

/** How their calls travel. They may wait as long as there is much to do. */
export const callsThrough = (port: MessagePort): ChannelOptions & { timeout: number } => ({
  post: (message) => port.postMessage(message),
  on: (receive) => port.on('message', receive),
  timeout: -1,
});
