import type { Api } from '../../schemas/core/api.ts'
import { withBytes, withConnection, withHeader, withJson, withoutHeader, withStatus, withText } from './changes.ts'
import { define } from './define.ts'
import { createEdits } from './edits.ts'
import type { Mutant } from './mutant.ts'
import { toListOfOne, toNothing, toWrapped } from './values.ts'

/** Where the operations of an API differ, for the mutants that all of them can have. */
export interface Place {
  readonly operation: string
  /** An optional field of requests and responses that holds a text, and one with a number. */
  readonly text: string
  readonly number: string
  /** The number is the server's own: no request has it. */
  readonly isOwn?: true
}

const form = ['response-matches-schema'] as const

/** Mutants of APIs with few operations: the same faults for each operation that responds with an object. */
export function toCommonMutants(api: Api, places: readonly Place[]): readonly Mutant[] {
  const {
    every,
    setResponseFields,
    instead,
    replaceStatus,
    refusal,
    replaceText,
    row,
    replaceErrorBody,
    stub,
    success,
  } = createEdits(api)
  return places.flatMap(({ operation, text, number, isOwn }): Mutant[] => {
    const refused = (other: number) => refusal(operation, undefined, withStatus(other))
    return [
      define('S03', operation, 'returns 201 for 200', form, replaceStatus(operation, 201)),
      define('S04', operation, 'returns 202 for 200', form, replaceStatus(operation, 202)),
      define('S05', operation, 'returns 203 for 200', form, replaceStatus(operation, 203)),
      define('S14', operation, 'returns 422 where it refuses', [/rejects-|-rejected$/], refused(422)),
      define('S15', operation, 'returns 200 where it refuses', [/rejects-|-rejected$/], refused(200)),
      define('S16', operation, 'returns 500 where it refuses', [/rejects-|-rejected$/], refused(500)),
      define('S27', operation, 'is not implemented', form, stub(operation, 501)),
      define(
        'B04',
        operation,
        'returns a number as text',
        form,
        row(operation, (body) => {
          body[number] = String(body[number])
        }),
      ),
      define(
        'B06',
        operation,
        'returns a number with a half',
        form,
        row(operation, (body) => {
          body[number] = Number(body[number]) + 0.5
        }),
      ),
      define(
        'B20',
        operation,
        'returns a field that nobody lists',
        ['response-has-no-undocumented-properties'],
        setResponseFields(operation, { colour: 'red' }),
      ),
      define(
        'B20',
        operation,
        'refuses with a field that nobody lists',
        ['error-has-no-undocumented-properties'],
        replaceErrorBody(operation, (body) => ({ ...body, colour: 'red' })),
        { as: 'envelope' },
      ),
      define('B25', operation, 'returns a list of one', form, success(operation, withJson(toListOfOne))),
      define(
        'B34',
        operation,
        'returns JSON that breaks off',
        form,
        success(
          operation,
          withBytes((body) => body.subarray(0, -3)),
        ),
      ),
      define('B35', operation, 'returns nothing with 200', form, success(operation, withBytes(toNothing))),
      define('B40', operation, 'wraps its response', [/./], success(operation, withJson(toWrapped))),
      define('B42', operation, 'returns HTML', form, success(operation, withText('text/html', '<html></html>'))),
      define(
        'H04',
        operation,
        'says that JSON is plain text',
        form,
        success(operation, withHeader('Content-Type', 'text/plain')),
      ),
      define(
        'H05',
        operation,
        'does not say what its body is',
        form,
        success(operation, withoutHeader('content-type')),
      ),
      define(
        'H16',
        operation,
        'gives one request id to all',
        ['response-has-request-id'],
        success(operation, withHeader(api.dialect.requestIdHeader, 'the id')),
      ),
      define(
        'T03',
        operation,
        'returns another number than was sent',
        [/./],
        row(operation, (body) => {
          body[number] = Number(body[number]) + 64
        }),
      ),
      define(
        'T04',
        operation,
        'trims texts',
        [/./],
        replaceText(operation, text, (value) => value.trim()),
      ),
      define(
        'E02',
        operation,
        'returns errors in HTML',
        [/rejects-|-rejected$/],
        refusal(operation, undefined, withText('text/html', '<h1>Error</h1>')),
      ),
      define(
        'E01',
        operation,
        'returns errors as it likes',
        [/rejects-|-rejected$/],
        replaceErrorBody(operation, () => ({ problem: 'no' })),
      ),
      ...(isOwn
        ? []
        : [
            define(
              'V29',
              operation,
              'takes a number in quotes',
              [/type-a-number-in-quotes/],
              replaceText(operation, number, Number),
            ),
          ]),
      define(
        'R01',
        operation,
        'breaks down at JSON that breaks off',
        ['truncated-json-is-rejected'],
        instead(operation, async (call, { forward }) => {
          const response = await forward()
          if (call.body === undefined) response.status = 500
          return response
        }),
      ),
      define('R21', operation, 'never returns', form, every(operation, withConnection('hang'))),
      define(
        'R22',
        operation,
        'closes the connection in the middle of its response',
        form,
        success(operation, withConnection('cut')),
      ),
    ]
  })
}
