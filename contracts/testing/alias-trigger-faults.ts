import type { FakeFault, Row, State } from './fake-fc.ts'
import { type Case, named } from './fault-case.ts'
import { kinds } from './kinds.ts'
import { onRefused, onSuccess } from './operation-faults.ts'

/** Changes the row of a trigger or an alias that was just created or updated. */
const onStored = (operation: string, change: (row: Row, sent: Row, state: State, path: string) => void): FakeFault =>
  onSuccess(operation, (_, { path, body }, state) => {
    const sent: Row = JSON.parse(body)
    const key = operation.startsWith('Create') ? `${path}/${sent.aliasName ?? sent.triggerName}` : path
    const row = state.get(key)
    if (row) change(row, sent, state, key)
  })

/** Faults of what aliases and triggers keep. */
export const aliasTriggerFaults: readonly Case[] = [
  {
    name: 'CreateAlias rejects a duplicate and moves the first alias to its version',
    fault: onRefused('CreateAlias', ({ status }, { path, body }, state) => {
      const { aliasName, versionId } = JSON.parse(body)
      const row = state.get(`${path}/${aliasName}`)
      if (status === 409 && row) row.versionId = versionId
    }),
    fails: named('CreateAlias', 'duplicate-create-keeps-version-of-first'),
  },
  {
    name: 'CreateAlias reserves a rejected name',
    fault: reserving(),
    fails: named('CreateAlias', 'rejected-name-stays-available'),
  },
  {
    name: 'UpdateAlias rejects the version and stores the description',
    fault: onRefused('UpdateAlias', ({ status }, { path, body }, state) => {
      const { description } = JSON.parse(body)
      const row = state.get(path)
      if (status === 404 && row && description !== undefined) row.description = description
    }),
    fails: named('UpdateAlias', 'missing-version-changes-nothing'),
  },
  {
    name: 'UpdateAlias adds weights to the existing ones',
    fault: {
      before: (request, state) => {
        const weights = state.get(request.path)?.additionalVersionWeight
        if (request.operation !== 'UpdateAlias' || !weights) return
        const sent = JSON.parse(request.body)
        request.body = JSON.stringify({
          ...sent,
          additionalVersionWeight: { ...weights, ...sent.additionalVersionWeight },
        })
      },
    },
    fails: named('UpdateAlias', 'update-replaces-weights'),
  },
  {
    name: 'UpdateAlias ignores empty weights',
    fault: {
      before: (request) => {
        if (request.operation === 'UpdateAlias')
          request.body = request.body.replace(/,"additionalVersionWeight":\{\}/, '')
      },
    },
    fails: named('UpdateAlias', 'update-replaces-weights'),
  },
  ...['CreateAlias', 'UpdateAlias'].flatMap((operation): Case[] => [
    {
      name: `${operation} rejects a weight and stores it`,
      fault: onSuccess(operation, (response, { body }) => {
        if (body.includes('4294967296'))
          Object.assign(response, { status: 404, body: { ErrorCode: 'VersionNotFound' } })
      }),
      fails: named(operation, 'weight-of-missing-version-is-handled'),
    },
    {
      name: `${operation} writes its description into the version`,
      fault: onStored(operation, (row, sent, state, path) => {
        const version = state.get(path.replace(/aliases\/.*/, `versions/${row.versionId}`))
        if (version && sent.description) version.description = sent.description
      }),
      fails: named(operation, 'alias-change-keeps-version'),
    },
  ]),
  ...['CreateTrigger', 'UpdateTrigger'].flatMap((operation) =>
    (
      [
        ['converts numbers to texts', (value) => (typeof value === 'number' ? String(value) : value)],
        ['loses empty and false values', (value) => (value === '' || value === false ? undefined : value)],
        ['stores numbers as 32 bits', (value) => (typeof value === 'number' ? value | 0 : value)],
      ] as const satisfies readonly (readonly [string, (value: unknown) => unknown])[]
    ).map(
      ([name, change]): Case => ({
        name: `${operation} ${name} in settings`,
        fault: onStored(operation, (row) => {
          row.triggerConfig = JSON.parse(JSON.stringify(row.triggerConfig), (_, value) => change(value))
        }),
        fails: named(operation, 'trigger-config-is-stored-exactly'),
      }),
    ),
  ),
  {
    name: 'UpdateTrigger ignores the qualifier together with settings',
    fault: {
      before: (request) => {
        if (request.operation !== 'UpdateTrigger' || !request.body.includes('triggerConfig')) return
        request.body = JSON.stringify({ ...JSON.parse(request.body), qualifier: undefined })
      },
    },
    fails: named('UpdateTrigger', 'several-fields-can-be-changed'),
  },
  ...['sourceArn', 'triggerType'].map(
    (field): Case => ({
      name: `UpdateTrigger changes the ${field}`,
      fault: onStored('UpdateTrigger', (row, sent) => {
        if (field in sent) row[field] = sent[field]
      }),
      fails: named('UpdateTrigger', 'update-keeps-source-and-type'),
    }),
  ),
  {
    name: 'UpdateFunction removes the triggers with the code',
    fault: onSuccess('UpdateFunction', (_, { path, body }, state) => {
      if (!body.includes('zipFile')) return
      for (const key of [...state.keys()]) if (key.startsWith(`${path}/triggers/`)) state.delete(key)
    }),
    fails: named('UpdateFunction', 'update-keeps-triggers'),
  },
  {
    name: 'UpdateFunction changes the triggers with the fields',
    fault: onSuccess('UpdateFunction', (_, { path, body }, state) => {
      if (!body.includes('timeout')) return
      for (const [key, row] of state) if (key.startsWith(`${path}/triggers/`)) row.invocationRole = 'another'
    }),
    fails: named('UpdateFunction', 'update-keeps-triggers'),
  },
  ...kinds
    .filter(({ create }) => create.id !== 'CreateService')
    .flatMap(({ update, remove }) => [update.id, remove.id])
    .map(
      (operation): Case => ({
        name: `${operation} accepts any ETag`,
        fault: {
          before: ({ headers, operation: id }) => {
            if (id === operation) headers['if-match'] = undefined
          },
        },
        fails: named(operation, 'etag-of-parent-is-rejected'),
      }),
    ),
]

/** A name is stored before the request is validated. */
function reserving(): FakeFault {
  const seen = new Set<string>()
  return {
    alter: (response, { operation, path, body }, state) => {
      if (operation !== 'CreateAlias' || response.status === 400) return
      const { aliasName } = JSON.parse(body)
      const key = `${path}/${aliasName}`
      if (response.status === 404) seen.add(key)
      else if (response.status === 200 && seen.has(key)) {
        state.delete(key)
        Object.assign(response, { status: 409, body: { ErrorCode: 'AliasAlreadyExists' } })
      }
    },
  }
}
