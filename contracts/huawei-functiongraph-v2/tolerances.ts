import { dialect } from '../../schemas/huawei-functiongraph-v2/dialect.ts'
import type { Tolerance } from '../core/assertions/tolerance.ts'

/** An error for an invalid field of a body: the code of the field or the general one. The sources state no codes (D29). */
export function toFieldTolerance(fields: readonly string[]): Tolerance {
  const own = Object.entries(dialect.invalidCodes ?? {})
    .filter(([field]) => fields.some((name) => name === field || name.startsWith(`${field}.`)))
    .map(([, code]) => code)
  // Which of the codes for code applies is implementation-defined.
  const ofCode = fields.some((field) => /^(func_code|code_)/.test(field)) ? ['FSS.1011', 'FSS.1012'] : []
  const codes = [...new Set(['FSS.0400', ...own, ...ofCode])]
  return { about: `the code for an invalid ${fields[0] ?? 'body'}`, codes, undocumented: [400] }
}

/** A success passes, and an error with one of these codes, or with an unknown code and status 400. */
const open = (about: string, ...codes: readonly string[]) => ({
  about,
  codes: ['FSS.0400', ...codes],
  undocumented: [400],
  succeeds: true,
})

/** Implementation-defined behaviour of FunctionGraph v2 that no generic check covers. */
export const tolerances = {
  missingVersion: { about: 'a version that does not exist', codes: ['FSS.1052', 'FSS.1051'], undocumented: [404] },
  /** D25: a URN may name a version. No source states what an update of a published version does. */
  latestVersion: { ...open('the URN with the version latest', 'FSS.1051', 'FSS.1052'), undocumented: [400, 404] },
  otherProject: {
    about: 'a URN of another project than the path',
    codes: ['FSS.0400', 'FSS.0401', 'FSS.0403', 'FSS.1051'],
    undocumented: [400, 401, 403, 404],
  },
  malformedUrn: { about: 'a malformed URN', codes: ['FSS.0400', 'FSS.1051'], undocumented: [400, 404] },
  /** Y2: the source requires the field, some clients leave it out. */
  noName: open('settings without func_name', 'FSS.1002'),
  /** Y3: the source requires both fields, some clients send one. */
  partialStrategy: open('strategy_config with one of its fields', 'FSS.1026'),
  /** D3: the text requires a period, two examples have none. */
  plainHandler: open('a handler without a period', 'FSS.1003'),
  /** D2: one cell of the source states at most 60 letters and at most 128 characters. */
  longHandler: open('a handler of 128 characters', 'FSS.1003'),
  /** D24: the text has Host={host_ip}, the examples have JSON. */
  pairData: open('user_data as name=value', 'FSS.1009'),
  /** D5: a string in the table, a number in the examples. The file system is outside of the target. */
  mountUser: open('user_id as a number or as a string', 'FSS.1039', 'FSS.1075'),
  /** D14: an empty file means the default code. */
  emptyCode: open('code that is empty', 'FSS.1011', 'FSS.1012'),
} as const satisfies Record<string, Tolerance>
