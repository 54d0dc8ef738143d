/** A share of one as a figure of a hundred with one decimal. */
export const percentText = (share: number): string => (share * 100).toFixed(1);
