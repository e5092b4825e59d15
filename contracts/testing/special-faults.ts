import { type Request, rowOf, type State } from './fake-fc.ts'
import { type Case, named } from './fault-case.ts'
import { breakDown, onSuccess } from './operation-faults.ts'

const readings = ['GetService', 'GetFunction', 'ListFunctions', 'GetFunctionCode']

/** Faults of versions, aliases, qualified paths, code and invocations. */
export function toSpecialFaults(): readonly Case[] {
  let published = 0
  const breaksAt = (operation: string, text: RegExp, ...checks: readonly string[]): Case => ({
    name: `${operation} fails at ${text}`,
    fault: {
      alter: (response, request) => {
        const line = `${request.path} ${request.headers['x-fc-invocation-type'] ?? ''} ${request.body}`
        if (request.operation === operation && text.test(line)) breakDown(response)
      },
    },
    fails: named(operation, ...checks),
  })
  const removes = (operation: string, isGone: (key: string, request: Request) => boolean) =>
    onSuccess(operation, (_, request, state: State) => {
      for (const key of [...state.keys()]) if (isGone(key, request)) state.delete(key)
    })
  return [
    {
      name: 'PublishVersion returns another description',
      fault: onSuccess('PublishVersion', (response) => {
        rowOf(response).description = 'another'
      }),
      fails: named('PublishVersion', 'response-has-description'),
    },
    {
      name: 'ListVersions returns no versions',
      fault: onSuccess('ListVersions', (response) => {
        response.body = { versions: [] }
      }),
      fails: named('PublishVersion', 'created-resource-is-listed'),
    },
    {
      name: 'PublishVersion always returns the same number',
      fault: onSuccess('PublishVersion', (response) => {
        rowOf(response).versionId = '2'
      }),
      fails: named('PublishVersion', 'version-ids-are-unique', 'version-ids-are-never-reused'),
    },
    {
      name: 'PublishVersion rejects an unchanged version with another code',
      fault: {
        alter: (response, { operation }) => {
          if (operation !== 'PublishVersion' || response.status !== 409) return
          Object.assign(response, { status: 412, body: { ErrorCode: 'PreconditionFailed' } })
        },
      },
      fails: named('PublishVersion', 'publish-without-change-is-handled'),
    },
    {
      name: 'UpdateAlias loses an omitted version',
      fault: {
        alter: (response, { operation, path, body }, state) => {
          if (operation !== 'UpdateAlias' || response.status !== 200 || body.includes('versionI')) return
          state.set(path, { ...state.get(path), versionId: '' })
        },
      },
      fails: named('UpdateAlias', 'update-without-version-is-handled'),
    },
    {
      name: 'PublishVersion publishes only once',
      fault: onSuccess('PublishVersion', (response) => {
        published += 1
        if (published % 2 === 0) breakDown(response)
      }),
      fails: (check) => check.name.startsWith('publish-after-change-of-'),
    },
    breaksAt('PublishVersion', / $/, 'missing-body-is-handled'),
    breaksAt('PublishVersion', / "text"$/, 'handles-body-type-a-text'),
    {
      name: 'DeleteFunction also deletes the function in versions',
      fault: removes('DeleteFunction', (key, { path }) => key.includes('.') && key.endsWith(path.replace(/^.*\//, ''))),
      fails: named('PublishVersion', 'version-keeps-function-deleted-later'),
    },
    {
      name: 'DeleteVersion does nothing',
      fault: { keeps: true },
      fails: named('DeleteVersion', 'deleted-resource-is-gone', 'second-delete-is-rejected'),
    },
    {
      name: 'DeleteVersion deletes the functions',
      fault: removes('DeleteVersion', (key) => key.includes('/functions/')),
      fails: named('DeleteVersion', 'delete-keeps-unpublished-state'),
    },
    breaksAt('DeleteVersion', /./, 'version-with-alias-is-handled'),
    ...['CreateAlias', 'UpdateAlias'].map(
      (operation): Case => ({
        name: `${operation} loses the weights`,
        fault: onSuccess(operation, (_, { path, body }, state) => {
          const key = operation === 'CreateAlias' ? `${path}/${JSON.parse(body).aliasName}` : path
          delete state.get(key)?.additionalVersionWeight
        }),
        fails: named(operation, 'weights-are-stored'),
      }),
    ),
    ...['CreateAlias', 'UpdateAlias'].flatMap((operation) => [
      breaksAt(operation, /"description":\{/, 'handles-description-type-an-object'),
      breaksAt(operation, /"additionalVersionWeight":"/, 'handles-additionalVersionWeight-type-a-text'),
    ]),
    breaksAt('CreateAlias', /^(?!.*versionId).*versionID/, 'version-field-alias-is-accepted'),
    {
      name: 'CreateAlias does not require a version',
      fault: { validates: false },
      fails: named('CreateAlias', 'alias-without-version-is-rejected'),
    },
    {
      name: 'DeleteAlias deletes the version',
      fault: removes('DeleteAlias', (key) => key.includes('.')),
      fails: named('DeleteAlias', 'delete-keeps-version'),
    },
    breaksAt('CreateFunction', /ossBucketName/, 'code-from-bucket-is-accepted'),
    breaksAt('UpdateFunction', /ossBucketName/, 'code-from-bucket-is-accepted'),
    {
      name: 'UpdateTrigger loses the qualifier',
      fault: onSuccess('UpdateTrigger', (_, { path }, state) => {
        delete state.get(path)?.qualifier
      }),
      fails: named('UpdateTrigger', 'update-changes-qualifier'),
    },
    breaksAt('CreateTrigger', /timer/, 'timer-without-source-is-handled'),
    ...readings.flatMap((operation): Case[] => [
      {
        name: `${operation} ignores the qualifier`,
        fault: qualified(operation, /\.[^/]+/),
        fails: named(operation, 'version-reads-as-published'),
      },
      {
        name: `${operation} ignores aliases`,
        fault: qualified(operation, /\.fct[^/]+/),
        fails: named(operation, 'alias-reads-as-its-version'),
      },
    ]),
    breaksAt('InvokeFunction', /\.\w+/, 'version-and-alias-are-invoked'),
    breaksAt('InvokeFunction', /invocations {2}./, 'invocation-is-synchronous-by-default'),
    breaksAt(
      'InvokeFunction',
      /./,
      'accepts-X-Fc-Invocation-Type-Sync',
      'accepts-X-Fc-Invocation-Type-Async',
      'accepts-X-Fc-Invocation-Type-absent',
    ),
    breaksAt('InvokeFunction', /Async/, 'async-invocation-is-accepted'),
    breaksAt(
      'InvokeFunction',
      /no-such-value|SYNC|sync/,
      'handles-X-Fc-Invocation-Type-no-such-value',
      'handles-X-Fc-Invocation-Type-SYNC',
      'handles-X-Fc-Invocation-Type-sync',
    ),
    breaksAt('InvokeFunction', / $/, 'empty-event-is-handled'),
    {
      name: 'GetFunctionCode returns another checksum',
      fault: onSuccess('GetFunctionCode', (response) => {
        rowOf(response).checksum = '1'
      }),
      fails: named('GetFunctionCode', 'checksum-matches-the-function'),
    },
    {
      name: 'GetFunctionCode returns a URL that does not exist',
      fault: onSuccess('GetFunctionCode', (response, { origin }) => {
        rowOf(response).url = `${origin}/code/none`
      }),
      fails: named('GetFunctionCode', 'code-url-returns-the-code'),
    },
    {
      name: 'parents are deleted with their children',
      fault: { orphans: true },
      fails: (check) => /^(service|function)-with-(function|trigger)-is-rejected$/.test(check.name),
    },
    breaksAt('DeleteService', /./, 'service-without-functions-is-deleted', 'service-with-version-is-handled'),
    {
      name: 'an unknown path returns a list',
      fault: {
        alter: (response, request) => {
          if (request.operation === undefined) Object.assign(response, { status: 200, body: { services: [] } })
        },
      },
      fails: (check) => ['unsupported-method-is-rejected', 'unknown-path-is-rejected'].includes(check.name),
    },
  ]
}

function qualified(operation: string, qualifier: RegExp) {
  return {
    before: (request: Request) => {
      if (request.operation === operation) request.path = request.path.replace(qualifier, '')
    },
  }
}
