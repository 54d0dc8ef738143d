/** The first character of each initial in the order of pinyin; there are none for i, u and v. */
const FIRSTS = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥扨它穵夕丫帀';
const LETTERS = 'abcdefghjklmnopqrstwxyz';

const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin');

/**
 * The pinyin initials of a text, so that “wl” finds 物流: the browser's own Chinese order tells between which initials a
 * character stands. Other characters stay as they are, in lower case. Of characters with several readings the common one.
 */
export const initialsOf = (text: string): string =>
  Array.from(text, (character) => (/\p{Script=Han}/u.test(character) ? initialOf(character) : character))
    .join('')
    .toLowerCase();

function initialOf(character: string): string {
  const after = Array.from(FIRSTS).findLastIndex((first) => collator.compare(first, character) <= 0);
  return LETTERS.charAt(after);
}
