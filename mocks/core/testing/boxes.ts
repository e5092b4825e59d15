import { z } from 'zod'
import { baseApi } from '../../../schemas/core/api.ts'
import type { Dialect } from '../../../schemas/core/dialect.ts'
import type { ErrorCatalogue } from '../../../schemas/core/errors.ts'
import { seededRandom } from '../../../schemas/core/lib/random.ts'
import { json, noContent, operation, response } from '../../../schemas/core/operation.ts'
import { observed } from '../../../schemas/core/provenance.ts'
import { cite, type Source } from '../../../schemas/core/source.ts'
import { enumOf } from '../../../schemas/core/wire.ts'
import { ApiError } from '../api-error.ts'
import { manualClock } from '../clock.ts'
import { allParts } from '../parts.ts'
import { createEmulator, type EmulatorOptions } from '../emulator.ts'
import { apiMock, type HandlersOf } from '../handler.ts'
import { createIds } from '../ids.ts'
import type { StateModel } from '../store.ts'
import { testClient } from './client.ts'

/** A small API of boxes that contain a number, so that the tests of the core use no vendor's API. */
const source: Source = {
  id: '009',
  title: 'Boxes',
  url: 'https://boxes.example/api',
  published: '2016-08-15',
  sha256: '0'.repeat(64),
}

const name = z.string()
const box = { summary: 'A box', value: { name: 'example', weight: 1 } }
export const Box = z.object({ name, weight: z.int() })

const words = { tag: 'Box', summary: 'A box', description: 'A box.' }
export const operations = {
  putBox: operation({
    ...words,
    id: 'PutBox',
    method: 'put',
    path: '/boxes/{name}',
    source: cite(source, 'PutBox'),
    params: { path: { name } },
    body: json(
      z.object({
        weight: z.int().max(100),
        tags: z.record(z.string(), z.string()).optional(),
        lids: z.array(z.object({ size: z.int() })).optional(),
        key: z.object({ teeth: z.int() }).optional(),
        colour: z.string().meta(observed).optional(),
        shape: enumOf(['cube'], { observed: ['ball'] }).optional(),
        maker: z
          .object({ country: z.string().optional() })
          .meta({ ...observed, description: 'Stated by the source without its fields.' })
          .optional(),
      }),
      { description: 'The box.', examples: {} },
    ),
    success: { 200: response(Box, { description: 'The box.', headers: { ETag: z.string() }, examples: { box } }) },
    errors: ['Invalid', 'Malformed', 'TooLarge', 'BadLid', 'Full'],
  }),
  getBox: operation({
    ...words,
    id: 'GetBox',
    method: 'get',
    path: '/boxes/{name}',
    source: cite(source, 'GetBox'),
    params: {
      path: { name },
      query: { limit: z.int().max(9).default(3), order: enumOf(['up'], { observed: ['down'] }).optional() },
      header: { 'If-Match': name.optional(), 'X-Depth': name.meta(observed).optional() },
    },
    success: {
      200: response(Box, {
        description: 'The box.',
        headers: { ETag: z.string().meta({ examples: ['abc'] }) },
        examples: { box },
      }),
    },
    errors: ['Invalid', 'NotFound'],
  }),
  dropBox: operation({
    ...words,
    id: 'DropBox',
    method: 'delete',
    path: '/boxes/{name}',
    source: cite(source, 'DropBox'),
    params: { path: { name } },
    success: { 204: noContent('Gone.') },
    errors: ['NotFound'],
  }),
}
const errors = {
  Invalid: { status: 400, meaning: 'Invalid.', message: 'invalid' },
  Malformed: { status: 400, meaning: 'Malformed.', message: 'malformed' },
  TooLarge: { status: 413, meaning: 'Too large.', message: 'too large' },
  NoPath: { status: 404, meaning: 'No path.', message: 'no such path' },
  NoMethod: { status: 405, meaning: 'No method.', message: 'no such method' },
  Internal: { status: 500, meaning: 'Internal.', message: 'internal error' },
  NotFound: { status: 404, meaning: 'Not found.', message: 'not found' },
  BadLid: { status: 400, meaning: 'Bad lid.', message: 'bad lid' },
  Full: { status: 409, meaning: 'Full.', message: 'full' },
} as const satisfies ErrorCatalogue

const dialect: Dialect<keyof typeof errors> = {
  basePath: '/v9',
  hosts: [/^boxes\.example$/],
  server: { url: 'https://boxes.example', variables: {} },
  security: {},
  requestIdHeader: 'X-Box-Request',
  headerNames: { ETag: 'Etag' },
  errorModel: z.object({}),
  toErrorBody: ({ code, message, requestId }) => ({ code, message, requestId }),
  codes: {
    invalid: 'Invalid',
    malformed: 'Malformed',
    tooLarge: 'TooLarge',
    unknownPath: 'NoPath',
    unsupportedMethod: 'NoMethod',
    internal: 'Internal',
  },
  invalidCodes: { 'lids.size': 'BadLid', 'tags.toll': 'NotFound' },
}

export const boxes = baseApi({
  id: 'boxes',
  title: 'Boxes',
  version: '1',
  sources: [source],
  dialect,
  errors,
  operations,
})

export type Weights = Readonly<Record<string, number>>
export const state: StateModel<Weights> = { id: 'boxes', create: () => ({}) }

/** Weights of 90 and more are stored first and then fail in different ways. */
export const handlers: HandlersOf<typeof boxes, Weights> = {
  putBox: ({ path, body, state, apiError }) => {
    state.current = { ...state.current, [path.name]: body.weight }
    if (body.weight === 90) throw apiError('Full', 'this box is full')
    if (body.weight === 91) throw new Error('a secret of the implementation')
    const weight = body.weight === 92 ? 0.5 : body.weight
    return { status: 200, headers: { ETag: 'e1' }, body: { name: path.name, weight } }
  },
  getBox: ({ path, state, apiError }) => {
    const weight = state.current[path.name]
    if (weight === undefined) throw apiError('NotFound')
    return { status: 200, headers: { ETag: 'e1' }, body: { name: path.name, weight } }
  },
}

const boxMock = apiMock({
  api: boxes,
  state,
  handlers,
  authProfile: {
    schemes: ['fc-signature'],
    codes: {
      missing: 'Invalid',
      undated: 'Invalid',
      unknownKey: 'NotFound',
      mismatch: 'Full',
      skewed: 'Malformed',
      forbidden: 'TooLarge',
    },
    accounts: [
      { in: 'header', name: 'x-box-account' },
      { in: 'path', pattern: /^\/v9\/boxes\/of-(\w+)-/ },
    ],
  },
  // Weights by name.
  seed: (root, part) => {
    if (typeof part !== 'object' || part === null) throw new TypeError('must be an object')
    for (const [box, weight] of Object.entries(part)) {
      if (typeof weight !== 'number') throw new ApiError('Invalid', { message: `${box}: must be a number` })
    }
    return { ...root, ...part }
  },
})

/** The clock of the responses starts at 0 and does not move. */
export function createBoxes(options: Partial<EmulatorOptions> = {}) {
  const clock = manualClock(0)
  const emulator = createEmulator({ mocks: [boxMock], clock, ids: createIds(seededRandom(1)), ...options }, allParts)
  return { clock, emulator, send: testClient(emulator) }
}
