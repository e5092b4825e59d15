import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { inlineRequest, zipRequest } from '../../schemas/huawei-functiongraph-v2/examples/function-code.ts'
import { ApiError } from '../core/api-error.ts'
import { type CodeRequest, type StoredCode, toStoredCode } from './code.ts'

const read = (request: CodeRequest, before?: StoredCode) =>
  toStoredCode(request, 'Python3.9', before, (code, message = '') => new ApiError(code, { message }))

const toSha512 = (bytes: Uint8Array) => createHash('sha512').update(bytes).digest('hex')
const toBase64 = (size: number, start = '') => Buffer.alloc(size).fill(start, 0, start.length).toString('base64')

test.each([
  ['inline', inlineRequest.value],
  ['zip', zipRequest.value],
])('code has the size and the SHA-512 of its bytes: %s', (type, request) => {
  const file = request.func_code?.file ?? ''
  const bytes = Buffer.from(file, 'base64')
  expect(read(request)).toEqual({
    type,
    filename: request.code_filename,
    link: '',
    file,
    size: bytes.length,
    digest: toSha512(bytes),
  })
})

test('inline code may be an archive, as in the example of the source', () => {
  expect(read({ ...zipRequest.value, code_type: 'inline' })).toMatchObject({ type: 'inline', size: 286 })
})

test.each([
  ['inline', 'def handler(event, context):\n    return event\n'],
  ['zip', `PK\x05\x06${'\0'.repeat(18)}`],
  ['jar', `PK\x05\x06${'\0'.repeat(18)}`],
] as const)('code that is left blank is the default code: %s', (code_type, text) => {
  const absent = read({ code_type, code_filename: 'a', func_code: {} })
  expect(atob(absent.file ?? '')).toBe(text)
  expect(absent).toMatchObject({ size: text.length, digest: toSha512(Buffer.from(text, 'latin1')) })
  expect(read({ code_type, code_filename: 'a', func_code: { file: '', link: '' } })).toEqual(absent)
})

test('a runtime without default text has empty default code', () => {
  const request = { code_type: 'inline', func_code: {} } as const
  const apiError = (code: string) => new ApiError(code)
  expect(toStoredCode(request, 'Go1.x', undefined, apiError)).toMatchObject({ file: '', size: 0 })
})

test.each([
  ['code_url', (link: string): CodeRequest => ({ code_type: 'obs', code_url: link })],
  ['func_code.link', (link: string): CodeRequest => ({ code_type: 'zip', func_code: { link } })],
])('code behind %s is not read: digest and size follow from its URL', (field, toRequest) => {
  const [one, same, other] = ['https://a/b.zip', 'https://a/b.zip', 'https://a/c.zip'].map((link) =>
    read(toRequest(link)),
  )
  expect(one).toMatchObject({
    link: 'https://a/b.zip',
    file: undefined,
    digest: expect.stringMatching(/^[0-9a-f]{128}$/),
  })
  expect(one?.size).toBeGreaterThan(1023)
  expect(same).toEqual(one)
  expect([other?.digest === one?.digest, other?.size === one?.size]).toEqual([false, false])
  for (const link of ['b.zip', 'ftp://a/b.zip', 'https://', 'http:// /']) {
    expect(() => read(toRequest(link)), link).toThrow(
      expect.objectContaining({ code: 'FSS.1010', message: `${field}: must be an http or https URL` }),
    )
  }
})

test.each([undefined, ''])('code in OBS needs a URL: %j', (code_url) => {
  expect(() => read({ code_type: 'obs', code_url })).toThrow(expect.objectContaining({ code: 'FSS.1010' }))
})

test('a file takes precedence over a link, and the URL of code outside of OBS is ignored', () => {
  const { func_code } = inlineRequest.value
  const code = read({ code_type: 'inline', code_url: 'nonsense', func_code: { ...func_code, link: 'nonsense' } })
  expect(code).toMatchObject({ link: '', file: func_code?.file })
})

test('a file name is kept for code of the same type, and removed for another type', () => {
  const before = read(zipRequest.value)
  expect(read({ code_type: 'zip', func_code: {} }, before).filename).toBe('index.zip')
  expect(read({ code_type: 'zip', func_code: {}, code_filename: 'b.zip' }, before).filename).toBe('b.zip')
  expect(read({ code_type: 'inline', func_code: {} }, before).filename).toBeUndefined()
})

const KB = 1024
const MB = 1024 * KB

test.each([
  ['text that is not base64', 'inline', '%%%', 'FSS.1011', 'must be base64'],
  ['an invalid ZIP', 'zip', btoa('print(1)'), 'FSS.1011', 'must be a ZIP archive, because code_type is zip'],
  ['an invalid JAR', 'jar', btoa('P'), 'FSS.1011', 'must be a ZIP archive, because code_type is jar'],
  ['inline code over 10 KB', 'inline', toBase64(10 * KB + 1), 'FSS.1072', 'must have at most 10240 bytes'],
  ['a ZIP over 50 MB', 'zip', toBase64(50 * MB + 1, 'PK'), 'FSS.1071', 'must have at most 52428800 bytes'],
] as const)('%s is refused', (_, code_type, file, code, words) => {
  expect(() => read({ code_type, code_filename: 'a', func_code: { file } })).toThrow(
    expect.objectContaining({ code, message: expect.stringContaining(words) }),
  )
})

test('code of the largest size is accepted', () => {
  expect(read({ code_type: 'inline', func_code: { file: toBase64(10 * KB) } }).size).toBe(10 * KB)
  const largest = { file: toBase64(50 * MB, 'PK') }
  expect(read({ code_type: 'jar', code_filename: 'a.jar', func_code: largest }).size).toBe(50 * MB)
})
