import { isCreated, rowOf } from './fake-fc.ts'
import { type Case, type Kind, named } from './fault-case.ts'
import { toReplyFaults } from './reply-faults.ts'
import { toStateFaults } from './state-faults.ts'

const kinds: readonly Kind[] = [
  {
    operation: 'CreateService',
    path: /^\/services$/,
    item: /^\/services\/[^/]+$/,
    id: 'serviceId',
    name: 'serviceName',
    list: 'services',
  },
  {
    operation: 'CreateFunction',
    path: /\/functions$/,
    item: /\/functions\/[^/]+$/,
    id: 'functionId',
    name: 'functionName',
    list: 'functions',
  },
]

/** The faults of FC 2016-08-15 servers that the checks must find, one by one. */
export const cases: readonly Case[] = [
  ...kinds.flatMap((kind) => [...toReplyFaults(kind), ...toStateFaults(kind)]),
  ...(['role', 'logConfig', 'vpcConfig', 'nasConfig'] as const).map(
    (field): Case => ({
      name: `CreateService loses ${field}`,
      fault: { store: (row) => delete row[field] },
      fails: named('CreateService', `keeps-the-${field.replace('Config', '-config')}`),
    }),
  ),
  {
    name: 'CreateFunction does not look for the service',
    fault: {
      alter: (answer, request, state) => {
        if (request.method !== 'POST' || rowOf(answer)?.ErrorCode !== 'ServiceNotFound') return
        const key = `${request.path}/${JSON.parse(request.body).functionName}`
        state.set(key, {})
        Object.assign(answer, { status: 200, body: {} })
      },
    },
    fails: named('CreateFunction', 'refuses-a-service-that-does-not-exist'),
  },
  {
    name: 'CreateFunction wants names that are unique in the account',
    fault: {
      alter: (answer, request, state) => {
        if (!isCreated(answer, request) || !request.path.endsWith('/functions')) return
        const ending = `/functions/${JSON.parse(request.body).functionName}`
        const twins = [...state.keys()].filter((key) => key.endsWith(ending))
        if (twins.length > 1) Object.assign(answer, { status: 409, body: { ErrorCode: 'FunctionAlreadyExists' } })
      },
    },
    fails: named('CreateFunction', 'takes-one-name-in-two-services'),
  },
  {
    name: 'functions are seen in every service',
    fault: {
      alter: (answer, request, state) => {
        const [, ending] = /(\/functions\/[^/]+)$/.exec(request.path) ?? []
        const twin = ending && [...state].find(([key]) => key.endsWith(ending))
        if (request.method === 'GET' && twin) Object.assign(answer, { status: 200, body: twin[1] })
      },
    },
    fails: named('CreateFunction', 'stores-the-function-in-its-own-service-only'),
  },
  {
    name: 'CreateFunction answers the size of the base64 text',
    fault: { store: (row) => Object.assign(row, { codeSize: Math.ceil(Number(row.codeSize) / 3) * 4 }) },
    fails: named('CreateFunction', 'answers-the-size-of-the-code'),
  },
  {
    name: 'CreateFunction answers one checksum for all code',
    fault: { store: (row) => Object.assign(row, { codeChecksum: '5434025278388143772' }) },
    fails: named('CreateFunction', 'answers-a-checksum-that-follows-the-code', 'answers-the-crc64-of-the-code'),
  },
  {
    name: 'CreateFunction refuses every value',
    fault: {
      alter: (answer, request) => {
        if (!isCreated(answer, request) || !request.path.endsWith('/functions')) return
        Object.assign(answer, { status: 400, body: { ErrorCode: 'InvalidArgument' } })
      },
    },
    fails: (check) => check.name.startsWith('accepts-'),
  },
  {
    name: 'CreateFunction answers other values than it was given',
    fault: { store: (row) => Object.assign(row, { memorySize: 130, timeout: 2, runtime: 'nodejs4.4' }) },
    fails: (check) => check.name.startsWith('accepts-'),
  },
]
