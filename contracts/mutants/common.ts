import type { Api } from '../../schemas/core/api.ts'
import { withBytes, withConnection, withHeader, withJson, withoutHeader, withStatus, withText } from './changes.ts'
import { define } from './define.ts'
import { createEdits } from './edits.ts'
import type { Mutant } from './mutant.ts'
import { toListOfOne, toNothing, toWrapped } from './values.ts'

/** Where the operations of an API differ, for the mutants that all of them can have. */
export interface Place {
  readonly operation: string
  /** An optional field of requests and answers that holds a text, and one with a number. */
  readonly text: string
  readonly number: string
  /** The number is the server's own: no request has it. */
  readonly isOwn?: true
}

const form = ['response-matches-schema'] as const

/** Mutants of APIs with few operations: the same faults for each operation that answers with an object. */
export function toCommonMutants(api: Api, places: readonly Place[]): readonly Mutant[] {
  const { every, giving, instead, numbering, refusal, rewriting, row, shaping, stubbing, success } = createEdits(api)
  return places.flatMap(({ operation, text, number, isOwn }): Mutant[] => {
    const refused = (other: number) => refusal(operation, undefined, withStatus(other))
    return [
      define('S03', operation, 'answers 201 for 200', form, numbering(operation, 201)),
      define('S04', operation, 'answers 202 for 200', form, numbering(operation, 202)),
      define('S05', operation, 'answers 203 for 200', form, numbering(operation, 203)),
      define('S14', operation, 'answers 422 where it refuses', [/rejects-|-rejected$/], refused(422)),
      define('S15', operation, 'answers 200 where it refuses', [/rejects-|-rejected$/], refused(200)),
      define('S16', operation, 'answers 500 where it refuses', [/rejects-|-rejected$/], refused(500)),
      define('S27', operation, 'is not implemented', form, stubbing(operation, 501)),
      define(
        'B04',
        operation,
        'answers a number as text',
        form,
        row(operation, (body) => {
          body[number] = String(body[number])
        }),
      ),
      define(
        'B06',
        operation,
        'answers a number with a half',
        form,
        row(operation, (body) => {
          body[number] = Number(body[number]) + 0.5
        }),
      ),
      define(
        'B20',
        operation,
        'answers a field that nobody lists',
        ['response-has-no-undocumented-properties'],
        giving(operation, { colour: 'red' }),
      ),
      define(
        'B20',
        operation,
        'refuses with a field that nobody lists',
        ['error-has-no-undocumented-properties'],
        shaping(operation, (body) => ({ ...body, colour: 'red' })),
        { as: 'envelope' },
      ),
      define('B25', operation, 'answers a list of one', form, success(operation, withJson(toListOfOne))),
      define(
        'B34',
        operation,
        'answers JSON that breaks off',
        form,
        success(
          operation,
          withBytes((body) => body.subarray(0, -3)),
        ),
      ),
      define('B35', operation, 'answers nothing with 200', form, success(operation, withBytes(toNothing))),
      define('B40', operation, 'wraps its answer', [/./], success(operation, withJson(toWrapped))),
      define('B42', operation, 'answers HTML', form, success(operation, withText('text/html', '<html></html>'))),
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
        'answers another number than was sent',
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
        rewriting(operation, text, (value) => value.trim()),
      ),
      define(
        'E02',
        operation,
        'answers errors in HTML',
        [/rejects-|-rejected$/],
        refusal(operation, undefined, withText('text/html', '<h1>Error</h1>')),
      ),
      define(
        'E01',
        operation,
        'answers errors as it likes',
        [/rejects-|-rejected$/],
        shaping(operation, () => ({ problem: 'no' })),
      ),
      ...(isOwn
        ? []
        : [
            define(
              'V29',
              operation,
              'takes a number in quotes',
              [/type-a-number-in-quotes/],
              rewriting(operation, number, Number),
            ),
          ]),
      define(
        'R01',
        operation,
        'breaks down at JSON that breaks off',
        ['truncated-json-is-rejected'],
        instead(operation, async (call, { forward }) => {
          const answer = await forward()
          if (call.body === undefined) answer.status = 500
          return answer
        }),
      ),
      define('R21', operation, 'never answers', form, every(operation, withConnection('hang'))),
      define(
        'R22',
        operation,
        'closes the connection in the middle of its answer',
        form,
        success(operation, withConnection('cut')),
      ),
    ]
  })
}
