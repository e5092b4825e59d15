import { expect, test } from 'vitest'
import type { Outcome } from './outcome.ts'
import { plain } from './terminal.ts'
import { renderScreen } from './terminal-screen.ts'
import { toVerdict } from './verdict.ts'

const run = { api: 'an-api', sources: [], baseUrl: 'http://a', runId: 'r', seed: 's', durationMs: 1500 }
const ended = { durationMs: 1, observations: [], exchanges: 3, leftBehind: [] }

function failed(index: number, length = 20): Outcome {
  const operation = `Operation${index}`
  const id = `${operation} › rule`
  const clause = '009 Op 200'
  return {
    ...ended,
    check: { id, name: 'rule', operation, clause, level: 'core' },
    status: 'failed',
    violation: { check: id, operation, clause, expected: 'x'.repeat(length), actual: 'y'.repeat(length) },
  }
}

/** The rows of a terminal with 80 columns. */
const toRows = (text: string) =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 80)), 0)

test('the causes come first, then examples, then the verdict', () => {
  const text = renderScreen(toVerdict(run, [failed(1), failed(2)]))
  expect(text).toMatch(/^likely causes\n {2}1 failed {2}Operation1: the rule rule is broken\n/)
  expect(text).toContain('\n\nviolation 1  Operation1: the rule rule is broken\n  check     Operation1 › rule\n')
  expect(text).toContain('\n\nviolation 2  ')
  expect(text).not.toContain('--verbose')
  expect(text.trimEnd().split('\n').at(-3)).toBe('not conformant  an-api at http://a')
})

test('the hint for the rest names the report of the run', () => {
  const verdict = toVerdict(
    run,
    Array.from({ length: 30 }, (_, index) => failed(index)),
  )
  expect(renderScreen(verdict)).toContain('add --verbose for all, or --report <folder>')
  const text = renderScreen(verdict, plain, { page: 'out/report.html' })
  expect(text).toMatch(/examples? of 30 causes: out\/report\.html has all\n/)
  expect(text).not.toContain('<folder>')
})

test.each([3, 30, 350])('%d violations take at most one screen, with a hint for the rest', (count) => {
  for (const length of [20, 200, 2000]) {
    const left = Array.from({ length: count }, (_, index) => `Service fct-${index}`)
    const known = Array.from({ length: count }, (_, index) => ({
      check: `known-${index}`,
      reason: 'r'.repeat(length),
      state: 'passing' as const,
    }))
    const outcomes = Array.from({ length: count }, (_, index): Outcome => {
      const { check } = failed(index)
      const reason = `reason ${index} ${'z'.repeat(length)}`
      return {
        ...ended,
        check: { ...check, id: `${check.id}-2` },
        status: 'skipped',
        reason,
        leftBehind: left.slice(index, index + 1),
      }
    })
    const all = [...Array.from({ length: count }, (_, index) => failed(index, length)), ...outcomes]
    const text = renderScreen({ ...toVerdict(run, all, 'i'.repeat(length), known), missingFeatures: ['Layer'] })
    expect(toRows(text)).toBeLessThanOrEqual(40)
    expect(text).toMatch(/^likely causes\n {2}1 failed {2}Operation0/)
    expect(text).toContain(`--verbose`)
    expect(text).toContain('not conformant')
  }
})

test('a command is complete, although it is longer than a line', () => {
  const flags = ['--fixture', `functionUrn=${'urn:'.repeat(60)}`]
  expect(renderScreen(toVerdict(run, [failed(1)]), undefined, { flags })).toContain(
    `${flags.join(' ')} --replay 'Operation1 › rule'`,
  )
})
