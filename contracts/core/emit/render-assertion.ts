import type { Assertion, AssertionPath, ValueTest } from '../assertions/assertion.ts'
import type { Expectation, Origin } from './find-origin.ts'
import { quote, toAccess, toSource } from './source.ts'

type ToText = (text: string) => string

/**
 * The statements that test one response. `rule` is the variable with the message. `toText` renders each string. A value
 * of an earlier response is read when the test runs: a literal would be the value of the faulty server.
 */
export function renderExpectations(
  expectations: readonly Expectation[],
  response: string,
  toText: ToText,
): readonly string[] {
  return expectations.flatMap(({ assertion, origin }, index) => {
    if (!origin) return renderAssertion(assertion, response, toText)
    const variable = `expected${index + 1}`
    const number = origin.index + 1
    return [
      `const ${variable} = ${renderOrigin(origin, `response${number}`, toText)}`,
      `if (${variable} === undefined) return t.skip('response ${number} does not contain the expected value')`,
      ...renderAssertion(assertion, response, toText, variable),
    ]
  })
}

function renderOrigin({ at }: Origin, response: string, toText: ToText): string {
  return 'header' in at ? renderHeader(response, at.header) : renderPath(at.path, `${response}.json`, toText)
}

function renderHeader(response: string, name: string): string {
  return `(${response}.headers.get(${quote(name.toLowerCase())}) ?? undefined)`
}

/** `expected` is the variable with the expected value, if the assertion does not contain it. */
function renderAssertion(assertion: Assertion, response: string, toText: ToText, expected?: string): readonly string[] {
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
    case 'header':
      return [renderTest(assertion.test, renderHeader(response, assertion.name), toText, expected)]
    case 'body':
      return [
        assertion.is === 'empty'
          ? `assert.equal(${response}.text, '', rule)`
          : `assert.notEqual(${response}.json, undefined, rule)`,
      ]
    case 'field': {
      const lines = renderField(assertion.path, `${response}.json`, toText, (value) =>
        renderTest(assertion.test, value, toText, expected),
      )
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
  path: AssertionPath,
  value: string,
  toText: ToText,
  render: (value: string) => string,
  depth = 1,
): readonly string[] {
  const at = path.findIndex((step) => typeof step === 'object' && 'every' in step)
  if (at === -1) return [render(renderPath(path, value, toText))]
  const entry = depth === 1 ? 'entry' : `entry${depth}`
  const inner = renderField(path.slice(at + 1), entry, toText, render, depth + 1)
  const list = renderPath(path.slice(0, at), value, toText)
  return [`for (const ${entry} of ${list} ?? []) {`, ...inner.map((line) => `  ${line}`), '}']
}

/** The expression of the value at a path of one value. */
function renderPath(path: AssertionPath, value: string, toText: ToText): string {
  return path.reduce<string>((inner, step) => {
    if (typeof step !== 'object') return inner + toAccess(step)
    if ('every' in step) return inner
    return `${inner}?.find?.((one) => one${toAccess(step.where)} === ${toText(step.equals)})`
  }, value)
}

function renderTest(test: ValueTest, value: string, toText: ToText, expected?: string): string {
  switch (test.is) {
    case 'absent':
      return `assert.equal(${value}, undefined, rule)`
    case 'present':
      return `assert.ok(![undefined, null, ''].includes(${value}), rule)`
    case 'equal':
      return `assert.deepEqual(${value}, ${expected ?? toSource(test.value, toText)}, rule)`
    case 'different':
      return `assert.notDeepEqual(${value}, ${expected ?? toSource(test.value, toText)}, rule)`
    case 'same-time':
      return `assert.ok(Math.abs(toTime(${value}) - toTime(${expected ?? toText(test.value)})) < 1000, rule)`
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
