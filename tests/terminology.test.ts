import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contracts } from '../contracts/apis.ts'
import { toCount } from '../schemas/core/lib/count.ts'
import { root } from './testing/pages.ts'

/** Words that the project does not use, and the terms of docs/glossary.md that replace them. */
const replacements: Readonly<Record<string, string>> = {
  'freedom freedoms': 'implementation-defined behaviour, tolerance',
  'liberty liberties': 'implementation-defined behaviour, leniency',
  'stranger strangers unlisted undeclared': 'undocumented',
  'lend lends lending lent loan loans borrow borrows borrowed borrowing': 'acquire and release, fixture pool',
  'speller spelling spellings': 'field alias',
  'pacer patience': 'retry for eventual consistency',
  'befall befalls befell befallen': 'apply',
  'slip slips': 'signing mistake',
  'forge forges forged forging': 'tamper',
  odd: 'malformed, edge case',
  'belonging belongings neighbour neighbours nests alike': 'isolation, parent scoping',
  'law laws': 'pagination properties, invariants',
  'ledger ledgers': 'cleanup log, traceability',
  'journal journals': 'request log',
  'door doors': 'adapter',
  'asked asking told hear hears heard hearing mind minds': 'an active verb without a person',
  'patient patiently': 'retry for eventual consistency',
  mending: 'map, set, replace',
  'answer answers answered answering reply replies replied replying': 'response, result, return',
}

/** Several words, in lower case. `give back` also stands for `giveBack`. */
const phrases: Readonly<Record<string, string>> = {
  'give back': 'release',
  'nobody lists': 'undocumented',
  'no page lists': 'undocumented',
  'may lag': 'retry for eventual consistency',
  'left open by the page': 'implementation-defined',
  'chosen by the target': 'implementation-defined',
  'for the asking': 'you can force',
  'what nobody': 'undocumented',
  'that is none': 'missing, invalid',
  'by the page': 'by the source',
  'no page forbids': 'no source forbids',
  'looks at no': 'does not verify, ignores',
  'lets in': 'accepts',
  'turns the caller away': 'rejects the credentials',
  'broken promise': 'violation',
  'model run': 'reference run',
  'transport fault': 'connection fault',
  'planned fault': 'injected fault',
  'control plane': 'control API',
}

/** Files whose words are not ours, or whose words are the subject. */
const exceptions: Readonly<Record<string, RegExp>> = {
  'the rows repeat the words of the vendors': /^schemas\/[^/]+\/rows.*\.jsonl$/,
  'it lists the rejected words': /^tests\/terminology\.test\.ts$/,
  'packages have their own names': /^package-lock\.json$/,
  'the words of the licence': /^LICENSE$/,
}

/** A function of fast-check, a flag of the command with its property, and the key of an invocation rule. */
const exactNames =
  /asyncModelRun|(?<![a-z])(to)?one-?spelling|["'`]answer["'`]|(?<![a-z])answer(?=\??: )|(?<=\.)answer(?![a-z])/gi

const meanings = new Map(
  Object.entries(replacements).flatMap(([words, term]) => words.split(' ').map((word) => [word, term] as const)),
)

const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((file) => file !== '' && !Object.values(exceptions).some((pattern) => pattern.test(file)))

/** The rejected words of a text, each with what replaces it. Parts of `camelCase` names count as words. */
function findOldTerms(text: string): readonly string[] {
  const words = (text.replaceAll(exactNames, '').match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? []).map((word) =>
    word.toLowerCase(),
  )
  const plain = words.join(' ')
  return [
    ...words.filter((word) => meanings.has(word)).map((word) => `${word} → ${meanings.get(word)}`),
    ...Object.entries(phrases)
      .filter(([phrase]) => ` ${plain} `.includes(` ${phrase} `))
      .map(([phrase, term]) => `${phrase} → ${term}`),
  ]
}

test('the search finds old terms in text, names and file names', () => {
  expect(findOldTerms('What the Journal holds')).toEqual(['journal → request log'])
  expect(findOldTerms('const toLedgerText = modelRun')).toEqual([
    'ledger → cleanup log, traceability',
    'model run → reference run',
  ])
  expect(findOldTerms('contracts/core/fixture-lending.ts')).toHaveLength(1)
  expect(findOldTerms('what nobody\n * lists')).toHaveLength(2)
  expect(findOldTerms('the `answer` of { answer: run } is rule.answer; no answer')).toEqual([
    'answer → response, result, return',
  ])
  expect(findOldTerms('outdoor slippery reanswering modelRunner asyncModelRun reminder addPages')).toEqual([])
})

test('no file uses an old term', async () => {
  const found: string[] = []
  for (const file of files) {
    const lines = (await readFile(join(root, file), 'utf8')).split('\n')
    const whole = findOldTerms(`${file}\n${lines.join('\n')}`)
    if (whole.length === 0) continue
    const places = lines.flatMap((line, index) => findOldTerms(line).map((term) => `${file}:${index + 1}: ${term}`))
    found.push(...(places.length > 0 ? places : whole.map((term) => `${file}: ${term}`)))
  }
  expect(found).toEqual([])
})

/** `${list.length} items` would also be `1 items`. */
const onePlural = /(?<![\w.,-])1 (?:bytes|characters|checks|entries|errors|items|operations|requests)\b/
const fixedPlural = /\$\{[^}]*(?:length|size)\}(?: more| other)? [a-z]+s\b/

test('a counted noun has its singular', async () => {
  expect(fixedPlural.test(String(() => `${files.length} other entries`))).toBe(true)
  expect(fixedPlural.test(String(() => `${toCount(files.length, 'entry', 'entries')} of all`))).toBe(false)
  const sources = files.filter((file) => /^(schemas|mocks|contracts|scripts\/cli)\/.*(?<!\.test)\.tsx?$/.test(file))
  const found = await Promise.all(
    sources.map(async (file) => (fixedPlural.test(await readFile(join(root, file), 'utf8')) ? [file] : [])),
  )
  expect(found.flat()).toEqual([])
  expect(['at least 1 items', '21 items, 1 item'].map((text) => onePlural.test(text))).toEqual([true, false])
  const pages = files.filter((file) => file.endsWith('.md'))
  const texts = await Promise.all(pages.map((file) => readFile(join(root, file), 'utf8')))
  expect(pages.filter((_, index) => onePlural.test(texts[index] ?? ''))).toEqual([])
})

test('the id of each check that is written by hand has at most 48 characters', () => {
  const ids = contracts.flatMap(({ checks }) => checks.map(({ name }) => name))
  // The names of constraint checks contain the names of fields, which can be long.
  expect(ids.filter((id) => id.length > 48 && !/^(accepts|rejects|handles)-/.test(id))).toEqual([])
})
