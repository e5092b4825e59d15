import type { Api } from '../../schemas/core/api.ts'
import { withBytes, withConnection, withHeader, withJson, withoutHeader, withStatus, withText } from './changes.ts'
import { define } from './define.ts'
import { createEdits } from './edits.ts'
import type { Mutant } from './mutant.ts'
import { toEmptyBytes, toListOfOne, toWrapped } from './values.ts'

/** The operation and fields that the common mutants of an API apply to. */
export interface CommonTarget {
  readonly operation: string
  /** An optional string field and an optional number field of the request and the response. */
  readonly text: string
  readonly number: string
  /** The server sets the number field; requests do not contain it. */
  readonly isSetByServer?: true
}

const schema = ['response-matches-schema'] as const

/** The same mutants for each operation that returns an object. Used for APIs with few operations. */
export function toCommonMutants(api: Api, targets: readonly CommonTarget[]): readonly Mutant[] {
  const {
    editAllResponses,
    setResponseFields,
    intercept,
    replaceStatus,
    editErrors,
    mapRequestText,
    editObject,
    mapErrorBody,
    returnOnlyStatus,
    editSuccess,
  } = createEdits(api)
  return targets.flatMap(({ operation, text, number, isSetByServer }): Mutant[] => {
    const setErrorStatus = (other: number) => editErrors(operation, undefined, withStatus(other))
    return [
      define('S03', operation, 'returns 201 instead of 200', schema, replaceStatus(operation, 201)),
      define('S04', operation, 'returns 202 instead of 200', schema, replaceStatus(operation, 202)),
      define('S05', operation, 'returns 203 instead of 200', schema, replaceStatus(operation, 203)),
      define('S14', operation, 'returns 422 for errors', [/rejects-|-rejected$/], setErrorStatus(422)),
      define('S15', operation, 'returns 200 for errors', [/rejects-|-rejected$/], setErrorStatus(200)),
      define('S16', operation, 'returns 500 for errors', [/rejects-|-rejected$/], setErrorStatus(500)),
      define('S27', operation, 'returns 501', schema, returnOnlyStatus(operation, 501)),
      define(
        'B04',
        operation,
        'returns a number as a string',
        schema,
        editObject(operation, (body) => {
          body[number] = String(body[number])
        }),
      ),
      define(
        'B06',
        operation,
        'returns a fraction instead of an integer',
        schema,
        editObject(operation, (body) => {
          body[number] = Number(body[number]) + 0.5
        }),
      ),
      define(
        'B20',
        operation,
        'returns an undocumented field',
        ['response-has-no-undocumented-properties'],
        setResponseFields(operation, { colour: 'red' }),
      ),
      define(
        'B20',
        operation,
        'returns errors with an undocumented field',
        ['error-has-no-undocumented-properties'],
        mapErrorBody(operation, (body) => ({ ...body, colour: 'red' })),
        { as: 'envelope' },
      ),
      define('B25', operation, 'returns its object in an array', schema, editSuccess(operation, withJson(toListOfOne))),
      define(
        'B34',
        operation,
        'returns truncated JSON',
        schema,
        editSuccess(
          operation,
          withBytes((body) => body.subarray(0, -3)),
        ),
      ),
      define(
        'B35',
        operation,
        'returns 200 with an empty body',
        schema,
        editSuccess(operation, withBytes(toEmptyBytes)),
      ),
      define(
        'B40',
        operation,
        'wraps its response body in another object',
        [/./],
        editSuccess(operation, withJson(toWrapped)),
      ),
      define('B42', operation, 'returns HTML', schema, editSuccess(operation, withText('text/html', '<html></html>'))),
      define(
        'H04',
        operation,
        'returns JSON as text/plain',
        schema,
        editSuccess(operation, withHeader('Content-Type', 'text/plain')),
      ),
      define(
        'H05',
        operation,
        'returns no Content-Type',
        schema,
        editSuccess(operation, withoutHeader('content-type')),
      ),
      define(
        'H16',
        operation,
        'returns the same request id for every request',
        ['response-has-request-id'],
        editSuccess(operation, withHeader(api.dialect.requestIdHeader, 'the id')),
      ),
      define(
        'T03',
        operation,
        'returns a different number than was sent',
        [/./],
        editObject(operation, (body) => {
          body[number] = Number(body[number]) + 64
        }),
      ),
      define(
        'T04',
        operation,
        'removes white space around strings',
        [/./],
        mapRequestText(operation, text, (value) => value.trim()),
      ),
      define(
        'E02',
        operation,
        'returns errors in HTML',
        [/rejects-|-rejected$/],
        editErrors(operation, undefined, withText('text/html', '<h1>Error</h1>')),
      ),
      define(
        'E01',
        operation,
        'returns errors with undocumented fields only',
        [/rejects-|-rejected$/],
        mapErrorBody(operation, () => ({ problem: 'no' })),
      ),
      ...(isSetByServer
        ? []
        : [
            define(
              'V29',
              operation,
              'accepts a number as a string',
              [/type-a-number-in-quotes/],
              mapRequestText(operation, number, Number),
            ),
          ]),
      define(
        'R01',
        operation,
        'returns 500 for truncated JSON',
        ['truncated-json-is-rejected'],
        intercept(operation, async (call, { forward }) => {
          const response = await forward()
          if (call.body === undefined) response.status = 500
          return response
        }),
      ),
      define('R21', operation, 'never responds', schema, editAllResponses(operation, withConnection('hang'))),
      define(
        'R22',
        operation,
        'closes the connection after half of its response',
        schema,
        editSuccess(operation, withConnection('cut')),
      ),
    ]
  })
}
