/** How many overlays can be laid on a persona at once. */
export const MOST_OVERLAYS = 3;
