import { closest, distance } from 'fastest-levenshtein'

/**
 * The end of an error message about an unknown name: `; did you mean "url"?`. Empty if no valid name is close. Case does
 * not count, and a name that contains the whole word is close.
 */
export function suggest(word: string, names: readonly string[]): string {
  if (word === '' || names.length === 0) return ''
  const wanted = word.toLowerCase()
  const candidates = names.map((name) => name.toLowerCase())
  const best = closest(wanted, candidates)
  const isClose = distance(wanted, best) <= Math.max(2, Math.floor(wanted.length * 0.4))
  const isPart = (name: string) => wanted.length >= 4 && name.includes(wanted)
  const index = isClose ? candidates.indexOf(best) : candidates.findIndex(isPart)
  return names[index] === undefined ? '' : `; did you mean ${JSON.stringify(names[index])}?`
}
