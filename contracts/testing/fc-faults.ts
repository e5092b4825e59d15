import { aliyunFc20160815Contract as contract } from '../aliyun-fc-2016-08-15/contract.ts'
import { aliasTriggerFaults } from './alias-trigger-faults.ts'
import { authFaults } from './auth-faults.ts'
import { codeFaults } from './code-faults.ts'
import { edgeCaseUpdateFaults } from './edge-case-update-faults.ts'
import { isCreated, rowOf } from './fake-fc.ts'
import { type Case, type CreationPlace, named } from './fault-case.ts'
import { isolationFaults } from './isolation-faults.ts'
import { toKindFaults } from './kind-faults.ts'
import { kinds } from './kinds.ts'
import { listFaults } from './list-faults.ts'
import { malformedBodyFaults } from './malformed-body-faults.ts'
import { malformedRequestFaults } from './malformed-request-faults.ts'
import { onSuccess, operationFaults } from './operation-faults.ts'
import { pagingFaults } from './pagination-faults.ts'
import { toResponseFaults } from './response-faults.ts'
import { toSpecialFaults } from './special-faults.ts'
import { toStateFaults } from './state-faults.ts'
import { versionFaults } from './version-faults.ts'

const places: readonly CreationPlace[] = kinds.map((kind) => {
  const template = kind.create.path.replaceAll(/\{\w+\}/g, '[^/]+')
  return {
    operation: kind.create.id,
    path: new RegExp(`^${template}$`),
    item: new RegExp(`^${template}/[^/]+$`),
    ...(kind.idField !== undefined && { id: kind.idField }),
    name: kind.nameField,
    list: kind.entries,
    text: kind.textField ?? 'invocationRole',
    read: kind.read.id,
    lists: kind.list.id,
  }
})

/** Faults of FC 2016-08-15 servers. The checks must find each of them. */
export const cases: readonly Case[] = [
  ...toFitting([
    ...places.flatMap((place) => [...toResponseFaults(place), ...toStateFaults(place)]),
    ...kinds.flatMap(toKindFaults),
    ...operationFaults,
  ]),
  ...codeFaults,
  ...malformedBodyFaults,
  ...edgeCaseUpdateFaults,
  ...malformedRequestFaults,
  ...pagingFaults,
  ...listFaults,
  ...isolationFaults,
  ...toSpecialFaults(),
  ...versionFaults,
  ...authFaults,
  ...aliasTriggerFaults,
  ...(['role', 'logConfig', 'vpcConfig', 'nasConfig'] as const).map(
    (field): Case => ({
      name: `CreateService loses ${field}`,
      fault: { store: (row) => delete row[field] },
      fails: named('CreateService', `${field.replace('Config', '-config')}-is-stored`),
    }),
  ),
  ...(['role', 'logConfig', 'vpcConfig', 'nasConfig'] as const).map(
    (field): Case => ({
      name: `UpdateService loses ${field}`,
      fault: onSuccess('UpdateService', (_, { path }, state) => {
        delete state.get(path)?.[field]
      }),
      fails: named('UpdateService', `${field.replace('Config', '-config')}-is-stored`),
    }),
  ),
  ...kinds.map(
    ({ create }): Case => ({
      name: `${create.id} accepts a duplicate`,
      fault: { overwrites: true },
      fails: named(create.id, 'duplicate-of-updated-resource-is-rejected'),
    }),
  ),
  {
    name: 'CreateFunction loses the description together with a timeout',
    fault: {
      store: (row) => {
        if (row.timeout !== 3) delete row.description
      },
    },
    fails: ({ id, clause }) =>
      id.startsWith('CreateFunction › field-combination-is-stored-') && /description.*timeout/.test(clause),
  },
  {
    name: 'CreateFunction does not require the service to exist',
    fault: {
      alter: (response, request, state) => {
        if (request.method !== 'POST' || rowOf(response)?.ErrorCode !== 'ServiceNotFound') return
        const key = `${request.path}/${JSON.parse(request.body).functionName}`
        state.set(key, {})
        Object.assign(response, { status: 200, body: {} })
      },
    },
    fails: named('CreateFunction', 'missing-service-is-rejected'),
  },
  {
    name: 'CreateFunction requires names that are unique in the account',
    fault: {
      alter: (response, request, state) => {
        if (!isCreated(response, request) || !request.path.endsWith('/functions')) return
        const ending = `/functions/${JSON.parse(request.body).functionName}`
        const twins = [...state.keys()].filter((key) => key.endsWith(ending))
        if (twins.length > 1) Object.assign(response, { status: 409, body: { ErrorCode: 'FunctionAlreadyExists' } })
      },
    },
    fails: named('CreateFunction', 'same-name-in-two-services-is-accepted'),
  },
  ...(
    [
      ['functions', 'CreateFunction', 'function-is-stored-in-its-service-only'],
      ['aliases', 'CreateAlias', 'alias-is-stored-in-its-service-only'],
      ['triggers', 'CreateTrigger', 'trigger-is-stored-in-its-function-only'],
    ] as const
  ).map(
    ([entries, id, check]): Case => ({
      name: `${entries} are found under every parent`,
      fault: {
        alter: (response, request, state) => {
          const [, ending] = new RegExp(`(/${entries}/[^/]+)$`).exec(request.path) ?? []
          const twin = ending && [...state].find(([key]) => key.endsWith(ending))
          if (request.method === 'GET' && twin) Object.assign(response, { status: 200, body: twin[1] })
        },
      },
      fails: named(id, check),
    }),
  ),
  {
    name: 'CreateFunction returns the size of the base64 text',
    fault: { store: (row) => Object.assign(row, { codeSize: Math.ceil(Number(row.codeSize) / 3) * 4 }) },
    fails: named('CreateFunction', 'code-size-matches-the-code'),
  },
  {
    name: 'CreateFunction returns one checksum for all code',
    fault: { store: (row) => Object.assign(row, { codeChecksum: '5434025278388143772' }) },
    fails: named('CreateFunction', 'checksum-follows-the-code', 'checksum-is-crc64-of-the-code'),
  },
]

/** Keeps the generated faults that some check can find. Not every operation has every kind of check. */
function toFitting(made: readonly Case[]): readonly Case[] {
  return made.filter(({ fails }) => contract.checks.some(fails))
}
