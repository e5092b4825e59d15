import { type Request, rowOf, type State } from './fake-fc.ts'
import { type Case, named } from './fault-case.ts'
import { breakDown, onSuccess } from './operation-faults.ts'

const readings = ['GetService', 'GetFunction', 'ListFunctions', 'GetFunctionCode']

/** Faults of versions, aliases, qualified paths, code and invocations. */
export function toSpecialFaults(): readonly Case[] {
  let published = 0
  const breaksAt = (operation: string, text: RegExp, ...checks: readonly string[]): Case => ({
    name: `${operation} breaks down at ${text}`,
    fault: {
      alter: (answer, request) => {
        const line = `${request.path} ${request.headers['x-fc-invocation-type'] ?? ''} ${request.body}`
        if (request.operation === operation && text.test(line)) breakDown(answer)
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
      name: 'PublishVersion answers another description',
      fault: onSuccess('PublishVersion', (answer) => {
        rowOf(answer).description = 'another'
      }),
      fails: named('PublishVersion', 'answers-the-description'),
    },
    {
      name: 'ListVersions lists none',
      fault: onSuccess('ListVersions', (answer) => {
        answer.body = { versions: [] }
      }),
      fails: named('PublishVersion', 'is-listed'),
    },
    {
      name: 'PublishVersion answers one number to all',
      fault: onSuccess('PublishVersion', (answer) => {
        rowOf(answer).versionId = '2'
      }),
      fails: named(
        'PublishVersion',
        'gives-each-version-a-number-of-its-own',
        'gives-the-number-of-a-deleted-version-never-again',
      ),
    },
    {
      name: 'PublishVersion refuses what has not changed with another code',
      fault: {
        alter: (answer, { operation }) => {
          if (operation !== 'PublishVersion' || answer.status !== 409) return
          Object.assign(answer, { status: 412, body: { ErrorCode: 'PreconditionFailed' } })
        },
      },
      fails: named('PublishVersion', 'answers-for-a-version-of-what-has-not-changed'),
    },
    {
      name: 'UpdateAlias loses the version that it is not given',
      fault: {
        alter: (answer, { operation, path, body }, state) => {
          if (operation !== 'UpdateAlias' || answer.status !== 200 || body.includes('versionI')) return
          state.set(path, { ...state.get(path), versionId: '' })
        },
      },
      fails: named('UpdateAlias', 'answers-an-update-that-names-no-version'),
    },
    {
      name: 'PublishVersion publishes once',
      fault: onSuccess('PublishVersion', (answer) => {
        published += 1
        if (published % 2 === 0) breakDown(answer)
      }),
      fails: (check) => check.name.startsWith('publishes-after-a-change-of-a-'),
    },
    breaksAt('PublishVersion', / $/, 'answers-a-request-without-a-body'),
    breaksAt('PublishVersion', / "text"$/, 'answers-body-type-a-text'),
    {
      name: 'DeleteFunction deletes it in versions, too',
      fault: removes('DeleteFunction', (key, { path }) => key.includes('.') && key.endsWith(path.replace(/^.*\//, ''))),
      fails: named('PublishVersion', 'keeps-a-function-that-is-deleted-later'),
    },
    {
      name: 'DeleteVersion does nothing',
      fault: { keeps: true },
      fails: named('DeleteVersion', 'takes-it-away', 'refuses-a-second-time'),
    },
    {
      name: 'DeleteVersion deletes the functions',
      fault: removes('DeleteVersion', (key) => key.includes('/functions/')),
      fails: named('DeleteVersion', 'leaves-the-unpublished-state-alone'),
    },
    breaksAt('DeleteVersion', /./, 'answers-for-a-version-that-an-alias-names'),
    ...['CreateAlias', 'UpdateAlias'].map(
      (operation): Case => ({
        name: `${operation} loses the weights`,
        fault: onSuccess(operation, (_, { path, body }, state) => {
          const key = operation === 'CreateAlias' ? `${path}/${JSON.parse(body).aliasName}` : path
          delete state.get(key)?.additionalVersionWeight
        }),
        fails: named(operation, 'keeps-the-weights'),
      }),
    ),
    ...['CreateAlias', 'UpdateAlias'].flatMap((operation) => [
      breaksAt(operation, /"description":\{/, 'answers-description-type-an-object'),
      breaksAt(operation, /"additionalVersionWeight":"/, 'answers-additionalVersionWeight-type-a-text'),
    ]),
    breaksAt('CreateAlias', /^(?!.*versionId).*versionID/, 'takes-one-of-the-two-spellings-of-the-version'),
    {
      name: 'CreateAlias needs no version',
      fault: { validates: false },
      fails: named('CreateAlias', 'refuses-an-alias-without-a-version'),
    },
    {
      name: 'DeleteAlias deletes the version',
      fault: removes('DeleteAlias', (key) => key.includes('.')),
      fails: named('DeleteAlias', 'leaves-the-version'),
    },
    breaksAt('CreateFunction', /ossBucketName/, 'takes-code-from-a-bucket'),
    breaksAt('UpdateFunction', /ossBucketName/, 'takes-code-from-a-bucket'),
    {
      name: 'UpdateTrigger loses the qualifier',
      fault: onSuccess('UpdateTrigger', (_, { path }, state) => {
        delete state.get(path)?.qualifier
      }),
      fails: named('UpdateTrigger', 'changes-the-qualifier'),
    },
    breaksAt('CreateTrigger', /timer/, 'answers-for-a-timer-without-a-source'),
    ...readings.flatMap((operation): Case[] => [
      {
        name: `${operation} ignores the qualifier`,
        fault: qualified(operation, /\.[^/]+/),
        fails: named(operation, 'answers-a-version-as-it-was-published'),
      },
      {
        name: `${operation} ignores aliases`,
        fault: qualified(operation, /\.fct[^/]+/),
        fails: named(operation, 'answers-an-alias-as-its-version'),
      },
    ]),
    breaksAt('InvokeFunction', /\.\w+/, 'runs-a-version-and-an-alias'),
    breaksAt('InvokeFunction', /invocations {2}./, 'runs-at-once-by-default'),
    breaksAt(
      'InvokeFunction',
      /./,
      'accepts-X-Fc-Invocation-Type-Sync',
      'accepts-X-Fc-Invocation-Type-Async',
      'accepts-X-Fc-Invocation-Type-absent',
    ),
    breaksAt('InvokeFunction', /Async/, 'accepts-an-event-to-be-handled-later'),
    breaksAt(
      'InvokeFunction',
      /no-such-value|SYNC|sync/,
      'answers-X-Fc-Invocation-Type-no-such-value',
      'answers-X-Fc-Invocation-Type-SYNC',
      'answers-X-Fc-Invocation-Type-sync',
    ),
    breaksAt('InvokeFunction', / $/, 'answers-for-an-event-that-is-empty'),
    {
      name: 'GetFunctionCode answers another checksum',
      fault: onSuccess('GetFunctionCode', (answer) => {
        rowOf(answer).checksum = '1'
      }),
      fails: named('GetFunctionCode', 'answers-the-checksum-of-the-function'),
    },
    {
      name: 'GetFunctionCode answers an address that leads nowhere',
      fault: onSuccess('GetFunctionCode', (answer, { origin }) => {
        rowOf(answer).url = `${origin}/code/none`
      }),
      fails: named('GetFunctionCode', 'answers-an-address-with-the-code'),
    },
    {
      name: 'parents are deleted with their children',
      fault: { orphans: true },
      fails: (check) => /^refuses-a-\w+-that-has-a-/.test(check.name),
    },
    breaksAt(
      'DeleteService',
      /./,
      'deletes-a-service-whose-functions-are-gone',
      'answers-for-a-service-that-has-a-version',
    ),
    {
      name: 'what no operation has is answered with a list',
      fault: {
        alter: (answer, request) => {
          if (request.operation === undefined) Object.assign(answer, { status: 200, body: { services: [] } })
        },
      },
      fails: (check) => check.name.includes('-that-no-operation-has'),
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
