import { readStored, writeStored } from '../../net/stored';

const SKIPS = 'kefu.replay.skips';

/** Whether this person lets replays jump over long silences. */
export const readSkips = (): boolean => readStored(SKIPS) !== null;

export const writeSkips = (skips: boolean): void => writeStored(SKIPS, skips ? 'on' : null);
