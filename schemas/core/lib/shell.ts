/** A text as one word for a POSIX shell. A word that the shell does not change stays unquoted. */
export function quoteShell(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}
