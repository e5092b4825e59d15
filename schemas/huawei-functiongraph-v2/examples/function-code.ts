import type { z } from 'zod'
import type { Example } from '../../core/operation.ts'
import type { FunctionCode } from '../models/function-code.ts'
import type { UpdateFunctionCodeRequest } from '../models/update-function-code-request.ts'

/** The type of the code is more precise than in the model, because the code is no container image. */
type Request = Example<z.input<typeof UpdateFunctionCodeRequest> & { code_type: 'inline' | 'zip' }>

/** A ZIP archive with one file, index.py. Source: 002 Example Requests. */
const zipFile =
  'UEsDBAoAAAAIAPQ1M1gNImPLrAAAAAEBAAAIAAAAaW5kZXgucHlNjtEOgjAMRd/5igVfxDAlxhjDo0S/wB+YrMgMdMvWGYnh390wEfrU3nvb0xXjG85qLRU+Sk8NP0UhUb3RltjTaUwkNKwVKDuwbA0vQMrDAhK8KSsTFsoCeYvsMw2xUkeCvKu0hLRk+6LIZ0u5s3BwPFwwUEEG/yo6B4vEXcshyBG+lb437kfNFpEWhATrQmqGTkYVH0Pit8FEdCqM6VQtSGncxYPpPz5O3fgFUEsBAh4DCgAAAAgA9DUzWA0iY8usAAAAAQEAAAgAAAAAAAAAAAAAAPMCAAAAAGluZGV4LnB5UEsFBgAAAAABAAEANgAAANIAAAAAAA=='

/** The file in the archive: a Python handler that returns its event. */
const sourceFile =
  'IyAtKi0gY29kaW5nOnV0Zi04IC0qLQppbXBvcnQganNvbgpkZWYgaGFuZGxlciAoZXZlbnQsIGNvbnRleHQpOgogICAgcmV0dXJuIHsKICAgICAgICAic3RhdHVzQ29kZSI6IDIwMCwKICAgICAgICAiaXNCYXNlNjRFbmNvZGVkIjogRmFsc2UsCiAgICAgICAgImJvZHkiOiBqc29uLmR1bXBzKGV2ZW50KSwKICAgICAgICAiaGVhZGVycyI6IHsKICAgICAgICAgICAgIkNvbnRlbnQtVHlwZSI6ICJhcHBsaWNhdGlvbi9qc29uIgogICAgICAgIH0KICAgIH0='

/** Source: 002 Example Requests, the first, with a source file instead of the archive (quirk D26). */
export const inlineRequest: Request = {
  summary: 'Code as source text',
  value: { code_filename: 'index.py', code_type: 'inline', func_code: { file: sourceFile } },
}

/** Source: 002 Example Requests, the second. */
export const zipRequest: Request = {
  summary: 'Code in a ZIP archive',
  value: { code_filename: 'index.zip', code_type: 'zip', func_code: { file: zipFile } },
}

/** Source: 002 Example Responses, 200, with consistent code, size, digest and runtime (quirk D27). */
export const functionCode: Example<z.input<typeof FunctionCode>> = {
  summary: 'A function',
  value: {
    func_urn: 'urn:fss:xxxxxxxxxxxx:7aad83af3e8d42e99ac194e8419e2c9b:function:default:test:latest',
    func_name: 'test',
    domain_id: '14ee2e3501124efcbca7998baa24xxxx',
    runtime: 'Python3.9',
    code_type: 'inline',
    code_filename: 'index.py',
    code_size: 257,
    digest:
      'c3c89474635280047b419966166b2ab26701b692ab5213fc2711bde5b65363127bb77e9136d59ef0c8a5fc1b1de4ae0fbea42d7ac3b3e6ac576e14c1f14f37b1',
    last_modified: '2019-10-31 11:37:58',
    func_code: { file: sourceFile, link: '' },
    strategy_config: { concurrency: -1 },
  },
}
