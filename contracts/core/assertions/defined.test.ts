import { expect, test } from 'vitest'
import { z } from 'zod'
import { aliyunFc20160815 as api } from '../../../schemas/aliyun-fc-2016-08-15/api.ts'
import { defined, type Mark } from '../../../schemas/core/provenance.ts'
import { createCheckRun } from '../check-run.ts'
import { toConstraintChecks } from '../generate/constraint-checks.ts'
import type { Exchange } from '../http/exchange.ts'
import type { Target } from '../http/target.ts'
import { compareError } from './expect-error.ts'
import { findSchemaFault } from './expect-response.ts'

const operation = api.operations.createService

function toExchange(status: number, body: object): Exchange {
  const request = { method: 'POST', url: 'http://a/services', headers: [], body: new Uint8Array() }
  const headers = [['Content-Type', 'application/json']] as const
  const response = { status, headers, body: new TextEncoder().encode(JSON.stringify(body)) }
  return { operation, request, response, durationMs: 1, attempts: 1 }
}

test('a wrong value in a defined field is not a violation, but in a documented field it is', () => {
  const exchange = toExchange(200, { size: 'text' })
  expect(findSchemaFault(exchange, z.object({ size: z.int().meta(defined).optional() }))).toBeUndefined()
  expect(findSchemaFault(exchange, z.object({ size: z.int().optional() }))).toMatchObject({
    expected: expect.stringContaining('size'),
  })
})

test('profile documented rejects an error code in a field that only the definition states', () => {
  const findFaults = (mark: { readonly 'x-provenance'?: Mark }) => {
    const errorModel = z.object({ errorCode: z.string().meta(mark), errorMessage: z.string() })
    const dialect = {
      ...api.dialect,
      errorModel,
      toErrorBody: ({ code, message }: { code: string; message: string }) => ({
        errorCode: code,
        errorMessage: message,
      }),
    }
    const exchange = toExchange(409, { errorCode: 'ServiceAlreadyExists', errorMessage: 'no' })
    const read = (profile: 'documented' | 'observed') =>
      compareError({ ...api, dialect }, exchange, ['ServiceAlreadyExists'], profile).fault
    return [read('documented'), read('observed')]
  }
  expect(findFaults(defined)).toEqual([expect.objectContaining({ expected: expect.any(String) }), undefined])
  expect(findFaults({})).toEqual([undefined, undefined])
})

test('profile documented skips a check of a constraint that only the definition states', async () => {
  const toSizeChecks = (mark: { readonly 'x-provenance'?: Mark }) => {
    const schema = z.object({ size: z.int().max(3).meta(mark).optional() })
    const subject = { ...operation, body: { ...operation.body, schema, examples: {} } }
    return toConstraintChecks({
      api,
      operation: subject,
      read: api.operations.getService,
      base: async () => ({}),
      toPath: () => undefined,
    }).filter(({ name }) => name.includes('size-maximum'))
  }
  const runOn = async (mark: { readonly 'x-provenance'?: Mark }, profile: 'documented' | 'observed') => {
    const target: Target = {
      baseUrl: 'http://127.0.0.1',
      close: () => undefined,
      download: async () => undefined,
      send: async (sent) => ({ ...toExchange(400, {}), operation: sent }),
    }
    const run = createCheckRun({
      contract: { api, resources: [] },
      target,
      runId: 'r',
      seed: 's',
      budgetMs: 1000,
      profile,
    })
    const outcomes = await Promise.all(toSizeChecks(mark).map(run.run))
    return outcomes.map(({ status }) => status)
  }
  expect(toSizeChecks({}).map(({ level }) => level)).toEqual(['core', 'core'])
  expect(toSizeChecks(defined).map(({ level }) => level)).toEqual(['extended', 'extended'])
  expect(await runOn(defined, 'documented')).toEqual(['skipped', 'skipped'])
  expect(await runOn(defined, 'observed')).not.toContain('skipped')
  expect(await runOn({}, 'documented')).not.toContain('skipped')
})
