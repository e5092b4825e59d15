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

/** The finding of an outcome, if it is one. */
export function toFinding(outcome: Outcome): readonly Finding[] {
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

/** Equal symptoms have equal keys. */
export function toKey({ part, names, problem }: Symptom): string {
  return [part, names.join(), problem].join('\n')
}

/** The error code of a response that says that a resource is missing. */
export function readMissing(symptom: Symptom | undefined): string | undefined {
  if (!symptom) return undefined
  const { part, names, problem } = symptom
  const isMissing = part === 'effect' || (['status', 'error'].includes(part) && problem.startsWith('status 404'))
  return isMissing ? names[0] : undefined
}

/** Findings of one operation with one place are one group. Wrong values of one field are one group of any operations. */
export function toOwnKey(operation: string | undefined, symptom: Symptom | undefined): string {
  if (symptom && isOtherValue(symptom)) return toKey(symptom)
  return `${operation}\n${toPlace(symptom)}`
}

function toPlace(symptom: Symptom | undefined): string {
  if (!symptom) return behaviour
  const { part, names, problem } = symptom
  switch (part) {
    case 'field':
      // A fault such as a wrapped body concerns many fields.
      return `field ${problem === 'undocumented' ? 'absent' : problem}`
    case 'header':
      return `header ${names.join()}`
    case 'effect':
      return behaviour
    default:
      return /^status 5\d\d/.exec(problem)?.[0] ?? part
  }
}

export function isOtherValue({ part, problem }: Symptom): boolean {
  return part === 'field' && problem === 'another value'
}

/** What a check finds with a rule of its own. */
export const behaviour = 'behaviour'

/** The operation does not store the resource that it creates. */
export const unstored = 'unstored'

/** The names of the fields, without the lists that contain them. */
export function toFields({ symptom, outcome }: Finding): readonly string[] {
  // The name of a check of a constraint contains the field.
  if (symptom?.part === 'acceptance') return outcome.check.name.split('-').map((word) => word.split('.')[0] ?? word)
  if (symptom?.part !== 'field') return []
  return symptom.names.map((name) => name.replace(/^.*\[\]\./, '').split('.')[0] ?? name)
}
