import { closest, distance } from 'fastest-levenshtein'

/**
 * The end of an error message about an unknown name: `; did you mean "url"?`. Empty if no valid name is close. Case does
 * not count. A name that begins with the word is preferred, and a name that contains the whole word is close.
 */
export function suggest(word: string, names: readonly string[]): string {
  if (word === '' || word.length > longestWord || names.length === 0) return ''
  const wanted = word.toLowerCase()
  const candidates = names.map((name) => name.toLowerCase())
  const starting = wanted.length >= 4 ? candidates.filter((name) => name.startsWith(wanted)) : []
  const [shortest] = starting.toSorted((a, b) => a.length - b.length)
  const best = shortest ?? closest(wanted, candidates)
  const isClose = shortest !== undefined || distance(wanted, best) <= Math.max(2, Math.floor(wanted.length * 0.4))
  const isPart = (name: string) => wanted.length >= 4 && name.includes(wanted)
  const index = isClose ? candidates.indexOf(best) : candidates.findIndex(isPart)
  return names[index] === undefined ? '' : `; did you mean ${JSON.stringify(names[index])}?`
}

/** No name is close to a longer word. Comparing the word would take long. */
const longestWord = 200
