import { readStored, writeStored } from '../net/stored';

const KEYS_OFF = 'kefu.keysOff';

/** Whether single keys do something: they get in the way of screen readers and of speech input. */
export const keysAreOn = (): boolean => readStored(KEYS_OFF) === null;

export const turnKeys = (on: boolean): void => writeStored(KEYS_OFF, on ? null : 'off');
