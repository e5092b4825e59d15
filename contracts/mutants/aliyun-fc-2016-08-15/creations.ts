import { dropHeader, type Row, readRow, setBytes } from '../response.ts'
import { define } from '../define.ts'
import { fresh } from '../kit.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { answering, answers, dropping, mending, refusal, refuse, rewriting, sending, success } from './edits.ts'
import { nameOf, someFunction, toNaming } from './resources.ts'

/** Section 4: what a creation stores. */
export const creationMutants: readonly Mutant[] = [
  define('T01', 'CreateTrigger', 'stores nothing', ['can-be-read-back', 'is-listed'], forgetting('CreateTrigger')),
  define('T01', 'CreateService', 'stores nothing', ['can-be-read-back', 'is-listed'], forgetting('CreateService')),
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
    answering('CreateFunction', 'timeout', (value) => Number(value) + 1),
  ),
  define(
    'T03',
    'CreateAlias',
    'answers another description than it stores',
    ['answers-200-with-what-was-created'],
    answering('CreateAlias', 'description', () => 'another'),
  ),
  define(
    'T04',
    'CreateService',
    'trims the description',
    ['keeps-a-text-to-the-character'],
    rewriting('CreateService', 'description', (text) => text.trim()),
  ),
  define(
    'T04',
    'CreateFunction',
    'stores the description in lower case',
    ['keeps-a-text-to-the-character'],
    rewriting('CreateFunction', 'description', (text) => text.toLowerCase()),
  ),
  define(
    'T05',
    'CreateFunction',
    'takes the default for the timeout, always',
    ['can-be-read-back'],
    sending('CreateFunction', 'timeout', (value) => (typeof value === 'string' ? value : 3)),
  ),
  define(
    'T05',
    'CreateService',
    'takes the default for internetAccess, always',
    ['can-be-read-back'],
    sending('CreateService', 'internetAccess', (value) => (typeof value === 'string' ? value : true)),
  ),
  define('T25', 'CreateService', 'stores what it refuses', [/refuses-description-type/], leaving('CreateService', {})),
  define(
    'T25',
    'CreateFunction',
    'stores what it refuses',
    [/refuses-memorySize-maximum/],
    leaving('CreateFunction', someFunction),
  ),
  define(
    'T31',
    'CreateFunction',
    'makes the service where there is none',
    ['refuses-a-service-that-does-not-exist'],
    withItsService('CreateFunction'),
  ),
  define(
    'T31',
    'PublishVersion',
    'makes the service where there is none',
    ['refuses-a-service-that-does-not-exist'],
    withItsService('PublishVersion'),
  ),
  define(
    'T38',
    'CreateFunction',
    'wants names that are unique in the account',
    ['takes-one-name-in-two-services'],
    unique('CreateFunction', 'FunctionAlreadyExists'),
  ),
  define(
    'T38',
    'CreateTrigger',
    'wants names that are unique in the account',
    ['takes-one-name-for-two-functions'],
    unique('CreateTrigger', 'TriggerAlreadyExists'),
  ),
  define(
    'T38',
    'CreateAlias',
    'wants names that are unique in the account',
    ['takes-one-name-in-two-services'],
    unique('CreateAlias', 'AliasAlreadyExists'),
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

function forgetting(operation: string): Wrap {
  return success(operation, async (answer, { path }, { ask }) => {
    await ask('DELETE', `${path}/${nameOf(readRow(answer))}`)
  })
}

/** What was refused is stored, with what is needed and the name alone. */
function leaving(operation: string, fields: Row): Wrap {
  return refusal(operation, 400, async (_, { path, request }, { ask }) => {
    const sent = readRow(request)
    if (typeof nameOf(sent) === 'string') await ask('POST', path, { ...fields, ...toNaming(sent) })
  })
}

/** Makes the service that is not there. */
function withItsService(operation: string): Wrap {
  return mending(operation, 404, ({ names }, ask) => ask('POST', '/services', { serviceName: names.serviceName }))
}

/** Refuses a name that is taken under another path. */
function unique(operation: string, code: Parameters<typeof refuse>[1]): Wrap {
  return fresh(() => {
    const paths = new Map<unknown, string>()
    return success(operation, async (answer, { path, request }, { ask }) => {
      const wanted = nameOf(readRow(request))
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
