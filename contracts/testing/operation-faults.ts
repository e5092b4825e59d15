import { calls } from '../aliyun-fc-2016-08-15/calls.ts'
import { constraintChecks } from '../aliyun-fc-2016-08-15/constraints.ts'
import type { Check } from '../core/check.ts'
import { type Answer, type FakeFault, type Request, rowOf, type State } from './fake-fc.ts'
import { type Case, type Change, named } from './fault-case.ts'

/** Changes the successes of one operation. */
export function onSuccess(operation: string, change: Change): FakeFault {
  return on(operation, (answer) => answer.status < 300, change)
}

/** Changes the refusals of one operation. */
export function onRefused(operation: string, change: Change): FakeFault {
  return on(operation, (answer) => answer.status >= 400, change)
}

function on(operation: string, applies: (answer: Answer) => boolean, change: Change): FakeFault {
  return {
    alter: (answer, request, state) => {
      if (request.operation === operation && applies(answer)) change(answer, request, state)
    },
  }
}

/** Changes the requests of one operation before they are answered. */
export function beforeEach(operation: string, change: (request: Request, state: State) => void): FakeFault {
  return {
    before: (request, state) => {
      if (request.operation === operation) change(request, state)
    },
  }
}

/** Answers a failure of the server in place of what was to be answered. */
export function breakDown(answer: Answer): void {
  Object.assign(answer, { status: 500, body: { ErrorCode: 'InternalServerError' } })
  delete answer.raw
}

const isConstraint = (operation: string, pattern: RegExp) => (check: Check) =>
  check.operation === operation && constraintChecks.includes(check) && pattern.test(check.name)

/** Faults that every operation can have. */
export const operationFaults: readonly Case[] = calls.flatMap(({ operation: { id, success, body } }) => {
  const [reply] = Object.values(success)
  const isJson = reply?.mediaType === 'application/json'
  const always: Case[] = [
    {
      name: `${id} answers 203`,
      fault: onSuccess(id, (answer) => {
        answer.status = 203
      }),
      fails: named(id, 'response-matches-schema'),
    },
    {
      name: `${id} gives one request id to all`,
      fault: {
        alter: (answer, request) => {
          if (request.operation === id) answer.headers['X-Fc-Request-Id'] = 'the id'
        },
      },
      fails: named(id, 'response-has-request-id'),
    },
  ]
  const hasTag = reply?.headers.ETag !== undefined
  const ofTag: Case = {
    name: `${id} answers no ETag`,
    fault: onSuccess(id, (answer) => delete answer.headers.ETag),
    fails: named(id, 'response-has-documented-headers'),
  }
  const ofProperties: Case = {
    name: `${id} answers a property that nobody lists`,
    fault: onSuccess(id, (answer) => {
      rowOf(answer).colour = 'red'
    }),
    fails: named(id, 'response-has-no-undocumented-properties'),
  }
  const ofEnvelope: Case = {
    name: `${id} refuses with a property that nobody lists`,
    fault: onRefused(id, (answer) => {
      rowOf(answer).colour = 'red'
    }),
    fails: named(id, 'error-has-no-undocumented-properties'),
  }
  const ofMissing: Case = {
    name: `${id} breaks down where something is missing`,
    fault: onRefused(id, breakDown),
    fails: (check) => check.operation === id && /^missing-\w+(-as-qualifier)?-is-rejected$/.test(check.name),
  }
  const ofBytes: readonly Case[] = [
    {
      name: `${id} breaks down at bytes that are no JSON`,
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
      name: `${id} breaks down at other media types`,
      fault: {
        alter: (answer, request) => {
          const isUsual = request.headers['content-type'] === 'application/json'
          if (request.operation === id && !isUsual) breakDown(answer)
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
      name: `${id} answers 203 to two fields`,
      fault: onSuccess(id, (answer) => {
        answer.status = 203
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
      name: `${id} answers 422 to a bad body`,
      fault: onRefused(id, (answer) => {
        answer.status = 422
      }),
      fails: isConstraint(id, /^rejects-body-/),
    },
    {
      name: `${id} refuses every value`,
      fault: onSuccess(id, (answer) => {
        Object.assign(answer, { status: 400, body: { ErrorCode: 'InvalidArgument' } })
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
