import { isDeepStrictEqual } from 'node:util'
import type { Failed } from '../report/outcome.ts'
import type { Verdict } from '../report/verdict.ts'
import { findObstacle } from './find-obstacle.ts'
import { findOrigin } from './find-origin.ts'
import { holds } from './holds.ts'
import { type EmitFacts, mark, type Replay, renderTest } from './render-test.ts'

/** A failed check as a test, or why there is none. */
export type Emitted = { readonly check: string } & (
  | { readonly file: string; readonly text: string }
  | { readonly reason: string }
)

/** A test for each failed check, in the order of the run. Needs the exchanges of the outcomes. Pure. */
export function emitTests({ outcomes }: Pick<Verdict, 'outcomes'>, facts: EmitFacts): readonly Emitted[] {
  const files = new Set<string>()
  return outcomes.flatMap((outcome): readonly Emitted[] => {
    if (outcome.status !== 'failed') return []
    const check = outcome.check.id
    const replay = toReplay(outcome, outcomes, facts)
    if (typeof replay === 'string') return [{ check, reason: replay }]
    return [{ check, file: toFile(check, files), text: renderTest(replay, facts) }]
  })
}

function toReplay(outcome: Failed, outcomes: Verdict['outcomes'], facts: EmitFacts): Replay | string {
  const { exchange, assertions = [] } = outcome.violation
  if (outcome.check.feature === 'Signature') return 'It needs requests with signatures.'
  if (!exchange || assertions.length === 0) return comparesResponses
  // A passive check judges the responses of other checks.
  const found = [outcome, ...outcomes].flatMap(({ traffic = [], unrepeatable }) => {
    const index = traffic.findLastIndex(({ startedAt, ...one }) => isDeepStrictEqual(one, exchange))
    return index === -1 ? [] : [{ traffic, unrepeatable, index }]
  })
  const [first] = found
  if (!first) return 'The request is not part of the check.'
  const { traffic, unrepeatable, index } = first
  if (unrepeatable !== undefined) return `The check cannot be repeated in order: ${unrepeatable}.`
  const expectations = assertions.map((assertion) => ({ assertion, origin: findOrigin(assertion, traffic, index) }))
  const known = expectations.flatMap(({ assertion, origin }) => (origin === 'unclear' ? [] : [{ assertion, origin }]))
  if (known.length < expectations.length) return comparesResponses
  const end = 1 + Math.max(index, ...known.map(({ origin }) => origin?.index ?? 0))
  const exchanges = traffic.slice(0, end)
  for (const [place, one] of exchanges.entries()) {
    const obstacle = findObstacle(one, facts.omitted)
    if (obstacle !== undefined) return `Request ${place + 1} (${one.operation}): ${obstacle}.`
    const { response } = one
    if (response && Buffer.byteLength(response.body) < response.bodyBytes)
      return `Response ${place + 1} (${one.operation}) is longer than the record.`
  }
  const broken = assertions.filter((assertion) => !holds(assertion, exchange.response))
  if (broken.length === 0) return 'No single value of the recorded response shows the fault.'
  // An API that creates nothing is tested with fixtures, which the run restores.
  const later = facts.resources.length === 0 ? traffic.slice(end) : []
  return { outcome, exchanges, tested: index, later, expectations: known }
}

const comparesResponses = 'The rule compares several responses.'

/** A file name of the id of a check. */
function toFile(id: string, files: Set<string>): string {
  const [operation = '', name = ''] = id.split(' › ')
  const toWords = (text: string) =>
    text
      .replaceAll(/([a-z\d])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .replaceAll(/[^a-z\d]+/g, '-')
      .replaceAll(/^-|-$/g, '')
  const base = `${toWords(operation)}.${toWords(name)}`.slice(0, 120)
  for (let number = 1; ; number += 1) {
    const file = `${base}${number === 1 ? '' : `-${number}`}.test.mjs`
    if (files.has(file)) continue
    files.add(file)
    return file
  }
}

/** The page beside the tests. */
export function renderReadme(emitted: readonly Emitted[], { baseUrl }: Pick<EmitFacts, 'baseUrl'>): string {
  const tests = emitted.filter((one) => 'file' in one)
  const others = emitted.filter((one) => 'reason' in one)
  return `${[
    `<!-- ${mark} -->`,
    '# Tests of failed checks',
    `Each test repeats the requests of one failed check and tests the rule that the server broke. The tests need Node.js 22 or newer and no package:`,
    ['```sh', `FAAS_CONTRACTS_URL=${baseUrl} node --test`, '```'].join('\n'),
    'The tests send no signatures. Run them against a server that does not verify signatures.',
    ...(tests.length > 0
      ? [`## Tests (${tests.length})`, tests.map(({ check, file }) => `- [${check}](${file})`).join('\n')]
      : []),
    ...(others.length > 0
      ? [
          `## Checks without a test (${others.length})`,
          others.map(({ check, reason }) => `- ${check}: ${reason}`).join('\n'),
        ]
      : []),
  ].join('\n\n')}\n`
}
