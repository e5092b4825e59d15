import type { Errored, Failed, Outcome, Symptom, Violation } from './outcome.ts'

/** A check that failed or could not run, and the operations that may be at fault. */
export interface Finding {
  readonly outcome: Failed | Errored
  /** The operation that the check reports. Undefined if no operation prevented the check. */
  readonly reported: string | undefined
  /** The operation whose response the check judged. */
  readonly judged: string | undefined
  readonly symptom: Symptom | undefined
}

/** Findings that probably have one cause. */
export interface Group {
  readonly operations: readonly string[]
  readonly findings: readonly Finding[]
}

/**
 * Groups findings by cause, the largest group first:
 * 1. The same symptom of several operations is one cause.
 * 2. Other findings about the response of the reported operation are grouped by operation and place.
 * 3. A finding that another operation may have caused joins a group of either operation, or of the same field.
 */
export function groupFindings(outcomes: readonly Outcome[]): readonly Group[] {
  const findings = outcomes.flatMap(toFinding)
  const groups = new Map<string, MutableGroup>()
  const shared = findShared(findings)
  const creators = findCreators(findings)
  const later: Finding[] = []
  for (const finding of findings) {
    const { reported, judged, symptom, outcome } = finding
    const creator = creators.get(readMissing(symptom) ?? '')
    if (creator !== undefined) add(groups, `${creator}\n${unstored}`, creator, finding)
    else if (reported === undefined) add(groups, toReason(outcome), undefined, finding)
    else if (symptom && shared.has(toKey(symptom))) add(groups, toKey(symptom), reported, finding)
    else if (reported !== judged || isConsequence(symptom)) later.push(finding)
    else add(groups, `${reported}\n${toPlace(symptom)}`, reported, finding)
  }
  joinBehaviour(groups)
  const isDirect = ({ reported, judged }: Finding) => reported === judged
  for (const finding of [...later.filter(isDirect), ...later.filter((item) => !isDirect(item))]) {
    const key = findGroup(groups, finding)
    const operation = isDirect(finding) ? finding.reported : chooseSuspect(finding, later)
    if (key === undefined) add(groups, `${operation}\n${toPlace(finding.symptom)}`, operation, finding)
    else add(groups, key, isDirect(finding) ? operation : undefined, finding)
  }
  joinBehaviour(groups)
  return [...groups.values()]
    .toSorted((a, b) => b.findings.length - a.findings.length)
    .map(({ operations, findings: own }) => ({
      operations: [...operations].toSorted(([, a], [, b]) => b - a).map(([name]) => name),
      findings: own,
    }))
}

/** Adds a finding to the group with this key. `operation` is the operation that it blames. */
function add(groups: Map<string, MutableGroup>, key: string, operation: string | undefined, finding: Finding): void {
  const group: MutableGroup = groups.get(key) ?? { operations: new Map(), findings: [] }
  groups.set(key, group)
  group.findings.push(finding)
  if (operation !== undefined) group.operations.set(operation, (group.operations.get(operation) ?? 0) + 1)
}

/** A wrong value, or an accepted request: if another finding explains it, they have one cause. */
function isConsequence(symptom: Symptom | undefined): boolean {
  return symptom?.part === 'acceptance' || symptom?.problem === 'another value'
}

interface MutableGroup {
  readonly operations: Map<string, number>
  readonly findings: Finding[]
}

function toFinding(outcome: Outcome): readonly Finding[] {
  if (outcome.status === 'failed') {
    const { violation } = outcome
    const { operation: reported, exchange, symptom } = violation
    return [{ outcome, reported, judged: exchange?.operation ?? reported, symptom: symptom ?? toNoResponse(exchange) }]
  }
  if (outcome.status !== 'errored') return []
  const { cause, exchange, symptom } = outcome
  const judged = cause === 'setup' && symptom ? exchange?.operation : undefined
  return [{ outcome, reported: judged, judged, symptom }]
}

function toNoResponse(exchange: Violation['exchange']): Symptom | undefined {
  return exchange && !exchange.response ? { part: 'connection', names: [], problem: 'no complete response' } : undefined
}

function toReason(outcome: Outcome): string {
  return outcome.status === 'errored' ? `${outcome.cause}: ${outcome.reason}` : ''
}

export function toKey({ part, names, problem }: Symptom): string {
  return [part, names.join(), problem].join('\n')
}

/** Symptoms of the form of a response that at least this many operations have are one cause. */
const fewestShared = 3

function findShared(findings: readonly Finding[]): ReadonlySet<string> {
  const operations = new Map<string, Set<string>>()
  for (const { symptom, reported, judged } of findings) {
    if (!symptom || reported === undefined || reported !== judged) continue
    if (['effect', 'acceptance'].includes(symptom.part)) continue
    const key = toKey(symptom)
    operations.set(key, (operations.get(key) ?? new Set()).add(reported))
  }
  const isShared = (key: string, { size }: ReadonlySet<string>) => size >= (key.startsWith('field') ? 2 : fewestShared)
  return new Set([...operations].filter(([key, names]) => isShared(key, names)).map(([key]) => key))
}

/** The error code of a response that says that a resource is missing. */
function readMissing(symptom: Symptom | undefined): string | undefined {
  if (!symptom) return undefined
  const { part, names, problem } = symptom
  const isMissing = part === 'effect' || (['status', 'error'].includes(part) && problem.startsWith('status 404'))
  return isMissing ? names[0] : undefined
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

/** Findings of one operation with one place are one group. */
function toPlace(symptom: Symptom | undefined): string {
  if (!symptom) return behaviour
  const { part, names, problem } = symptom
  switch (part) {
    case 'field':
      // A value can be wrong in one field. Other faults, such as a wrapped body, concern many fields.
      if (problem === 'another value') return `field ${names.join()}`
      return `field ${problem === 'undocumented' ? 'absent' : problem}`
    case 'header':
      return `header ${names.join()}`
    case 'effect':
      return behaviour
    default:
      return /^status 5\d\d/.exec(problem)?.[0] ?? part
  }
}

const behaviour = 'behaviour'
const unstored = 'does not store the resource'

/** What a check finds with a rule of its own joins the largest group of its operation. */
function joinBehaviour(groups: Map<string, MutableGroup>): void {
  for (const [key, group] of groups) {
    const [operation = '', place] = key.split('\n')
    if (place !== behaviour) continue
    const others = [...groups].filter(([other]) => other !== key && other.startsWith(`${operation}\n`))
    const [largest] = others.toSorted(([, a], [, b]) => b.findings.length - a.findings.length)
    if (!largest) continue
    largest[1].findings.push(...group.findings)
    groups.delete(key)
  }
}

/** The key of the group that explains a finding. */
function findGroup(groups: ReadonlyMap<string, MutableGroup>, finding: Finding): string | undefined {
  const { reported, judged, symptom } = finding
  const isSuspect = ({ operations }: MutableGroup) =>
    [reported, judged].some((operation) => operation !== undefined && operations.has(operation))
  const names = new Set(toFields(finding))
  const isSameField = ({ findings }: MutableGroup) =>
    findings.some((other) => toFields(other).some((name) => names.has(name)))
  const isSameEffect = ({ findings }: MutableGroup) =>
    symptom?.part === 'effect' &&
    findings.some((other) => other.judged === judged && other.symptom && toKey(other.symptom) === toKey(symptom))
  const bySize = [...groups].toSorted(([, a], [, b]) => b.findings.length - a.findings.length)
  const find = (fits: (group: MutableGroup) => boolean) => bySize.find(([, group]) => fits(group))?.[0]
  const explained = find((group) => isSuspect(group) && isSameField(group))
  if (explained !== undefined) return explained
  if (reported !== judged) return find(isSameField) ?? find(isSameEffect) ?? find(isSuspect)
  return symptom?.part === 'acceptance' ? bySize.find(([key]) => key === `${reported}\n${unstored}`)?.[0] : undefined
}

/** The names of the fields, without the lists that contain them. */
function toFields({ symptom, outcome }: Finding): readonly string[] {
  // The name of a check of a constraint contains the field.
  if (symptom?.part === 'acceptance') return outcome.check.name.split('-').map((word) => word.split('.')[0] ?? word)
  if (symptom?.part !== 'field') return []
  return symptom.names.map((name) => name.replace(/^.*\[\]\./, '').split('.')[0] ?? name)
}

/** The operation that more of these findings share. A read that shows an effect of another operation is right. */
function chooseSuspect({ reported, judged, symptom }: Finding, findings: readonly Finding[]): string | undefined {
  if (symptom?.part === 'effect') return reported
  const count = (operation: string | undefined) =>
    findings.filter((other) => other.reported === operation || other.judged === operation).length
  return count(judged) > count(reported) ? judged : reported
}

function mostFrequent(items: readonly string[]): string | undefined {
  const count = (item: string) => items.filter((other) => other === item).length
  return items.toSorted((a, b) => count(b) - count(a))[0]
}
