import { toCrc64 } from '../../schemas/core/lib/crc64.ts'
import { type FakeFault, type MutableResponse, type Request, type Row, rowOf, type State } from './fake-fc.ts'
import { type Case, named } from './fault-case.ts'
import { onRefused, onSuccess } from './operation-faults.ts'

/** Servers that return the code of another function, or omit a part of an ETag. */
export const codeFaults: readonly Case[] = [
  {
    name: 'UpdateFunction replaces the code before it compares If-Match',
    fault: onRefused('UpdateFunction', (response, request, state) => {
      if (response.status === 412) Object.assign(state.get(request.path) ?? {}, toCodeFacts(request))
    }),
    fails: named('UpdateFunction', 'failed-if-match-keeps-code'),
  },
  {
    name: 'CreateFunction replaces the code of the existing function at a duplicate',
    fault: onRefused('CreateFunction', (response, request, state) => {
      const key = `${request.path}/${JSON.parse(response.status === 409 ? request.body : '{}').functionName}`
      Object.assign(state.get(key) ?? {}, toCodeFacts(request))
    }),
    fails: named('CreateFunction', 'rejected-duplicate-keeps-code'),
  },
  {
    name: 'UpdateFunction creates missing functions',
    fault: onRefused('UpdateFunction', (response, request, state) => {
      if (response.status !== 404 || !request.body.includes('"runtime"')) return
      state.set(request.path, toCodeFacts(request))
      Object.assign(response, { status: 200, headers: { ...response.headers, ETag: 'a' }, body: toCodeFacts(request) })
    }),
    fails: named('UpdateFunction', 'update-with-full-body-does-not-create'),
  },
  {
    name: 'all functions with other code have the same ETag',
    fault: {
      alter: (response, { operation }) => {
        if (operation?.endsWith('Function') && response.headers.ETag) response.headers.ETag = 'the tag'
      },
    },
    fails: named('UpdateFunction', 'new-code-changes-etag'),
  },
  {
    name: 'UpdateFunction does not change the time for new code',
    fault: keepTimeOfCode(),
    fails: named('UpdateFunction', 'code-update-changes-last-modified-time'),
  },
  {
    name: 'GetFunctionCode always returns its first response',
    fault: remember(
      ({ operation }) => operation === 'GetFunctionCode',
      (path) => path,
    ),
    fails: named('GetFunctionCode', 'updated-code-is-returned', 'recreated-function-returns-its-new-code'),
  },
  {
    name: 'GetFunctionCode finds code by the name of the function alone',
    fault: remember(
      ({ operation }) => operation === 'GetFunctionCode',
      (path) => path.replace(/^\/services\/[^/]+/, ''),
    ),
    fails: named('GetFunctionCode', 'same-name-functions-keep-their-own-code'),
  },
  {
    name: 'UpdateFunction replaces the code of every function of the service',
    fault: onSuccess('UpdateFunction', (_, request, state) => {
      const above = request.path.replace(/[^/]+$/, '')
      for (const [key, row] of state) if (key.startsWith(above)) Object.assign(row, toCodeFacts(request))
    }),
    fails: named('UpdateFunction', 'update-keeps-code-of-function-with-same-code'),
  },
  {
    name: 'If-Match is compared up to the length of the shorter ETag',
    fault: compareBeginnings(),
    fails: ({ name }) => name === 'partial-etag-is-rejected',
  },
]

/** Not a violation with the profile `documented`: checksums of another CRC-64 variant. */
export const otherChecksums: FakeFault = {
  alter: (response) => {
    if (response.body === undefined) return
    response.body = JSON.parse(JSON.stringify(response.body), (field, value: unknown) =>
      field === 'codeChecksum' || field === 'checksum' ? String(BigInt(String(value)) ^ 1n) : value,
    )
  },
}

/** The fields that a function gets from the code of a request. Empty without code. */
function toCodeFacts({ body }: Request): Row {
  const [, text] = /"zipFile":"([^"]*)"/.exec(body) ?? []
  if (text === undefined) return {}
  const bytes = Buffer.from(text, 'base64')
  return { codeSize: bytes.length, codeChecksum: toCrc64(bytes) }
}

/** Returns the first response for a key again. */
function remember(applies: (request: Request) => boolean, toKey: (path: string) => string): FakeFault {
  const first = new Map<string, unknown>()
  return {
    alter: (response, request) => {
      if (!applies(request) || response.status !== 200) return
      const key = toKey(request.path)
      if (!first.has(key)) first.set(key, response.body)
      response.body = first.get(key)
    },
  }
}

function keepTimeOfCode(): FakeFault {
  const times = new Map<string, unknown>()
  return {
    before: ({ path }: Request, state: State) => {
      times.set(path, state.get(path)?.lastModifiedTime)
    },
    alter: (response: MutableResponse, { operation, path, body }, state) => {
      if (operation !== 'UpdateFunction' || response.status !== 200 || !body.startsWith('{"code":')) return
      const lastModifiedTime = times.get(path)
      Object.assign(state.get(path) ?? {}, { lastModifiedTime })
      Object.assign(rowOf(response), { lastModifiedTime })
    },
  }
}

function compareBeginnings(): FakeFault {
  const seen = new Set<string>()
  return {
    before: ({ headers }) => {
      const tag = headers['if-match']
      const whole = tag && [...seen].find((item) => item.startsWith(tag) || tag.startsWith(item))
      if (whole) headers['if-match'] = whole
    },
    alter: ({ headers }) => {
      if (headers.ETag) seen.add(headers.ETag)
    },
  }
}
