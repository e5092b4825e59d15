import { huaweiFunctionGraphV2 } from '../../schemas/huawei-functiongraph-v2/api.ts'
import type { JsonObject } from '../core/assertions/expect-response.ts'
import type { CheckContext } from '../core/check.ts'
import type { CoreContext } from '../core/context.ts'
import type { FixtureSpec, Fixtures } from '../core/fixtures/fixtures.ts'
import { toZip } from '../core/generate/zip.ts'

const { updateFunctionConfig, updateFunctionCode } = huaweiFunctionGraphV2.operations

/**
 * The fixtures of the checks. No operation of this API creates or reads a function. Each change of settings requires four
 * settings, so their values are needed to restore them.
 */
export const fixtureSpecs: readonly FixtureSpec[] = [
  {
    name: 'functionUrn',
    description: 'the URN of a function whose settings and code may be overwritten',
    example: 'urn:fss:cn-north-4:7aad83af3e8d42e99ac194e8419e2c9b:function:default:test',
    required: true,
    repeatable: true,
    form: {
      pattern: /^urn:fss:[^:]+:[^:]+:function:[^:]+:[^:]+$/,
      words: 'urn:fss:{region}:{project_id}:function:{package}:{name}',
    },
  },
  { name: 'runtime', description: 'the runtime that it has', example: 'Python3.9', required: true },
  {
    name: 'handler',
    description: 'its handler; index.handler unless given',
    example: 'index.handler',
    required: false,
  },
  {
    name: 'timeout',
    description: 'its time limit in seconds; 30 unless given',
    example: '30',
    required: false,
    form: { pattern: /^\d+$/, words: 'a number of seconds' },
  },
  {
    name: 'memorySize',
    description: 'its memory in MB; 128 unless given',
    example: '128',
    required: false,
    form: { pattern: /^\d+$/, words: 'a number of MB' },
  },
  {
    name: 'codeFile',
    description: 'the file with its code, which no operation reads; without it the code of the checks stays',
    example: './index.zip',
    required: false,
    isFile: true,
  },
]

export type FunctionPath = Readonly<Record<'project_id' | 'function_urn', string>>

export interface Code {
  readonly bytes: Uint8Array
  /** The bytes in base64. */
  readonly file: string
}

/** What the checks of FunctionGraph v2 send. */
export interface Fixture {
  /** Acquires a function of the fixture for the check. */
  readonly givenFunction: () => Promise<FunctionPath>
  /** A valid body of UpdateFunctionConfig: the settings that the function has, and these. */
  readonly settings: (path: FunctionPath, fields?: JsonObject) => JsonObject
  /** A valid body of UpdateFunctionCode with an archive. */
  readonly archive: (response: string, fields?: JsonObject) => JsonObject
  /** A valid body of UpdateFunctionCode with the text of a source file. */
  readonly inline: (response: string, fields?: JsonObject) => JsonObject
  readonly zip: (response: string) => Code
  readonly source: (response: string) => Code
  /** Changes the settings as set-up. */
  readonly givenSettings: (path: FunctionPath, fields?: JsonObject) => Promise<void>
  readonly givenCode: (path: FunctionPath, body: JsonObject) => Promise<void>
}

export type Context = CheckContext<Fixture>

export function createFixture({ supplied, acquire, given, target }: CoreContext): Fixture {
  const settings = (path: FunctionPath, fields: JsonObject = {}) => ({
    ...toLeastSettings(path.function_urn, supplied),
    ...fields,
  })
  return {
    async givenFunction() {
      return toPath(await acquire('functionUrn'))
    },
    settings,
    archive: (response, fields) => ({
      code_type: 'zip',
      code_filename: 'index.zip',
      func_code: { file: toArchive(response).file },
      ...fields,
    }),
    inline: (response, fields) => ({
      code_type: 'inline',
      code_filename: 'index.py',
      func_code: { file: toSource(response).file },
      ...fields,
    }),
    zip: toArchive,
    source: toSource,
    async givenSettings(path, fields) {
      await given(target.send(updateFunctionConfig, { path, body: settings(path, fields) }))
    },
    async givenCode(path, body) {
      await given(target.send(updateFunctionCode, { path, body }))
    },
  }
}

/** The path of a function. The URN contains the project. */
export function toPath(function_urn: string): FunctionPath {
  const [, , , project_id = ''] = function_urn.split(':')
  return { project_id, function_urn }
}

/** The present values of the settings that every change requires, and the name (Y2). */
export function toLeastSettings(urn: string, supplied: Fixtures): JsonObject {
  const read = (name: string, otherwise: string) => supplied[name]?.[0] ?? otherwise
  return {
    func_name: urn.split(':').at(-1) ?? '',
    runtime: read('runtime', 'Python3.9'),
    handler: read('handler', 'index.handler'),
    timeout: Number(read('timeout', '30')),
    memory_size: Number(read('memorySize', '128')),
  }
}

export function toArchive(response: string): Code {
  return toFile(toZip({ 'index.py': toText(response) }))
}

function toSource(response: string): Code {
  return toFile(Buffer.from(toText(response)))
}

function toText(response: string): string {
  return `def handler(event, context):\n    return ${JSON.stringify(response)}\n`
}

function toFile(bytes: Uint8Array): Code {
  return { bytes, file: Buffer.from(bytes).toString('base64') }
}
