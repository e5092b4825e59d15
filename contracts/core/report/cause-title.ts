import { toCount } from '../../../schemas/core/lib/count.ts'
import type { Finding } from './finding.ts'
import type { Symptom } from './outcome.ts'

/**
 * The most frequent symptom of a cause. The form of a response explains wrong values better than the values do. Undefined if
 * every check has a rule of its own.
 */
export function findSymptom(operations: readonly string[], findings: readonly Finding[]): Symptom | undefined {
  const own = findings.filter(({ reported }) => reported !== undefined && operations.includes(reported))
  const forms = own.filter(({ outcome }) => outcome.status === 'failed' && outcome.violation.isForm)
  const best = [forms, own].find(({ length }) => length > 0) ?? findings
  return mostFrequent(best.flatMap(({ symptom }) => symptom ?? []))
}

/** One line: the operations at fault, and the symptom. */
export function toCauseTitle(
  operations: readonly string[],
  findings: readonly Finding[],
  { outcome }: Finding,
  symptom: Symptom | undefined,
): string {
  if (operations.length === 0) return outcome.status === 'errored' ? toLine(outcome.reason) : ''
  const [first = '', ...others] = operations
  const subject = others.length > 2 ? toCount(operations.length, 'operation') : [first, ...others].join(', ')
  if (!symptom) return `${subject}: the rule ${outcome.check.name} is broken`
  const similar = findings.filter((other) => isSimilar(other.symptom, symptom))
  const names = [...symptom.names, ...similar.flatMap((other) => other.symptom?.names ?? [])]
  return `${subject}: ${toWords(symptom, toList(names), toWanted(similar, symptom))}`
}

/** Whether the fault is the same, in any field, header or error. */
export function isSimilar(symptom: Symptom | undefined, { part, problem }: Symptom): boolean {
  return symptom?.part === part && symptom.problem === problem
}

/** A title names a few fields, headers or codes. */
const namesShown = 3

function toList(names: readonly string[]): string {
  const all = [...new Set(names)]
  const more = all.length - namesShown
  return more > 1 ? `${all.slice(0, namesShown).join(', ')} and ${more} more` : all.join(', ')
}

/** The expected status, if all checks that show the fault expect the same. */
function toWanted(findings: readonly Finding[], { problem }: Symptom): string {
  const wanted = findings.flatMap(({ outcome }) =>
    outcome.status === 'failed' ? (outcome.violation.assertions ?? []) : [],
  )
  const texts = wanted.flatMap((one) => (one.about === 'status' ? [one.statuses.join(' or ')] : []))
  const [only, ...others] = new Set(texts)
  if (only !== undefined && others.length === 0) return only
  return problem.startsWith('status 2') ? 'the documented status' : 'a success'
}

function toWords({ part, problem }: Symptom, list: string, wanted: string): string {
  switch (part) {
    case 'status':
      return `${problem}${list && ` with ${list}`} instead of ${wanted}`
    case 'field':
      return `${list}: ${problem}`
    case 'header':
      return `header ${list}: ${problem}`
    case 'body':
      return `body: ${problem}`
    case 'error':
      return `error response: ${list && `${list}: `}${problem}`
    case 'acceptance':
      return `${problem} for requests that must be rejected`
    case 'request':
      return `request of the client: ${list}: ${problem}`
    default:
      return problem
  }
}

/** The first line of a text, which may be the stack of an error. */
function toLine(text: string): string {
  const [line = ''] = text.split('\n')
  return line.length > 160 ? `${line.slice(0, 160)}…` : line
}

function mostFrequent(symptoms: readonly Symptom[]): Symptom | undefined {
  const counts = new Map<string, number>()
  const toText = ({ part, names, problem }: Symptom) => [part, names.join(), problem].join('\n')
  for (const symptom of symptoms) counts.set(toText(symptom), (counts.get(toText(symptom)) ?? 0) + 1)
  const count = (symptom: Symptom) => counts.get(toText(symptom)) ?? 0
  return symptoms.toSorted((a, b) => count(b) - count(a))[0]
}
