import { type FaultCase, fitting, named } from '../../testing/detect.ts'
import { parseRow, rowIn } from '../../testing/fake-server.ts'
import { breakDown, isConstraint, type Operation, on, onRefusal, onRow, onSuccess } from './alterations.ts'

/** Faults that both operations can have. */
export function toCommonFaults(operation: Operation): readonly FaultCase[] {
  const of =
    (...names: readonly string[]): FaultCase['fails'] =>
    (check) =>
      check.operation === operation && named(...names)(check)
  return [
    {
      name: `${operation} returns 203`,
      fault: onSuccess(operation, (response) => {
        response.status = 203
      }),
      fails: of('response-matches-schema', 'documented-headers-are-accepted'),
    },
    {
      name: `${operation} returns no ETag`,
      fault: onSuccess(operation, (response) => delete response.headers.ETag),
      fails: of('response-has-documented-headers'),
    },
    {
      name: `${operation} returns an undocumented property`,
      fault: onSuccess(operation, (response) => {
        rowIn(response).colour = 'red'
      }),
      fails: of('response-has-no-undocumented-properties'),
    },
    {
      name: `${operation} returns errors with an undocumented property`,
      fault: onRefusal(operation, (response) => Object.assign(rowIn(response), { colour: 'red' })),
      fails: of('error-has-no-undocumented-properties'),
    },
    {
      name: `${operation} returns the same request id in every response`,
      fault: on(
        operation,
        () => true,
        (response) => {
          response.headers['X-Fc-Request-Id'] = 'the id'
        },
      ),
      fails: of('response-has-request-id', 'error-request-id-equals-header'),
    },
    {
      name: `${operation} returns errors with 422`,
      fault: onRefusal(operation, (response) => {
        response.status = 422
      }),
      fails: (check) =>
        fitting(operation, /^(non-json-body|empty-body|.*json.*)-(is|are)-rejected$/)(check) ||
        isConstraint(operation, /^rejects-body-/)(check),
    },
    {
      name: `${operation} returns errors in another envelope`,
      fault: onRefusal(operation, (response) => {
        response.body = { ErrorCode: rowIn(response).Code, ErrorMessage: 'no' }
      }),
      fails: of('truncated-json-is-rejected', 'missing-service-is-rejected'),
    },
    {
      name: `${operation} returns errors with 500`,
      fault: onRefusal(operation, breakDown),
      fails: of(
        'missing-service-is-rejected',
        'invalid-body-in-missing-service-is-handled',
        'invalid-body-for-missing-resource-is-rejected',
        'missing-body-is-handled',
      ),
    },
    {
      name: `${operation} returns 500 for implementation-defined cases`,
      fault: on(
        operation,
        () => true,
        (response, { body, headers }) => {
          const isEdgeCase =
            /noSuchField|2001-02-03|:null|[{,]"(Handler|Runtime)":/.test(body) ||
            (body !== '' && headers['content-type'] !== 'application/json')
          if (isEdgeCase || headers['x-fc-date'] !== undefined) breakDown(response)
        },
      ),
      fails: of(
        'unknown-field-is-handled',
        'server-set-fields-in-request-are-ignored',
        'other-media-type-is-handled',
        'missing-media-type-is-handled',
        'media-type-with-charset-is-accepted',
        'nul-character-is-handled',
        'proto-key-is-handled',
        'out-of-range-number-is-handled',
        'deeply-nested-body-is-handled',
        'invalid-utf-8-is-handled',
        'documented-headers-are-accepted',
        'documented-date-format-is-handled',
        'invalid-date-is-handled',
        'null-field-is-handled',
        'field-name-in-other-case-is-handled',
      ),
    },
    {
      name: `${operation} escapes, sorts, rounds and drops values`,
      fault: onRow(operation, (row) => {
        if (row.description !== undefined) row.description = String(row.description).replaceAll('&', '&amp;')
        if (row.initializer !== undefined) row.initializer = 'index.one'
        if (Array.isArray(row.layers)) row.layers = row.layers.toSorted()
        if (row.cpu !== undefined) row.cpu = Math.round(Number(row.cpu))
        if (row.customDNS) row.customDNS = { nameServers: ['114.114.114.114'] }
        if (row.instanceLifecycleConfig)
          row.instanceLifecycleConfig = { preStop: { handler: 'index.preStop', timeout: 10 } }
        const variables = Object.entries(Object(row.environmentVariables)) // a map, or nothing
        row.environmentVariables = Object.fromEntries(variables.filter(([, value]) => value !== ''))
      }),
      fails: fitting(operation, /^every-value-is-stored-of-/),
    },
    {
      name: `${operation} stores id and times of the request`,
      fault: onRow(operation, (row, { body }) => Object.assign(row, parseRow(body))),
      fails: of(
        'server-set-fields-in-request-are-ignored',
        'id-and-times-are-set-by-server',
        'update-keeps-server-set-fields',
      ),
    },
    {
      name: `${operation} validates nothing`,
      fault: { validates: false },
      fails: isConstraint(operation, /^rejects-(?!body-)/),
    },
    {
      name: `${operation} stores rejected requests`,
      fault: onRefusal(operation, (_, { path, body }, state) => {
        const row = parseRow(body)
        const name = row?.functionName ?? path.split('/').at(-1)
        if (row) state.set(`demo/${String(name)}`, { ...state.get(`demo/${String(name)}`), ...row })
      }),
      fails: isConstraint(operation, /^rejects-(memorySize|timeout|description)-/),
    },
    {
      name: `${operation} returns 500 for every value`,
      fault: onSuccess(operation, breakDown),
      fails: (check) =>
        isConstraint(operation, /^accepts-/)(check) || fitting(operation, /^field-combination-is-stored-/)(check),
    },
  ]
}
