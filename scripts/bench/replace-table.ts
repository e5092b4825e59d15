/** The text with the part between the two markers of a name replaced. Throws where they are not there, once each. */
export function replaceTable(text: string, table: string, name = 'bench'): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`]
  const [before, inside, ...rest] = text.split(start)
  const [old, after, ...tail] = inside?.split(end) ?? []
  if (before === undefined || old === undefined || after === undefined || rest.length > 0 || tail.length > 0)
    throw new Error(`the file must hold ${start} and ${end}, once each and in this order`)
  return `${before}${start}\n${table}\n${end}${after}`
}
