import { parseJson } from '../../../schemas/core/lib/json.ts'
import type { Assertion, AssertionPath, ValueTest } from '../assertions/assertion.ts'
import { isSame } from '../assertions/expect.ts'
import { isObject } from '../assertions/expect-response.ts'
import { readHeader } from '../http/exchange.ts'
import type { ExchangeRecord } from '../http/exchange-record.ts'
import { isSameTime } from '../read-time.ts'

/** Whether an assertion holds for a recorded response. An emitted test decides the same. */
export function holds(assertion: Assertion, response: ExchangeRecord['response']): boolean {
  if (!response) return false
  const { status, body } = response
  const json = parseJson(body)
  switch (assertion.about) {
    case 'response':
      return true
    case 'status':
      return assertion.statuses.includes(status)
    case 'status-below':
      return status < assertion.below
    case 'error': {
      const { errors, fields, others } = assertion
      const codes = fields.map((field) => (isObject(json) ? json[field] : undefined))
      return others.includes(status) || errors.some((one) => one.status === status && codes.includes(one.code))
    }
    case 'header': {
      const values = response.headers.map(([name, value]) => [name, value.trim()] as const)
      return passes(assertion.test, readHeader({ headers: values }, assertion.name))
    }
    case 'body':
      return assertion.is === 'empty' ? response.bodyBytes === 0 : json !== undefined
    case 'field': {
      const { path, test, optional } = assertion
      const [first] = path
      if (optional && typeof first === 'string' && isObject(json) && json[first] === undefined) return true
      return findValues(json, path).every((value) => passes(test, value))
    }
  }
}

/** Every value at a path. A missing field is `undefined`. */
export function findValues(value: unknown, [step, ...rest]: AssertionPath): readonly unknown[] {
  if (step === undefined) return [value]
  if (typeof step !== 'object') return findValues(Object(value)[step], rest)
  const list: readonly unknown[] = Array.isArray(value) ? value : []
  if ('every' in step) return list.flatMap((entry) => findValues(entry, rest))
  return findValues(
    list.find((entry) => isObject(entry) && entry[step.where] === step.equals),
    rest,
  )
}

function passes(test: ValueTest, value: unknown): boolean {
  switch (test.is) {
    case 'absent':
      return value === undefined
    case 'present':
      return value !== undefined && value !== null && value !== ''
    case 'equal':
      return isSame(value, test.value)
    case 'different':
      return !isSame(value, test.value)
    case 'same-time':
      return isSameTime(String(value), test.value)
    case 'type':
      return hasType(test.type, value)
    case 'one-of':
      return test.values.includes(value)
    case 'match':
      return typeof value === 'string' && new RegExp(test.pattern).test(value)
    default: {
      const size = Number(test.of === 'length' ? Object(value).length : value)
      return test.is === 'at-least' ? size >= test.limit : size <= test.limit
    }
  }
}

function hasType(type: Extract<ValueTest, { is: 'type' }>['type'], value: unknown): boolean {
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return isObject(value)
  return type === 'int' ? Number.isInteger(value) : typeof value === type
}
