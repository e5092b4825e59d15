import fc, { type Arbitrary } from 'fast-check'
import type { Api } from '../../../schemas/core/api.ts'
import type { Probe } from '../../../schemas/core/constraint-probes.ts'
import { toConstraints } from '../../../schemas/core/constraints.ts'
import type { Draft, Drafts, ReferenceBody, ReferenceCall } from './reference.ts'

/** Which ETag a call names in If-Match: that of the present state, one that never was, or one of an earlier state. */
export type Tag = 'present' | 'never' | 'earlier'

/** A call as it was drawn. Names and values of the server's choice are filled in when it is sent. */
export interface Step {
  readonly call: ReferenceCall
  readonly path: DraftRecord
  readonly query: DraftRecord
  readonly headers: DraftRecord
  readonly body?: DraftRecord
  /** A change of the body that the page says is refused, and the clause that says so. */
  readonly wrong?: { readonly probe: Probe; readonly clause: string }
  readonly tag?: Tag
  /** Sent although what its path names is not there, or what it creates is; others wait. */
  readonly isStray: boolean
  /** What a write is about is read right after it, whether it was taken or refused. */
  readonly reads: boolean
}

export type DraftRecord = Readonly<Record<string, Draft>>

/** Draws calls of an API. Shrinks towards the first value of every list, fewer fields and valid requests. */
export function toStepArbitrary(api: Api, calls: readonly ReferenceCall[]): Arbitrary<Step>[] {
  return calls.flatMap((call) => {
    const arbitrary = drawStep(api, call)
    // `commands` draws from its list evenly, so what is drawn often stands there often.
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
      // One fault at a time: which of two is returned is open.
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
    .flatMap(({ id, refused, clause, rule }) =>
      refused
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
