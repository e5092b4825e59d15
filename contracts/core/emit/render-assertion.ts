import type { Assertion, AssertionPath, ValueTest } from '../assertions/assertion.ts'
import { quote, toAccess, toSource } from './source.ts'

type ToText = (text: string) => string

/** The statements that test one response. `rule` is the variable with the message. `toText` renders each string. */
export function renderAssertion(assertion: Assertion, response: string, toText: ToText): readonly string[] {
  switch (assertion.about) {
    case 'response':
      return [`assert.ok(${response}, rule)`]
    case 'status': {
      const [only, ...others] = assertion.statuses
      if (others.length === 0) return [`assert.equal(${response}.status, ${only}, rule)`]
      return [`assert.ok([${assertion.statuses.join(', ')}].includes(${response}.status), rule)`]
    }
    case 'status-below':
      return [`assert.ok(${response}.status < ${assertion.below}, rule)`]
    case 'error':
      return renderError(assertion, response)
    case 'header': {
      const value = `(${response}.headers.get(${quote(assertion.name.toLowerCase())}) ?? undefined)`
      return [renderTest(assertion.test, value, toText)]
    }
    case 'body':
      return [
        assertion.is === 'empty'
          ? `assert.equal(${response}.text, '', rule)`
          : `assert.notEqual(${response}.json, undefined, rule)`,
      ]
    case 'field': {
      const lines = renderField(assertion.path, assertion.test, `${response}.json`, toText)
      const [first] = assertion.path
      if (!assertion.optional || typeof first !== 'string') return lines
      const top = `${response}.json${toAccess(first)}`
      return [`if (${top} !== undefined) {`, ...lines.map((line) => `  ${line}`), '}']
    }
  }
}

function renderError({ errors, fields, others }: Extract<Assertion, { about: 'error' }>, response: string): string[] {
  const [only, ...more] = errors
  const codes = fields.map((field) => `${response}.json${toAccess(field)}`)
  const [code = '', ...otherCodes] = codes
  if (only && more.length === 0 && others.length === 0) {
    const status = `assert.equal(${response}.status, ${only.status}, rule)`
    return otherCodes.length === 0
      ? [status, `assert.equal(${code}, ${quote(only.code)}, rule)`]
      : [status, `assert.ok([${codes.join(', ')}].includes(${quote(only.code)}), rule)`]
  }
  const ways = [
    ...errors.map((one) => `(${response}.status === ${one.status} && codes.includes(${quote(one.code)}))`),
    ...(others.length > 0 ? [`[${[...new Set(others)].join(', ')}].includes(${response}.status)`] : []),
  ]
  return [
    ...(errors.length > 0 ? [`const codes = [${codes.join(', ')}]`] : []),
    `assert.ok(${ways.join(' || ') || 'false'}, rule)`,
  ]
}

function renderField(
  [step, ...rest]: AssertionPath,
  test: ValueTest,
  value: string,
  toText: ToText,
  depth = 1,
): readonly string[] {
  if (step === undefined) return [renderTest(test, value, toText)]
  if (typeof step !== 'object') return renderField(rest, test, value + toAccess(step), toText, depth)
  if ('where' in step) {
    const found = `${value}?.find?.((one) => one${toAccess(step.where)} === ${toText(step.equals)})`
    return renderField(rest, test, found, toText, depth)
  }
  const entry = depth === 1 ? 'entry' : `entry${depth}`
  const inner = renderField(rest, test, entry, toText, depth + 1)
  return [`for (const ${entry} of ${value} ?? []) {`, ...inner.map((line) => `  ${line}`), '}']
}

function renderTest(test: ValueTest, value: string, toText: ToText): string {
  switch (test.is) {
    case 'absent':
      return `assert.equal(${value}, undefined, rule)`
    case 'present':
      return `assert.ok(![undefined, null, ''].includes(${value}), rule)`
    case 'equal':
      return `assert.deepEqual(${value}, ${toSource(test.value, toText)}, rule)`
    case 'different':
      return `assert.notDeepEqual(${value}, ${toSource(test.value, toText)}, rule)`
    case 'same-time':
      return `assert.ok(Math.abs(toTime(${value}) - toTime(${toText(test.value)})) < 1000, rule)`
    case 'type':
      return renderType(test.type, value)
    case 'one-of':
      return `assert.ok([${test.values.map((one) => toSource(one, toText)).join(', ')}].includes(${value}), rule)`
    case 'match':
      return `assert.match(${value}, new RegExp(${quote(test.pattern)}), rule)`
    default: {
      const size = test.of === 'length' ? `${value}?.length` : value
      return `assert.ok(${size} ${test.is === 'at-least' ? '>=' : '<='} ${test.limit}, rule)`
    }
  }
}

function renderType(type: Extract<ValueTest, { is: 'type' }>['type'], value: string): string {
  if (type === 'array') return `assert.ok(Array.isArray(${value}), rule)`
  if (type === 'int') return `assert.ok(Number.isInteger(${value}), rule)`
  if (type !== 'object') return `assert.equal(typeof ${value}, ${quote(type)}, rule)`
  return `assert.equal(Object.prototype.toString.call(${value}), '[object Object]', rule)`
}
