import type { Tolerance } from '../core/assertions/tolerance.ts'

/** Where the pages leave open whether something is taken, or how it is refused. */
export const tolerances = {
  /** B27: what an If-Match of another state leads to is on no page. */
  wrongTag: {
    about: 'If-Match with a tag of another state',
    codes: ['PreconditionFailed', 'ConcurrentUpdateError', 'InvalidArgument'],
  },
  /** B27: the pages give tags without quotes, HTTP with them. */
  quotedTag: {
    about: 'If-Match with the tag in quotation marks',
    codes: ['PreconditionFailed', 'ConcurrentUpdateError', 'InvalidArgument'],
    succeeds: true,
  },
  /** B18: the table marks the body as not required. */
  updateWithoutBody: { about: 'UpdateFunction without a body', codes: ['InvalidArgument'], succeeds: true },
  /** B2: the page spells InstanceConcurrency, its responses instanceConcurrency. */
  smallConcurrency: {
    about: 'the spelling instanceConcurrency in an update',
    codes: ['InvalidArgument'],
    succeeds: true,
  },
  unknownField: { about: 'an unknown field in a body', codes: ['InvalidArgument'], succeeds: true },
  fixedField: { about: 'a field that the server chooses', codes: ['InvalidArgument'], succeeds: true },
  nullField: { about: 'a field that is null in an update', codes: ['InvalidArgument'], succeeds: true },
  /** X4: a code object that names neither bytes nor a place is on no page. */
  emptyCode: { about: 'a code object without any field', codes: ['InvalidArgument'], succeeds: true },
  /** The header is documented, what a wrong one leads to is not. */
  wrongChecksum: {
    about: 'X-Fc-Code-Checksum of other code',
    codes: ['InvalidArgument'],
    undocumented: [400, 412],
    succeeds: true,
  },
  /** B12: the page writes the date without the blank that HTTP has. */
  dateForm: { about: 'X-Fc-Date in a form of the page', codes: ['InvalidArgument'], succeeds: true },
  wrongDate: { about: 'X-Fc-Date that is no date', codes: ['InvalidArgument'], undocumented: [400], succeeds: true },
  /** The order of checks is nowhere stated. */
  badBodyForMissing: {
    about: 'a bad body for what does not exist',
    codes: ['InvalidArgument', 'ServiceNotFound', 'FunctionNotFound'],
  },
  wrongMediaType: {
    about: 'JSON under another media type',
    codes: ['InvalidArgument'],
    undocumented: [400],
    statuses: [415],
    succeeds: true,
  },
  /** X4 for an update; B24: settings that do not fit the runtime. */
  settingOfAnotherRuntime: {
    about: 'a port and probes with a runtime that has no server of its own',
    codes: ['InvalidArgument'],
    succeeds: true,
  },
  unsupportedMethod: { about: 'a method that no operation has', codes: [], statuses: [400, 403, 404, 405, 501] },
  unknownPath: { about: 'a path that no operation has', codes: [], statuses: [400, 403, 404, 405] },
} as const satisfies Record<string, Tolerance>
