import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { apis } from '../apis.ts'
import { type Constraint, toConstraints } from './constraints.ts'
import { applyEdits } from './edits.ts'
import type { Json } from './json-value.ts'
import { json, type Operation, operation, response } from './operation.ts'
import { withRules } from './rules.ts'
import { cite } from './source.ts'

const errors = { Bad: { status: 400, meaning: 'Something is wrong.', message: 'wrong' } }

const source = { id: '009', title: 'Things', url: 'https://things.example', published: '2016-08-15', sha256: '' }

function toOperation(body: z.ZodType): Operation {
  return operation({
    id: 'CreateThing',
    tag: 'Thing',
    summary: '',
    description: '',
    method: 'post',
    path: '/things',
    source: cite(source, 'CreateThing'),
    params: { path: {}, query: { limit: z.int().min(1).max(100).default(20) } },
    body: json(body, { description: '', examples: {} }),
    success: { 200: response(z.object({}), { description: '', examples: {} }) },
    errors: ['Bad'],
  })
}

function listOf(body: z.ZodType): readonly Constraint[] {
  return toConstraints({ errors }, toOperation(body))
}

/** `base` with the edits of each probe of a constraint. */
function bodiesOf(constraint: Constraint | undefined, kind: 'accepted' | 'rejected', base: Json = {}): unknown[] {
  return (constraint?.[kind] ?? []).map((probe) => applyEdits(base, probe.edits))
}

const find = (constraints: readonly Constraint[], id: string) => constraints.find((item) => item.id === id)

test('a limit has a probe at its boundary and one step past it', () => {
  const constraints = listOf(z.object({ size: z.int().min(128).max(3072).multipleOf(64) }))
  const values = (id: string) => {
    const constraint = find(constraints, `CreateThing body.size ${id}`)
    return [bodiesOf(constraint, 'accepted'), bodiesOf(constraint, 'rejected')]
  }
  expect(values('minimum')).toEqual([[{ size: 128 }], [{ size: 64 }]])
  expect(values('maximum')).toEqual([[{ size: 3072 }], [{ size: 3136 }]])
  expect(values('multipleOf')).toEqual([[{ size: 192 }], [{ size: 129 }]])
})

test('the integer bounds of zod are not a constraint', () => {
  expect(listOf(z.object({ size: z.int() })).map(({ id }) => id)).not.toContain('CreateThing body.size minimum')
})

test('a length probe matches the pattern', () => {
  const constraints = listOf(z.object({ name: z.string().min(2).max(5).regex(/^\d+$/) }))
  const lengths = find(constraints, 'CreateThing body.name maxLength')
  expect(bodiesOf(lengths, 'accepted')).toEqual([{ name: '00000' }])
  expect(bodiesOf(lengths, 'rejected')).toEqual([{ name: '000000' }])
})

test('a required field of an optional object is removed from a complete object', () => {
  const net = z.object({ id: z.string(), zone: z.string() })
  const constraint = find(listOf(z.object({ net: net.optional() })), 'CreateThing body.net.zone required')
  expect(bodiesOf(constraint, 'rejected')).toEqual([{ net: { id: 'text' } }])
})

test('a probe of a list changes its first item', () => {
  const mounts = z.array(z.object({ dir: z.string() }))
  const constraint = find(listOf(z.object({ mounts: mounts.optional() })), 'CreateThing body.mounts[0].dir type')
  expect(bodiesOf(constraint, 'rejected')[0]).toEqual({ mounts: [{ dir: 90_071_992_547_409 }] })
})

test('a default has a probe without the field, with the value that a read must return', () => {
  const constraint = find(listOf(z.object({ size: z.int().default(3) })), 'CreateThing body.size default')
  expect(constraint?.accepted[0]?.reads).toEqual({ path: ['size'], value: 3 })
})

test('an observed value is neither accepted nor rejected by a probe', () => {
  const kind = z.enum(['a', 'b']).meta({ 'x-enum-provenance': { b: 'observed' } })
  const constraint = find(listOf(z.object({ kind })), 'CreateThing body.kind enum')
  expect(bodiesOf(constraint, 'accepted')).toEqual([{ kind: 'a' }])
  expect(bodiesOf(constraint, 'rejected')).toEqual([{ kind: 'no-such-value' }, { kind: 'A' }])
})

test('a value that makes another field required is probed together with that field', () => {
  const rule = { kind: 'requiredWhen', field: 'url', when: { field: 'type', in: ['far'] } } as const
  const body = withRules(z.object({ type: z.enum(['near', 'far']), url: z.string().optional() }), [rule])
  const constraint = find(listOf(body), 'CreateThing body.type enum')
  expect(bodiesOf(constraint, 'accepted')).toEqual([{ type: 'near' }, { type: 'far', url: 'text' }])
})

test('a constraint below an observed field is observed', () => {
  const extra = z.object({ size: z.int().max(3) }).meta({ 'x-provenance': 'observed' })
  const constraint = find(listOf(z.object({ extra: extra.optional() })), 'CreateThing body.extra.size maximum')
  expect(constraint?.provenance).toBe('observed')
})

test('parameters, statuses and error codes are constraints', () => {
  const ids = listOf(z.object({})).map(({ id }) => id)
  expect(ids).toContain('CreateThing query.limit maximum')
  expect(ids).toContain('CreateThing response.200 status')
  expect(ids).toContain('CreateThing response.400.Bad error')
})

describe.each(apis.flatMap((api) => Object.values(api.operations).map((item) => [item.id, api, item] as const)))(
  '%s',
  (_, api, item) => {
    const constraints = toConstraints(api, item)

    test('has unique constraint ids', () => {
      const ids = constraints.map(({ id }) => id)
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    })

    test('accepts every boundary value and rejects every value past it', () => {
      const [example] = Object.values(item.body?.examples ?? {})
      if (!item.body || !example) return
      const { schema } = item.body
      const base = example.value as Json // an example of a JSON body is JSON
      const isTaken = (body: unknown) => schema.safeParse(body).success
      const wrong = constraints
        .filter((constraint) => constraint.in === 'body')
        .flatMap((constraint) => [
          ...constraint.accepted
            .filter((probe) => !isTaken(applyEdits(base, probe.edits)))
            .map((probe) => `${constraint.id}: ${probe.name} is rejected`),
          ...constraint.rejected
            .filter((probe) => !probe.isBeyondSchema && isTaken(applyEdits(base, probe.edits)))
            .map((probe) => `${constraint.id}: ${probe.name} is accepted`),
        ])
      expect(wrong).toEqual([])
    })
  },
)
