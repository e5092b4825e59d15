import fc, { type Arbitrary } from 'fast-check'
import type { Api } from '../../../schemas/core/api.ts'
import type { Probe } from '../../../schemas/core/constraint-probes.ts'
import { toConstraints } from '../../../schemas/core/constraints.ts'
import type { Draft, Drafts, ReferenceBody, ReferenceCall } from './reference.ts'

/** The ETag in If-Match: of the present state, of no state, or of an earlier state. */
export type Tag = 'present' | 'never' | 'earlier'

/** A drawn call. Names and generated values are filled in when it is sent. */
export interface Step {
  readonly call: ReferenceCall
  readonly path: DraftRecord
  readonly query: DraftRecord
  readonly headers: DraftRecord
  readonly body?: DraftRecord
  /** A change of the body that must be rejected, and its clause. */
  readonly wrong?: { readonly probe: Probe; readonly clause: string }
  readonly tag?: Tag
  /** Sent although its resource does not exist, or already exists. Other steps wait. */
  readonly isStray: boolean
  /** Whether the resource is read directly after the write. */
  readonly reads: boolean
}

export type DraftRecord = Readonly<Record<string, Draft>>

/** Draws calls of an API. Shrinks towards the first value of every list, fewer fields and valid requests. */
export function toStepArbitrary(api: Api, calls: readonly ReferenceCall[]): Arbitrary<Step>[] {
  return calls.flatMap((call) => {
    const arbitrary = drawStep(api, call)
    // `commands` draws uniformly from its list, so a frequent call is in the list several times.
    return Array.from({ length: call.weight }, () => arbitrary)
  })
}

function drawStep(api: Api, call: ReferenceCall): Arbitrary<Step> {
  return fc
    .record({
      path: drawAll(call.path),
      query: drawAll(call.query ?? {}),
      headers: drawAll(call.headers ?? {}),
      body: call.body ? drawBody(call.body) : fc.constant(undefined),
      wrong: call.body ? drawWrong(api, call, call.body) : fc.constant(undefined),
      tag: call.tagOf ? drawTag : fc.constant(undefined),
      reads: fc.boolean(),
      isStray: fc.oneof({ weight: 14, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    })
    .map(({ body, wrong, tag, ...drawn }) => ({
      call,
      ...drawn,
      ...(body && { body }),
      ...(wrong && { wrong }),
      // One error at a time: the order of validation is implementation-defined.
      ...(tag && !wrong && { tag }),
    }))
}

function drawAll(drafts: Drafts): Arbitrary<DraftRecord> {
  return fc.record(
    Object.fromEntries(Object.entries(drafts).map(([name, values]) => [name, fc.constantFrom(...values)])),
  )
}

function drawBody({ required, optional }: ReferenceBody): Arbitrary<DraftRecord> {
  const fields = Object.keys(optional)
  const isUpdate = Object.keys(required).length === 0
  const chosen = fc.subarray(fields, { minLength: isUpdate && fields.length > 0 ? 1 : 0 })
  return fc.tuple(drawAll(required), chosen, drawAll(optional)).map(([always, names, values]) => ({
    ...always,
    ...Object.fromEntries(names.map((name) => [name, values[name]])),
  }))
}

/** One request in eight breaks a documented rule of its body. */
function drawWrong(api: Api, { operation }: ReferenceCall, { unrefused }: ReferenceBody): Arbitrary<Step['wrong']> {
  const wrong = toConstraints(api, operation)
    .filter((constraint) => constraint.in === 'body' && constraint.provenance === 'documented')
    .flatMap(({ id, rejected, clause, rule }) =>
      rejected
        .filter(({ name }) => !unrefused?.test(`${id} ${name}`))
        .map((probe) => ({ probe, clause: `${clause}: ${rule}` })),
    )
  if (wrong.length === 0) return fc.constant(undefined)
  return fc.oneof({ weight: 7, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constantFrom(...wrong) })
}

/** One conditional call in three names a tag. */
const drawTag: Arbitrary<Tag | undefined> = fc.constantFrom(
  undefined,
  undefined,
  undefined,
  undefined,
  undefined,
  undefined,
  'present',
  'never',
  'earlier',
)
