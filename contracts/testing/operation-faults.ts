import { calls } from '../aliyun-fc-2016-08-15/contract.ts'
import type { Check } from '../core/check.ts'
import { type FakeFault, type MutableResponse, type Request, rowOf, type State } from './fake-fc.ts'
import { type Case, type Change, named } from './fault-case.ts'
import { isConstraintId } from './kinds.ts'

/** Changes the successes of one operation. */
export function onSuccess(operation: string, change: Change): FakeFault {
  return on(operation, (response) => response.status < 300, change)
}

/** Changes the error responses of one operation. */
export function onRefused(operation: string, change: Change): FakeFault {
  return on(operation, (response) => response.status >= 400, change)
}

function on(operation: string, applies: (response: MutableResponse) => boolean, change: Change): FakeFault {
  return {
    alter: (response, request, state) => {
      if (request.operation === operation && applies(response)) change(response, request, state)
    },
  }
}

/** Changes the requests of one operation before they are handled. */
export function beforeEach(operation: string, change: (request: Request, state: State) => void): FakeFault {
  return {
    before: (request, state) => {
      if (request.operation === operation) change(request, state)
    },
  }
}

/** Returns an internal error instead of the response. */
export function breakDown(response: MutableResponse): void {
  Object.assign(response, { status: 500, body: { ErrorCode: 'InternalServerError' } })
  delete response.raw
}

const isConstraint = (operation: string, pattern: RegExp) => (check: Check) =>
  check.operation === operation && isConstraintId(check.id) && pattern.test(check.name)

/** Faults that every operation can have. */
export const operationFaults: readonly Case[] = calls.flatMap(({ operation: { id, success, body } }) => {
  const [result] = Object.values(success)
  const isJson = result?.mediaType === 'application/json'
  const always: Case[] = [
    {
      name: `${id} returns 203`,
      fault: onSuccess(id, (response) => {
        response.status = 203
      }),
      fails: named(id, 'response-matches-schema'),
    },
    {
      name: `${id} always returns the same request id`,
      fault: {
        alter: (response, request) => {
          if (request.operation === id) response.headers['X-Fc-Request-Id'] = 'the id'
        },
      },
      fails: named(id, 'response-has-request-id'),
    },
  ]
  const hasTag = result?.headers.ETag !== undefined
  const ofTag: Case = {
    name: `${id} returns no ETag`,
    fault: onSuccess(id, (response) => delete response.headers.ETag),
    fails: named(id, 'response-has-documented-headers'),
  }
  const ofProperties: Case = {
    name: `${id} returns an undocumented property`,
    fault: onSuccess(id, (response) => {
      rowOf(response).colour = 'red'
    }),
    fails: named(id, 'response-has-no-undocumented-properties'),
  }
  const ofEnvelope: Case = {
    name: `${id} returns an undocumented property in errors`,
    fault: onRefused(id, (response) => {
      rowOf(response).colour = 'red'
    }),
    fails: named(id, 'error-has-no-undocumented-properties'),
  }
  const ofMissing: Case = {
    name: `${id} fails for missing resources`,
    fault: onRefused(id, breakDown),
    fails: (check) => check.operation === id && /^missing-\w+(-as-qualifier)?-is-rejected$/.test(check.name),
  }
  const ofBytes: readonly Case[] = [
    {
      name: `${id} fails at bytes that are not JSON`,
      fault: onRefused(id, breakDown),
      fails: named(
        id,
        'truncated-json-is-rejected',
        'non-json-body-is-rejected',
        'two-json-values-are-rejected',
        'empty-body-is-rejected',
      ),
    },
    {
      name: `${id} fails at other media types`,
      fault: {
        alter: (response, request) => {
          const isUsual = request.headers['content-type'] === 'application/json'
          if (request.operation === id && !isUsual) breakDown(response)
        },
      },
      fails: named(
        id,
        'other-media-type-is-handled',
        'missing-media-type-is-handled',
        'media-type-with-charset-is-accepted',
      ),
    },
    {
      name: `${id} returns 203 for two fields`,
      fault: onSuccess(id, (response) => {
        response.status = 203
      }),
      fails: (check) => check.operation === id && check.name.startsWith('field-combination-is-stored-'),
    },
  ]
  const ofBodies: readonly Case[] = [
    {
      name: `${id} validates nothing`,
      fault: { validates: false },
      fails: isConstraint(id, /^rejects-(?!body-)/),
    },
    {
      name: `${id} returns 422 for an invalid body`,
      fault: onRefused(id, (response) => {
        response.status = 422
      }),
      fails: isConstraint(id, /^rejects-body-/),
    },
    {
      name: `${id} rejects every value`,
      fault: onSuccess(id, (response) => {
        Object.assign(response, { status: 400, body: { ErrorCode: 'InvalidArgument' } })
      }),
      fails: isConstraint(id, /^accepts-/),
    },
  ]
  return [
    ...always,
    ...(hasTag ? [ofTag] : []),
    ...(isJson ? [ofProperties] : []),
    ofEnvelope,
    ofMissing,
    ...(body ? ofBodies : []),
    ...(body?.mediaType === 'application/json' ? ofBytes : []),
  ]
})
