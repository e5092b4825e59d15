import { createGroups, type Group } from './cause-groups.ts'
import { type Finding, isOtherValue, readMissing, toFinding, toKey, toOwnKey, unstored } from './finding.ts'
import type { Outcome, Symptom } from './outcome.ts'

/**
 * groups findings by cause:
 * 1. The same symptom of several operations is one cause.
 * 2. Other findings about the response of the reported operation are grouped by operation and place.
 * 3. A finding that another operation may have caused joins a group of either operation, or of the same field.
 */
export function groupFindings(outcomes: readonly Outcome[]): readonly Group[] {
  const findings = outcomes.flatMap(toFinding)
  const groups = createGroups()
  const shared = findShared(findings)
  const creators = findCreators(findings)
  const later: Finding[] = []
  for (const finding of findings) {
    const { reported, judged, symptom, outcome } = finding
    const creator = creators.get(readMissing(symptom) ?? '')
    if (creator !== undefined) groups.add(`${creator}\n${unstored}`, creator, finding)
    else if (reported === undefined) groups.add(toReason(outcome), undefined, finding)
    else if (symptom && shared.has(toKey(symptom))) groups.add(toKey(symptom), reported, finding)
    else if (reported !== judged || isConsequence(symptom)) later.push(finding)
    else groups.add(toOwnKey(reported, symptom), reported, finding)
  }
  groups.joinBehaviour()
  const isDirect = ({ reported, judged }: Finding) => reported === judged
  const suspects = count(later.flatMap(({ reported, judged }) => [...new Set([reported, judged])]))
  for (const finding of [...later.filter(isDirect), ...later.filter((item) => !isDirect(item))]) {
    const key = groups.find(finding)
    const operation = isDirect(finding) ? finding.reported : chooseSuspect(finding, suspects)
    if (key === undefined) groups.add(toOwnKey(operation, finding.symptom), operation, finding)
    else groups.add(key, isDirect(finding) ? operation : undefined, finding)
  }
  groups.joinBehaviour()
  return groups.list()
}

/** A wrong or absent value, or an accepted request: if another finding explains it, they have one cause. */
function isConsequence(symptom: Symptom | undefined): boolean {
  if (symptom?.part === 'field') return symptom.problem === 'absent' || isOtherValue(symptom)
  return symptom?.part === 'acceptance'
}

function toReason(outcome: Outcome): string {
  return outcome.status === 'errored' ? JSON.stringify([outcome.cause, outcome.reason]) : ''
}

/** Symptoms of the form of a response that at least this many operations have are one cause. */
const fewestShared = 3

function findShared(findings: readonly Finding[]): ReadonlySet<string> {
  const operations = new Map<string, Set<string>>()
  for (const { symptom, reported, judged } of findings) {
    if (!symptom || reported === undefined || reported !== judged) continue
    if (['effect', 'acceptance'].includes(symptom.part) || isOtherValue(symptom)) continue
    const key = toKey(symptom)
    operations.set(key, (operations.get(key) ?? new Set()).add(reported))
  }
  const isShared = (key: string, { size }: ReadonlySet<string>) => size >= (key.startsWith('field') ? 2 : fewestShared)
  return new Set([...operations].filter(([key, names]) => isShared(key, names)).map(([key]) => key))
}

/**
 * By the error code of a missing resource: the operation that does not store the resource. Several operations do not
 * find the resource, and the checks of the operation that creates it report this.
 */
function findCreators(findings: readonly Finding[]): ReadonlyMap<string, string> {
  const found = new Map<string, { readonly judged: Set<string>; readonly reported: string[] }>()
  for (const { symptom, reported, judged } of findings) {
    const code = symptom?.part === 'error' ? undefined : readMissing(symptom)
    if (code === undefined || judged === undefined || reported === undefined) continue
    const entry = found.get(code) ?? { judged: new Set(), reported: [] }
    found.set(code, entry)
    entry.judged.add(judged)
    if (symptom?.part === 'effect') entry.reported.push(reported)
  }
  return new Map(
    [...found].flatMap(([code, { judged, reported }]) => {
      const creator = mostFrequent(reported.filter((operation) => !judged.has(operation)))
      return judged.size > 1 && creator !== undefined ? [[code, creator] as const] : []
    }),
  )
}

/** The operation that more findings share. A read that shows an effect of another operation is right. */
function chooseSuspect(
  { reported, judged, symptom }: Finding,
  suspects: ReadonlyMap<string | undefined, number>,
): string | undefined {
  if (symptom?.part === 'effect') return reported
  return (suspects.get(judged) ?? 0) > (suspects.get(reported) ?? 0) ? judged : reported
}

function mostFrequent(items: readonly string[]): string | undefined {
  return [...count(items)].toSorted(([, a], [, b]) => b - a)[0]?.[0]
}

function count<T>(items: readonly T[]): ReadonlyMap<T, number> {
  const counts = new Map<T, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return counts
}
