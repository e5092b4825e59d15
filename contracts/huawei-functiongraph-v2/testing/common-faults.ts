import { type FaultCase, fitting, named } from '../../testing/detect.ts'
import { parseRow, rowIn } from '../../testing/fake-server.ts'
import { breakDown, isConstraint, isReading, type Operation, on, onRefusal, onSuccess, toRow } from './alterations.ts'
import { urn } from './fake.ts'

/** Faults that both operations can have. */
export function toCommonFaults(operation: Operation): readonly FaultCase[] {
  const of =
    (...names: readonly string[]): FaultCase['fails'] =>
    (check) =>
      check.operation === operation && named(...names)(check)
  const everyRefusal =
    /^(truncated-json|two-json-values|json-with-trailing-comma|json-with-comment|empty-body|non-json-body|missing-function|missing-version|urn-of-other-project|malformed-urn|invalid-body-for-missing-resource)-/
  return [
    {
      name: `${operation} returns 202`,
      fault: onSuccess(operation, (response, request) => {
        if (!isReading(request)) response.status = 202
      }),
      fails: of('response-matches-schema'),
    },
    {
      name: `${operation} returns another function`,
      fault: onSuccess(operation, (response) => Object.assign(rowIn(response), { func_urn: `${urn}-2` })),
      fails: of('response-matches-the-urn'),
    },
    {
      name: `${operation} returns no time`,
      fault: onSuccess(operation, (response) => Object.assign(rowIn(response), { last_modified: 'today' })),
      fails: of('response-has-time-of-change'),
    },
    {
      name: `${operation} returns 500 for a repeated request`,
      fault: onSuccess(operation, (response, request, state) => {
        if (isReading(request)) return
        const row = toRow(state)
        const isAgain = row.last === request.body
        state.set(urn, { ...row, last: request.body })
        if (isAgain) breakDown(response)
      }),
      fails: of('repeated-update-has-same-result'),
    },
    {
      name: `${operation} returns an undocumented property`,
      fault: onSuccess(operation, (response) => Object.assign(rowIn(response), { colour: 'red' })),
      fails: of('response-has-no-undocumented-properties'),
    },
    {
      name: `${operation} returns errors with an undocumented property`,
      fault: onRefusal(operation, (response) => Object.assign(rowIn(response), { colour: 'red' })),
      fails: of('error-has-no-undocumented-properties'),
    },
    {
      name: `${operation} returns the same request id in every response`,
      fault: onSuccess(operation, (response) => Object.assign(response.headers, { 'X-Request-Id': 'the id' })),
      fails: of('response-has-request-id'),
    },
    {
      name: `${operation} returns errors without a message`,
      fault: onRefusal(operation, (response) => {
        response.body = { error_code: rowIn(response).error_code, error_msg: '' }
      }),
      fails: of('error-names-the-reason'),
    },
    {
      name: `${operation} returns errors with 500`,
      fault: onRefusal(operation, breakDown),
      fails: (check) => isConstraint(operation, /^rejects-body-/)(check) || fitting(operation, everyRefusal)(check),
    },
    {
      name: `${operation} returns errors in another format`,
      fault: onRefusal(operation, (response) => {
        response.body = { ErrorCode: rowIn(response).error_code, ErrorMessage: 'no' }
      }),
      fails: (check) => fitting(operation, everyRefusal)(check),
    },
    {
      name: `${operation} returns an unrelated error code`,
      fault: onRefusal(operation, (response) => {
        response.body = { error_code: 'FSS.1075', error_msg: 'no' }
        response.status = 400
      }),
      fails: of('truncated-json-is-rejected', 'missing-function-is-rejected'),
    },
    {
      name: `${operation} returns 500 for implementation-defined cases`,
      fault: on(
        operation,
        () => true,
        (response, { body, headers, path }) => {
          const isOtherType = body !== '' && headers['content-type'] !== 'application/json'
          if (/noSuchField|:\{"\w+":null|[{,]"[A-Z]/.test(body) || isOtherType || path.includes(':latest/')) {
            breakDown(response)
          }
        },
      ),
      fails: of(
        'unknown-field-is-handled',
        'other-media-type-is-handled',
        'missing-media-type-is-handled',
        'media-type-with-charset-is-accepted',
        'nul-character-is-handled',
        'proto-key-is-handled',
        'out-of-range-number-is-handled',
        'deeply-nested-body-is-handled',
        'invalid-utf-8-is-handled',
        'urn-with-version-is-handled',
        'field-name-in-other-case-is-handled',
        'object-of-nulls-is-handled',
      ),
    },
    {
      name: `${operation}: undocumented methods and paths succeed`,
      fault: {
        alter: (response, { method, path }) => {
          if (method !== 'PUT' || path.includes('no-such')) Object.assign(response, { status: 200, body: {} })
        },
      },
      fails: of('unsupported-method-is-rejected', 'unknown-path-is-rejected'),
    },
    {
      name: `${operation} validates nothing`,
      fault: { validates: false },
      fails: isConstraint(operation, /^rejects-(?!body-)/),
    },
    {
      name: `${operation} stores rejected requests`,
      fault: onRefusal(operation, (_, { body }, state) => state.set(urn, { ...toRow(state), ...parseRow(body) })),
      fails: isConstraint(
        operation,
        operation === 'UpdateFunctionConfig'
          ? /^rejects-(description-type|pre_stop_timeout-maximum)-/
          : /^rejects-code_type-enum-/,
      ),
    },
    {
      name: `${operation} returns 500 for every value`,
      fault: onSuccess(operation, breakDown),
      fails: isConstraint(operation, /^accepts-/),
    },
  ]
}
