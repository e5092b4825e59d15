import { type FakeFault, type Row, rowOf } from './fake-fc.ts'
import { type Case, named } from './fault-case.ts'
import { kinds } from './kinds.ts'
import { beforeEach, onRefused, onSuccess } from './operation-faults.ts'

/** Servers that shorten texts, store fields that the server sets, or mix up two updates. */
export const edgeCaseUpdateFaults: readonly Case[] = [
  ...kinds.flatMap(({ update: { id }, textField, idField, changes }): Case[] => [
    ...(textField === undefined
      ? []
      : [
          {
            name: `${id} ignores an empty text`,
            fault: beforeEach(id, (request) => {
              request.body = request.body.replace(`"${textField}":""`, '"ignored":""')
            }),
            fails: named(id, 'update-to-empty-text-is-stored'),
          },
          {
            name: `${id} keeps 255 characters`,
            fault: beforeEach(id, (request) => {
              request.body = request.body.replace(/(x{255})x*\./, '$1')
            }),
            fails: named(id, 'long-text-is-stored'),
          },
        ]),
    {
      name: `${id} stores ${idField ?? 'the time of creation'} of the request`,
      fault: onSuccess(id, (_, { path, body }, state) => {
        const [, value] = new RegExp(`"${idField ?? 'createdTime'}":"([^"]*)"`).exec(body) ?? []
        if (value !== undefined) Object.assign(state.get(path) ?? {}, { [idField ?? 'createdTime']: value })
      }),
      fails: named(id, 'update-keeps-server-set-fields'),
    },
    ...(Object.keys(changes).length > 1
      ? [
          {
            name: `${id} overwrites a concurrent update`,
            fault: readEarly(id),
            fails: named(id, 'concurrent-updates-keep-both-fields'),
          },
        ]
      : []),
  ]),
  {
    name: 'UpdateService removes omitted settings',
    fault: onSuccess('UpdateService', (_, { path, body }, state) => {
      if (body.includes('"vpcConfig"')) delete state.get(path)?.nasConfig
    }),
    fails: named('UpdateService', 'update-keeps-unnamed-settings'),
  },
  ...['CreateService', 'UpdateService'].map(
    (id): Case => ({
      name: `${id} stores lists of one entry only, and others sorted`,
      fault: onSuccess(id, (response, { path }, state) => {
        const row = state.get(id === 'CreateService' ? `${path}/${String(rowOf(response).serviceName)}` : path) ?? {}
        const { nasConfig, vpcConfig } = row
        if (nasConfig) row.nasConfig = withFirst(nasConfig as Row, 'mountPoints') // the schema says that it is an object
        if (vpcConfig) row.vpcConfig = withFirst(vpcConfig as Row, 'vSwitchIds') // the schema says that it is an object
      }),
      fails: named(id, 'nas-config-is-stored', 'vpc-config-is-stored'),
    }),
  ),
  {
    name: 'UpdateFunction changes the time of creation',
    fault: onSuccess('UpdateFunction', (_, { path }, state) => {
      const row = state.get(path)
      if (row) row.createdTime = '2024-05-07T00:00:00.000+0000'
    }),
    fails: named('UpdateFunction', 'later-update-advances-last-modified-time'),
  },
  ...['CreateFunction', 'UpdateFunction'].map(
    (id): Case => ({
      name: `${id} compares only the beginning of the runtime`,
      fault: onRefused(id, (response, { body }) => {
        if (/nodejs64|java81/.test(body)) Object.assign(response, { status: 200, body: {} })
      }),
      fails: named(id, 'runtime-with-suffix-is-rejected'),
    }),
  ),
]

function withFirst(settings: Row, field: string): Row {
  const list = settings[field]
  return { ...settings, ...(Array.isArray(list) && { [field]: list.toSorted().slice(0, 1) }) }
}

/** Every update starts from the state before the first one. */
function readEarly(id: string): FakeFault {
  const first = new Map<string, Row>()
  return {
    before: ({ operation, path }, state) => {
      const row = state.get(path)
      if (operation === id && row && !first.has(path)) first.set(path, { ...row })
    },
    alter: (response, { operation, path, body }, state) => {
      if (operation === id && response.status === 200) state.set(path, { ...first.get(path), ...JSON.parse(body) })
    },
  }
}
