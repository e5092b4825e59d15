import { dialect } from '../../schemas/huawei-functiongraph-v2/dialect.ts'
import type { Tolerance } from '../core/assertions/tolerance.ts'

/**
 * No page lists the codes (D29): a known code must fit its cause, and one that nobody knows passes with a documented
 * status.
 */
const anyBadRequest = { codes: ['FSS.0400'], undocumented: [400] } as const

/** How a field of a body that breaks its rule is refused: with the code of that field, or with the general one. */
export function toFieldRefusal(fields: readonly string[]): Tolerance {
  const own = Object.entries(dialect.invalidCodes ?? {})
    .filter(([field]) => fields.some((name) => name === field || name.startsWith(`${field}.`)))
    .map(([, code]) => code)
  // Which of the codes about code fits is open.
  const ofCode = fields.some((field) => /^(func_code|code_)/.test(field)) ? ['FSS.1011', 'FSS.1012'] : []
  const codes = [...new Set(['FSS.0400', ...own, ...ofCode])]
  return { about: `the code for a bad ${fields[0] ?? 'body'}`, codes, undocumented: [400] }
}

/** Where the pages leave open whether something is taken, or how it is refused. */
export const tolerances = {
  malformed: { about: 'a body that is not JSON', ...anyBadRequest },
  emptyBody: { about: 'a request without a body', ...anyBadRequest },
  missingFunction: { about: 'a function that does not exist', codes: ['FSS.1051'], undocumented: [404] },
  missingVersion: { about: 'a version that does not exist', codes: ['FSS.1052', 'FSS.1051'], undocumented: [404] },
  /** D25: a URN may name a version; what a change of a published one leads to is on no page. */
  latestVersion: {
    about: 'the URN with the version latest',
    codes: ['FSS.0400', 'FSS.1051', 'FSS.1052'],
    undocumented: [400, 404],
    succeeds: true,
  },
  otherProject: {
    about: 'a URN of another project than the path',
    codes: ['FSS.0400', 'FSS.0401', 'FSS.0403', 'FSS.1051'],
    undocumented: [400, 401, 403, 404],
  },
  brokenUrn: { about: 'a URN of another form', codes: ['FSS.0400', 'FSS.1051'], undocumented: [400, 404] },
  badBodyForMissing: {
    about: 'a bad body for a function that does not exist',
    codes: ['FSS.0400', 'FSS.1051', 'FSS.1005', 'FSS.1006'],
    undocumented: [400, 404],
  },
  unknownField: { about: 'an unknown field in a body', ...anyBadRequest, succeeds: true },
  nullField: { about: 'a field that is null', ...anyBadRequest, succeeds: true },
  wrongMediaType: { about: 'JSON under another media type', ...anyBadRequest, statuses: [415], succeeds: true },
  /** Y2: mandatory on the page, left out by clients. */
  noName: { about: 'settings without func_name', codes: ['FSS.0400', 'FSS.1002'], undocumented: [400], succeeds: true },
  /** Y3: both mandatory on the page; clients send either alone. */
  halfStrategy: {
    about: 'strategy_config with one of its fields',
    codes: ['FSS.0400', 'FSS.1026'],
    undocumented: [400],
    succeeds: true,
  },
  /** D3: a period in the text, none in two examples. */
  plainHandler: {
    about: 'a handler without a period',
    codes: ['FSS.0400', 'FSS.1003'],
    undocumented: [400],
    succeeds: true,
  },
  /** D2: at most 60 letters, and in the same cell at most 128 characters. */
  longHandler: {
    about: 'a handler of 128 characters',
    codes: ['FSS.0400', 'FSS.1003'],
    undocumented: [400],
    succeeds: true,
  },
  /** D24: Host={host_ip} in the text, JSON in the examples. */
  pairData: {
    about: 'user_data as name=value',
    codes: ['FSS.0400', 'FSS.1009'],
    undocumented: [400],
    succeeds: true,
  },
  /** D5: text in the table, a number in the examples. What is mounted is outside of the target. */
  mountUser: {
    about: 'user_id as a number or as text',
    codes: ['FSS.0400', 'FSS.1039', 'FSS.1075'],
    undocumented: [400],
    succeeds: true,
  },
  /** D14: an empty file means the default code. */
  emptyCode: {
    about: 'code that is empty',
    codes: ['FSS.0400', 'FSS.1011', 'FSS.1012'],
    undocumented: [400],
    succeeds: true,
  },
  unsupportedMethod: { about: 'a method that no operation has', codes: [], statuses: [400, 401, 403, 404, 405, 501] },
  unknownPath: { about: 'a path that no operation has', codes: [], statuses: [400, 401, 403, 404, 405] },
} as const satisfies Record<string, Tolerance>
