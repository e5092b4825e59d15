/**
 * The start of a text that may contain names or values of a client. It is a copy, because engines implement `slice` as a
 * reference that keeps the whole text in memory.
 */
export function cutText(text: string, longest: number): string {
  return text.length > longest ? `${JSON.parse(JSON.stringify(text.slice(0, longest)))}…` : text
}
