import { define } from '../define.ts'
import { type Answer, dropHeader, fresh, headerOf, type Row, readRow, setBytes, setJson } from '../kit.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { answers, before, entries, instead, refusal, refuse, row, success } from './kit.ts'

/** Section 4: what is stored, and where it is seen. */
export const stateMutants: readonly Mutant[] = [
  define(
    'T01',
    'CreateTrigger',
    'stores nothing',
    ['can-be-read-back', 'is-listed'],
    forgetting('CreateTrigger', 'triggerName'),
  ),
  define(
    'T01',
    'CreateService',
    'stores nothing',
    ['can-be-read-back', 'is-listed'],
    forgetting('CreateService', 'serviceName'),
  ),
  define(
    'T02',
    'CreateFunction',
    'drops the description',
    ['can-be-read-back'],
    dropping('CreateFunction', 'description'),
  ),
  define('T02', 'CreateTrigger', 'drops the qualifier', ['can-be-read-back'], dropping('CreateTrigger', 'qualifier')),
  define('T02', 'CreateService', 'drops logConfig', ['keeps-the-log-config'], dropping('CreateService', 'logConfig')),
  define(
    'T02',
    'CreateAlias',
    'drops the weights',
    ['keeps-the-weights'],
    dropping('CreateAlias', 'additionalVersionWeight'),
  ),
  define(
    'T03',
    'CreateFunction',
    'answers another timeout than it stores',
    ['answers-200-with-what-was-created'],
    changed('CreateFunction', 'timeout', (value) => Number(value) + 1),
  ),
  define(
    'T03',
    'CreateAlias',
    'answers another description than it stores',
    ['answers-200-with-what-was-created'],
    changed('CreateAlias', 'description', () => 'another'),
  ),
  define(
    'T04',
    'CreateService',
    'trims the description',
    ['keeps-a-text-to-the-character'],
    storing('CreateService', 'description', (value) => String(value).trim()),
  ),
  define(
    'T04',
    'CreateFunction',
    'stores the description in lower case',
    ['keeps-a-text-to-the-character'],
    storing('CreateFunction', 'description', (value) => String(value).toLowerCase()),
  ),
  define(
    'T04',
    'UpdateService',
    'trims the description',
    ['keeps-a-text-to-the-character'],
    storing('UpdateService', 'description', (value) => String(value).trim()),
  ),
  define(
    'T05',
    'CreateFunction',
    'takes the default for the timeout, always',
    ['can-be-read-back'],
    storing('CreateFunction', 'timeout', () => 3),
  ),
  define(
    'T05',
    'CreateService',
    'takes the default for internetAccess, always',
    ['can-be-read-back'],
    storing('CreateService', 'internetAccess', () => true),
  ),
  define(
    'T06',
    'ListTriggers',
    'lists none',
    ['CreateTrigger › is-listed'],
    row('ListTriggers', (body) => {
      body.triggers = []
    }),
    { alsoNamed: ['CreateTrigger'] },
  ),
  define(
    'T06',
    'ListServices',
    'leaves out the newest',
    ['is-complete-and-disjoint-in-pages-of-100'],
    withoutNewest('ListServices', 'services'),
    { alsoNamed: ['CreateService'] },
  ),
  define(
    'T07',
    'ListFunctions',
    'lists what was true at first',
    ['UpdateFunction › is-seen-in-the-list'],
    stale('CreateFunction', 'ListFunctions', 'functions', 'functionName'),
    { alsoNamed: ['UpdateFunction'] },
  ),
  define(
    'T07',
    'ListServices',
    'lists what was true at first',
    ['UpdateService › is-seen-in-the-list'],
    stale('CreateService', 'ListServices', 'services', 'serviceName'),
    { alsoNamed: ['UpdateService'] },
  ),
  define(
    'T09',
    'UpdateService',
    'does nothing',
    ['changes-description-and-nothing-else'],
    before('UpdateService', () => ({ body: {} })),
  ),
  define(
    'T09',
    'UpdateTrigger',
    'does nothing',
    ['changes-invocationRole-and-nothing-else'],
    before('UpdateTrigger', () => ({ body: {} })),
  ),
  define(
    'T09',
    'UpdateAlias',
    'does not move the alias',
    ['moves-the-alias-to-another-version'],
    before('UpdateAlias', ({ request }) => {
      const { versionId: _, versionID: __, ...rest } = readRow(request) ?? {}
      return readRow(request) && { body: rest }
    }),
  ),
  define(
    'T10',
    'UpdateFunction',
    'is not seen by reads',
    ['changes-timeout-and-nothing-else'],
    cached('UpdateFunction', 'GetFunction', 1e9),
    { alsoNamed: ['GetFunction'] },
  ),
  define(
    'T10',
    'UpdateTrigger',
    'is not seen by reads',
    ['changes-invocationRole-and-nothing-else'],
    cached('UpdateTrigger', 'GetTrigger', 1e9),
    { alsoNamed: ['GetTrigger'] },
  ),
  define(
    'T12',
    'UpdateFunction',
    'resets what it does not name',
    ['changes-timeout-and-nothing-else'],
    resetting('UpdateFunction', { description: '', memorySize: 128 }),
  ),
  define(
    'T12',
    'UpdateAlias',
    'resets what it does not name',
    ['moves-the-alias-to-another-version'],
    resetting('UpdateAlias', { description: '' }),
  ),
  define(
    'T12',
    'UpdateService',
    'resets what it does not name',
    ['changes-description-and-nothing-else'],
    resetting('UpdateService', { internetAccess: true }),
  ),
  define(
    'T14',
    'UpdateTrigger',
    'moves the time of creation',
    ['keeps-id-name-and-creation-time'],
    moved('UpdateTrigger', 'GetTrigger', 'createdTime', '2001-05-06T07:08:09.000+0000'),
  ),
  define(
    'T14',
    'UpdateService',
    'gives a new id',
    ['keeps-id-name-and-creation-time'],
    moved('UpdateService', 'GetService', 'serviceId', 'another'),
  ),
  define(
    'T15',
    'UpdateFunction',
    'never moves the time of the last change',
    ['UpdateService › moves-the-time-of-the-last-change-a-second-later'],
    row(['UpdateFunction', 'GetFunction'], (body) => {
      body.lastModifiedTime = body.createdTime
    }),
  ),
  define(
    'T15',
    'UpdateService',
    'sets the time of the last change back',
    ['moves-the-time-of-the-last-change'],
    changed('UpdateService', 'lastModifiedTime', () => '2001-05-06T07:08:09.000+0000'),
  ),
  define(
    'T16',
    'PublishVersion',
    'gives one number to all',
    ['gives-each-version-a-number-of-its-own'],
    changed('PublishVersion', 'versionId', () => '1'),
  ),
  define(
    'T17',
    'UpdateService',
    'creates what is not there',
    ['creates-nothing'],
    upserting('UpdateService', 'serviceName', {}),
  ),
  define(
    'T17',
    'UpdateTrigger',
    'creates what is not there',
    ['creates-nothing'],
    upserting('UpdateTrigger', 'triggerName', {
      triggerType: 'oss',
      sourceArn: 'acs:oss:cn-hangzhou:1:b',
      invocationRole: 'acs:ram::1:role/a',
      triggerConfig: {},
    }),
  ),
  define(
    'T17',
    'UpdateFunction',
    'creates what is not there',
    ['creates-nothing'],
    upserting('UpdateFunction', 'functionName', {
      handler: 'index.handler',
      runtime: 'nodejs8',
      code: { zipFile: 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==' },
    }),
  ),
  define('T18', 'UpdateFunction', 'changes its neighbours, too', ['leaves-others-alone'], spreading('UpdateFunction')),
  define('T18', 'UpdateTrigger', 'changes its neighbours, too', ['leaves-others-alone'], spreading('UpdateTrigger')),
  define('T18', 'UpdateAlias', 'changes its neighbours, too', ['leaves-others-alone'], spreading('UpdateAlias')),
  define('T19', 'DeleteService', 'does nothing', ['takes-it-away', 'refuses-a-second-time'], keeping('DeleteService')),
  define('T19', 'DeleteAlias', 'does nothing', ['takes-it-away', 'refuses-a-second-time'], keeping('DeleteAlias')),
  define('T19', 'DeleteVersion', 'does nothing', ['takes-it-away', 'refuses-a-second-time'], keeping('DeleteVersion')),
  define(
    'T20',
    'DeleteTrigger',
    'leaves it in the list',
    ['takes-it-out-of-the-list'],
    lingering('DeleteTrigger', 'ListTriggers', 'triggers', 'triggerName'),
  ),
  define(
    'T20',
    'DeleteFunction',
    'leaves it in the list',
    ['takes-it-out-of-the-list'],
    lingering('DeleteFunction', 'ListFunctions', 'functions', 'functionName'),
  ),
  define(
    'T21',
    'DeleteService',
    'lets what was deleted come back',
    ['frees-the-name-and-brings-nothing-back'],
    resurrecting('CreateService', 'serviceName'),
  ),
  define(
    'T21',
    'DeleteTrigger',
    'lets what was deleted come back',
    ['frees-the-name-and-brings-nothing-back'],
    resurrecting('CreateTrigger', 'triggerName'),
  ),
  define('T22', 'DeleteService', 'leaves its aliases to be listed', ['leaves-nothing-to-be-listed'], afterDeletion()),
  define(
    'T23',
    'DeleteService',
    'deletes functions with it',
    ['refuses-a-service-that-has-a-function'],
    cascading('DeleteService', 'functions', 'functionName'),
  ),
  define(
    'T23',
    'DeleteFunction',
    'deletes triggers with it',
    ['refuses-a-function-that-has-a-trigger'],
    cascading('DeleteFunction', 'triggers', 'triggerName'),
  ),
  define(
    'T24',
    'DeleteFunction',
    'deletes its neighbours, too',
    ['leaves-others-alone'],
    widening('DeleteFunction', 'functions', 'functionName'),
  ),
  define(
    'T24',
    'DeleteTrigger',
    'deletes its neighbours, too',
    ['leaves-others-alone'],
    widening('DeleteTrigger', 'triggers', 'triggerName'),
  ),
  define(
    'T24',
    'DeleteVersion',
    'deletes its neighbours, too',
    ['takes-it-away'],
    widening('DeleteVersion', 'versions', 'versionId'),
  ),
  define(
    'T25',
    'CreateService',
    'stores what it refuses',
    [/refuses-description-type/],
    leaving('CreateService', 'serviceName', {}),
  ),
  define(
    'T25',
    'CreateFunction',
    'stores what it refuses',
    [/refuses-memorySize-maximum/],
    leaving('CreateFunction', 'functionName', {
      handler: 'index.handler',
      runtime: 'nodejs8',
      code: { zipFile: 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==' },
    }),
  ),
  define(
    'T26',
    'UpdateFunction',
    'refuses and changes all the same',
    [/refuses-/],
    sideEffect('UpdateFunction', { description: 'changed' }),
  ),
  define(
    'T26',
    'UpdateService',
    'refuses and changes all the same',
    [/refuses-/],
    sideEffect('UpdateService', { description: 'changed' }),
  ),
  define(
    'T26',
    'UpdateAlias',
    'refuses and changes all the same',
    [/refuses-/],
    sideEffect('UpdateAlias', { description: 'changed' }),
  ),
  define(
    'T27',
    'DeleteService',
    'refuses and deletes the functions',
    ['refuses-a-service-that-has-a-function'],
    refusal('DeleteService', 409, async (_, call, { ask }) => {
      await deleteAll(call.path, 'functions', 'functionName', ask)
    }),
  ),
  define(
    'T27',
    'DeleteAlias',
    'refuses the wrong ETag and deletes all the same',
    ['refuses-an-etag-that-never-was'],
    refusal('DeleteAlias', 412, async (_, call, { ask }) => {
      await ask('DELETE', call.path)
    }),
  ),
  define(
    'T28',
    'GetTrigger',
    'changes what it reads',
    ['answers-the-same-twice'],
    success('GetTrigger', async (_, call, { ask }) => {
      await ask('PUT', call.path, { invocationRole: `acs:ram::1:role/read-${Math.random()}` })
    }),
  ),
  define(
    'T28',
    'GetService',
    'changes what it reads',
    ['answers-the-same-twice'],
    success('GetService', async (_, call, { ask }) => {
      if (!call.path.includes('.')) await ask('PUT', call.path, { description: `read ${Math.random()}` })
    }),
  ),
  define(
    'T30',
    'ListAliases',
    'shows another description than a read does',
    ['CreateAlias › is-listed'],
    entries('ListAliases', (entry) => {
      entry.description = 'another'
    }),
    { alsoNamed: ['CreateAlias'] },
  ),
  define(
    'T30',
    'GetFunction',
    'reads an alias as the unpublished state',
    ['answers-an-alias-as-its-version'],
    unqualified('GetFunction', /\.fct[^/]*/),
  ),
  define(
    'T30',
    'GetFunctionCode',
    'reads an alias as the unpublished state',
    ['answers-an-alias-as-its-version'],
    unqualified('GetFunctionCode', /\.fct[^/]*/),
  ),
  define(
    'T31',
    'CreateAlias',
    'does not look for the version',
    ['refuses-a-version-that-does-not-exist'],
    withAnyVersion('CreateAlias'),
  ),
  define(
    'T31',
    'UpdateAlias',
    'does not look for the version',
    ['refuses-a-version-that-does-not-exist'],
    withAnyVersion('UpdateAlias'),
  ),
  define(
    'T31',
    'CreateFunction',
    'makes the service where there is none',
    ['refuses-a-service-that-does-not-exist'],
    instead('CreateFunction', async ({ names }, { forward, ask }) => {
      const answer = await forward()
      if (answer.status !== 404) return answer
      await ask('POST', '/services', { serviceName: names.serviceName })
      return await forward()
    }),
  ),
  define(
    'T31',
    'PublishVersion',
    'makes the service where there is none',
    ['refuses-a-service-that-does-not-exist'],
    instead('PublishVersion', async ({ names }, { forward, ask }) => {
      const answer = await forward()
      if (answer.status !== 404) return answer
      await ask('POST', '/services', { serviceName: names.serviceName })
      return await forward()
    }),
  ),
  define(
    'T33',
    'GetFunction',
    'reads a version as the unpublished state',
    ['answers-a-version-as-it-was-published'],
    unqualified('GetFunction', /\.\d+/),
    { alsoNamed: ['PublishVersion'] },
  ),
  define(
    'T33',
    'ListFunctions',
    'lists a version as the unpublished state',
    ['answers-a-version-as-it-was-published'],
    unqualified('ListFunctions', /\.\d+/),
    { alsoNamed: ['PublishVersion'] },
  ),
  define(
    'T33',
    'PublishVersion',
    'loses the functions that are deleted later',
    ['keeps-a-function-that-is-deleted-later'],
    losing(),
  ),
  define(
    'T34',
    'PublishVersion',
    'gives the number of a deleted version again',
    ['gives-the-number-of-a-deleted-version-never-again'],
    renumbering(),
  ),
  define('T36', 'GetTrigger', 'finds a trigger under every function', [/./], elsewhere('GetTrigger')),
  define(
    'T36',
    'ListTriggers',
    'lists the triggers of the whole service',
    ['lists-the-triggers-of-its-own-function-only'],
    ofTheWholeService(),
  ),
  define(
    'T38',
    'CreateFunction',
    'wants names that are unique in the account',
    ['takes-one-name-in-two-services'],
    unique('CreateFunction', 'functionName', 'FunctionAlreadyExists'),
  ),
  define(
    'T38',
    'CreateTrigger',
    'wants names that are unique in the account',
    ['takes-one-name-for-two-functions'],
    unique('CreateTrigger', 'triggerName', 'TriggerAlreadyExists'),
  ),
  define(
    'T38',
    'CreateAlias',
    'wants names that are unique in the account',
    ['takes-one-name-in-two-services'],
    unique('CreateAlias', 'aliasName', 'AliasAlreadyExists'),
  ),
  define(
    'T42',
    'GetFunctionCode',
    'gives other bytes than were uploaded',
    ['answers-an-address-with-the-code'],
    answers(
      undefined,
      (status) => status === 200,
      (answer, call) => {
        if (call.path.includes('/code') && call.operation === undefined) setBytes(answer, answer.body.subarray(1))
      },
    ),
  ),
]

function dropping(operation: string, field: string): Wrap {
  return before(operation, ({ request }) => {
    const { [field]: _, ...rest } = readRow(request) ?? {}
    return readRow(request) && { body: rest }
  })
}

function storing(operation: string, field: string, change: (value: unknown) => unknown): Wrap {
  return before(operation, ({ request }) => {
    const body = readRow(request)
    const { [field]: value } = body ?? {}
    const isKind =
      field === 'description' ? typeof value === 'string' : value !== undefined && typeof value !== 'string'
    return body && isKind ? { body: { ...body, [field]: change(value) } } : undefined
  })
}

function changed(operation: string, field: string, change: (value: unknown) => unknown): Wrap {
  return row(operation, (body) => {
    if (body[field] !== undefined) body[field] = change(body[field])
  })
}

function forgetting(operation: string, name: string): Wrap {
  return success(operation, async (answer, { path }, { ask }) => {
    await ask('DELETE', `${path}/${readRow(answer)?.[name]}`)
  })
}

function withoutNewest(operation: string, list: string): Wrap {
  return row(operation, (body) => {
    if (!Array.isArray(body[list]) || body[list].length === 0) return
    const times = body[list].map((entry: Row) => String(entry.createdTime))
    const newest = times.indexOf(times.toSorted().at(-1) ?? '')
    body[list] = body[list].filter((_, index) => index !== newest)
  })
}

/** Lists entries as they were created. */
function stale(create: string, list: string, field: string, name: string): Wrap {
  return (server) => {
    const first = new Map<unknown, Row>()
    const remember = row(create, (body) => {
      first.set(body[name], { ...body })
    })
    const recall = row(list, (body) => {
      if (Array.isArray(body[field])) body[field] = body[field].map((entry: Row) => first.get(entry[name]) ?? entry)
    })
    return recall(remember(server))
  }
}

/** After an update, a read answers for a while what was before. */
export function cached(update: string, read: string, forMs: number): Wrap {
  return (server) => {
    const kept = new Map<string, { readonly answer: Answer; readonly until: number }>()
    const keep = instead(update, async ({ path }, { forward, ask }) => {
      const old = await ask('GET', path)
      const answer = await forward()
      if (answer.status < 300 && old.status === 200) kept.set(path, { answer: old, until: Date.now() + forMs })
      return answer
    })
    const answerOld = instead(read, async ({ path }, { forward }) => {
      const old = kept.get(path)
      return old && Date.now() < old.until ? { ...old.answer } : await forward()
    })
    const end = instead(read.replace('Get', 'Delete'), async ({ path }, { forward }) => {
      kept.delete(path)
      return await forward()
    })
    return end(answerOld(keep(server)))
  }
}

function resetting(operation: string, fields: Row): Wrap {
  return before(operation, ({ request }) => {
    const body = readRow(request)
    return body && { body: { ...fields, ...body } }
  })
}

/** After an update, a field has another value for good. */
function moved(update: string, read: string, field: string, value: string): Wrap {
  return (server) => {
    const updated = new Set<string>()
    return row([update, read], (body, { operation, path }) => {
      if (operation?.id === update) updated.add(path)
      if (updated.has(path)) body[field] = value
    })(server)
  }
}

function upserting(operation: string, field: string, fields: Row): Wrap {
  return instead(operation, async ({ path, names, request }, { forward, ask }) => {
    const answer = await forward()
    if (answer.status !== 404) return answer
    await ask('POST', path.replace(/\/[^/]+$/, ''), { ...fields, ...readRow(request), [field]: names[field] })
    return await forward()
  })
}

function spreading(operation: string): Wrap {
  return success(operation, async (_, { path, request }, { ask }) => {
    const above = path.replace(/\/[^/]+$/, '')
    const list = Object.values(readRow(await ask('GET', `${above}?limit=100`)) ?? {}).find(Array.isArray) ?? []
    for (const entry of list) {
      const name = entry.functionName ?? entry.triggerName ?? entry.aliasName
      await ask('PUT', `${above}/${name}`, readRow(request))
    }
  })
}

function keeping(operation: string): Wrap {
  return instead(operation, async ({ path, request }, { ask }) => {
    const isVersion = operation === 'DeleteVersion'
    const found = await ask('GET', isVersion ? path.replace('/versions/', '.') : path)
    if (found.status !== 200) return found
    const id = headerOf(request, 'x-fc-request-id') ?? `kept-${Math.random()}`
    return { status: 204, headers: [['X-Fc-Request-Id', id]], body: new Uint8Array() }
  })
}

function lingering(remove: string, list: string, field: string, name: string): Wrap {
  return (server) => {
    const gone = new Map<string, Row[]>()
    const remember = instead(remove, async ({ path }, { forward, ask }) => {
      const old = readRow(await ask('GET', path))
      const answer = await forward()
      const above = path.replace(/\/[^/]+$/, '')
      if (answer.status === 204 && old) gone.set(above, [...(gone.get(above) ?? []), old])
      return answer
    })
    const recall = row(list, (body, { path, query }) => {
      const old = (gone.get(path) ?? []).filter((entry) => String(entry[name]).startsWith(query.get('prefix') ?? ''))
      if (Array.isArray(body[field])) body[field] = [...body[field], ...old]
    })
    return recall(remember(server))
  }
}

/** A second creation under one name takes what it does not name from the first. */
function resurrecting(create: string, name: string): Wrap {
  return (server) => {
    const old = new Map<string, Row>()
    return before(create, ({ path, request }) => {
      const body = readRow(request)
      if (!body) return undefined
      const key = `${path}/${body[name]}`
      const merged = { ...old.get(key), ...body }
      old.set(key, merged)
      return { body: merged }
    })(server)
  }
}

/** What a deleted service had is answered as an empty list. */
function afterDeletion(): Wrap {
  return (server) => {
    const deleted = new Set<string>()
    const remember = success('DeleteService', (_, { names }) => {
      deleted.add(names.serviceName ?? '')
    })
    const recall = refusal(['ListFunctions', 'ListAliases', 'ListVersions'], 404, (answer, { names, operation }) => {
      if (!deleted.has(names.serviceName ?? '')) return
      answer.status = 200
      setJson(answer, { [operation?.id.replace('List', '').toLowerCase() ?? '']: [] })
    })
    return recall(remember(server))
  }
}

type Ask = (method: string, path: string, body?: unknown) => Promise<Answer>

async function deleteAll(path: string, list: string, name: string, ask: Ask): Promise<void> {
  const found = readRow(await ask('GET', `${path}/${list}?limit=100`))?.[list]
  for (const entry of Array.isArray(found) ? found : []) {
    if (list === 'functions') await deleteAll(`${path}/${list}/${entry[name]}`, 'triggers', 'triggerName', ask)
    await ask('DELETE', `${path}/${list}/${entry[name]}`)
  }
}

function cascading(operation: string, list: string, name: string): Wrap {
  return instead(operation, async ({ path }, { forward, ask }) => {
    const answer = await forward()
    if (answer.status !== 409) return answer
    await deleteAll(path, list, name, ask)
    return await forward()
  })
}

function widening(operation: string, list: string, name: string): Wrap {
  return success(operation, async (_, { path }, { ask }) => {
    await deleteAll(path.replace(/\/[^/]+\/[^/]+$/, ''), list, name, ask)
  })
}

/** What was refused is stored, with what is needed and the name alone. */
function leaving(operation: string, name: string, fields: Row): Wrap {
  return refusal(operation, 400, async (_, { path, request }, { ask }) => {
    const { [name]: wanted } = readRow(request) ?? {}
    if (typeof wanted === 'string') await ask('POST', path, { ...fields, [name]: wanted })
  })
}

function sideEffect(operation: string, fields: Row): Wrap {
  return refusal(operation, 400, async (_, { path }, { ask }) => {
    await ask('PUT', path, fields)
  })
}

function unqualified(operation: string, qualifier: RegExp): Wrap {
  return before(operation, ({ path }) => ({ path: path.replace(qualifier, '') }))
}

/** Where the version is not there, the newest takes its place, and the answer says otherwise. */
function withAnyVersion(operation: string): Wrap {
  return instead(operation, async ({ path, request }, { forward, ask }) => {
    const answer = await forward()
    if (answer.status !== 404 || readRow(answer)?.ErrorCode !== 'VersionNotFound') return answer
    const above = path.replace(/\/aliases.*$/, '')
    const versions = readRow(await ask('GET', `${above}/versions`))?.versions
    const [newest] = Array.isArray(versions) ? versions : []
    const { versionId } = newest ?? {}
    return await forward({ body: { ...readRow(request), versionId, versionID: versionId } })
  })
}

/** Functions are deleted in every version, too. */
function losing(): Wrap {
  return (server) => {
    const gone = new Set<string>()
    const remember = success('DeleteFunction', (_, { names }) => {
      gone.add(`${names.serviceName}/${names.functionName}`)
    })
    const recall = success('GetFunction', (answer, { names }) => {
      if (names.qualifier !== undefined && gone.has(`${names.serviceName}/${names.functionName}`)) {
        dropHeader(answer, 'etag')
        refuse(answer, 'FunctionNotFound')
      }
    })
    return recall(remember(server))
  }
}

/** Numbers are one higher than the highest that is left. */
function renumbering(): Wrap {
  return (server) => {
    const deleted = new Map<string, string>()
    const remember = success('DeleteVersion', (_, { names }) => {
      deleted.set(names.serviceName ?? '', names.versionId ?? '')
    })
    const reuse = row('PublishVersion', (body, { names }) => {
      const id = deleted.get(names.serviceName ?? '')
      if (id !== undefined) body.versionId = id
    })
    return reuse(remember(server))
  }
}

/** A trigger that a path does not lead to is looked for under the other functions of the service. */
function elsewhere(operation: string): Wrap {
  return instead(operation, async ({ path, names }, { forward, ask }) => {
    const answer = await forward()
    const [service = ''] = /^\/services\/[^/]+/.exec(path) ?? []
    if (answer.status !== 404) return answer
    const functions = readRow(await ask('GET', `${service}/functions?limit=100`))?.functions
    for (const { functionName } of Array.isArray(functions) ? functions : []) {
      const found = await ask('GET', `${service}/functions/${functionName}/triggers/${names.triggerName}`)
      if (found.status === 200) return found
    }
    return answer
  })
}

function ofTheWholeService(): Wrap {
  return success('ListTriggers', async (answer, { path, names }, { ask }) => {
    const body = readRow(answer)
    const [service = ''] = /^\/services\/[^/]+/.exec(path) ?? []
    const functions = readRow(await ask('GET', `${service}/functions?limit=100`))?.functions
    const others: Row[] = []
    for (const { functionName } of Array.isArray(functions) ? functions : []) {
      if (functionName === names.functionName) continue
      const { triggers } = readRow(await ask('GET', `${service}/functions/${functionName}/triggers?limit=100`)) ?? {}
      if (Array.isArray(triggers)) others.push(...triggers)
    }
    if (body && Array.isArray(body.triggers)) setJson(answer, { ...body, triggers: [...body.triggers, ...others] })
  })
}

function unique(operation: string, name: string, code: Parameters<typeof refuse>[1]): Wrap {
  return fresh(() => {
    const paths = new Map<unknown, string>()
    return success(operation, async (answer, { path, request }, { ask }) => {
      const { [name]: wanted } = readRow(request) ?? {}
      const other = paths.get(wanted)
      if (other === undefined || other === path) {
        paths.set(wanted, path)
        return
      }
      await ask('DELETE', `${path}/${wanted}`)
      dropHeader(answer, 'etag')
      refuse(answer, code)
    })
  })
}
