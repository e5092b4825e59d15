/** Replaces the text between the two markers with this name. Throws unless each marker occurs exactly once. */
export function replaceTable(text: string, table: string, name = 'bench'): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`]
  const [before, inside, ...rest] = text.split(start)
  const [old, after, ...tail] = inside?.split(end) ?? []
  if (before === undefined || old === undefined || after === undefined || rest.length > 0 || tail.length > 0)
    throw new Error(`the file must contain ${start} and ${end}, once each and in this order`)
  return `${before}${start}\n${table}\n${end}${after}`
}
