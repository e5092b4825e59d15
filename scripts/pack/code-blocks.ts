/** A code block of a page. */
export interface Block {
  readonly language: string
  /** The name of the file, or `output`; empty if the block has neither. */
  readonly name: string
  readonly text: string
  /** The comment in front of the block, such as `not run: it needs a browser`. */
  readonly directive: string
}

/** The code blocks of a page in Markdown. */
export function toBlocks(page: string): readonly Block[] {
  const form = /^(?:<!-- (?<directive>[^\n]*) -->\n)?```(?<language>\w+)(?: (?<name>\S+))?\n(?<text>.*?)^```$/gms
  return [...page.matchAll(form)].map(({ groups }) => ({
    language: groups?.language ?? '',
    name: groups?.name ?? '',
    text: groups?.text ?? '',
    directive: groups?.directive ?? '',
  }))
}
