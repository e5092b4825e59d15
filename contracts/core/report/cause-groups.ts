import { behaviour, type Finding, isOtherValue, toFields, toKey, unstored } from './finding.ts'

/** Findings that probably have one cause. */
export interface Group {
  readonly operations: readonly string[]
  readonly findings: readonly Finding[]
}

interface MutableGroup {
  /** The operations that its findings blame, with the number of findings. */
  readonly operations: Map<string, number>
  readonly findings: Finding[]
}

/** Groups of findings by key. The key of a group of one operation is the operation and a place, on two lines. */
export interface CauseGroups {
  /** `operation` is the operation that the finding blames. */
  readonly add: (key: string, operation: string | undefined, finding: Finding) => void
  /** The key of the group that explains a finding. */
  readonly find: (finding: Finding) => string | undefined
  /** Moves what checks find with rules of their own into a large group of the same operation. */
  readonly joinBehaviour: () => void
  /** Groups of operations first, then the largest. Lost time, for example, may be the effect of an operation. */
  readonly list: () => readonly Group[]
}

/** Looks groups up by operation, field and effect, because a report of anyone may have very many. */
export function createGroups(): CauseGroups {
  const groups = new Map<string, MutableGroup>()
  /** The key of a large group for each operation, field and effect. */
  const index = new Map<string, string>()
  const toSize = (key: string | undefined) => (key === undefined ? 0 : (groups.get(key)?.findings.length ?? 0))

  function register(entry: string, key: string): void {
    if (toSize(index.get(entry)) < toSize(key)) index.set(entry, key)
  }

  function add(key: string, operation: string | undefined, finding: Finding): void {
    const group: MutableGroup = groups.get(key) ?? { operations: new Map(), findings: [] }
    groups.set(key, group)
    group.findings.push(finding)
    if (operation !== undefined) group.operations.set(operation, (group.operations.get(operation) ?? 0) + 1)
    if (key.endsWith(`\n${behaviour}`)) return
    const { judged, symptom } = finding
    if (operation !== undefined) register(`operation ${operation}`, key)
    for (const field of toFields(finding)) {
      register(`field ${field}`, key)
      if (symptom && !isOtherValue(symptom)) register(`form of ${field}`, key)
      if (operation !== undefined) register(`operation ${operation} field ${field}`, key)
    }
    if (symptom?.part === 'effect') register(`effect ${judged} ${toKey(symptom)}`, key)
  }

  return {
    add,
    find(finding) {
      const { reported, judged, symptom } = finding
      const fields = toFields(finding)
      const suspects = [...new Set([reported, judged])].map((operation) => `operation ${operation}`)
      const find = (entries: readonly string[]) => {
        const keys = entries.flatMap((entry) => index.get(entry) ?? [])
        return keys.reduce<string | undefined>((best, key) => (toSize(key) > toSize(best) ? key : best), undefined)
      }
      const explained = find(suspects.flatMap((suspect) => fields.map((field) => `${suspect} field ${field}`)))
      if (explained !== undefined) return explained
      if (reported === judged) {
        const formed = symptom && isOtherValue(symptom) ? find(fields.map((field) => `form of ${field}`)) : undefined
        const wider = symptom?.part === 'acceptance' ? unstored : symptom?.problem === 'absent' ? 'body' : ''
        return formed ?? (groups.has(`${reported}\n${wider}`) ? `${reported}\n${wider}` : undefined)
      }
      return (
        find(fields.map((field) => `field ${field}`)) ??
        find(symptom ? [`effect ${judged} ${toKey(symptom)}`] : []) ??
        find(suspects) ??
        (groups.has(`${judged}\n${behaviour}`) ? `${judged}\n${behaviour}` : undefined)
      )
    },
    joinBehaviour() {
      for (const [key, { findings }] of groups) {
        const [operation, place] = key.split('\n')
        const found = place === behaviour ? index.get(`operation ${operation}`) : undefined
        if (found === undefined) continue
        for (const finding of findings) add(found, finding.reported === operation ? operation : undefined, finding)
        groups.delete(key)
      }
    },
    list() {
      return [...groups.values()]
        .toSorted((a, b) => toRank(b) - toRank(a) || b.findings.length - a.findings.length)
        .map(({ operations, findings }) => ({
          operations: [...operations].toSorted(([, a], [, b]) => b - a).map(([name]) => name),
          findings,
        }))
    },
  }
}

function toRank({ operations }: MutableGroup): number {
  return operations.size > 0 ? 1 : 0
}
