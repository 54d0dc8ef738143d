/** Puts a text on the clipboard. False without a secure connection, where browsers give none, or when it is refused. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
