import { toClauseUrls } from '../../../schemas/core/clause-links.ts'
import { toCauses, toCauseTitles } from './causes.ts'
import type { Report } from './model.ts'
import type { Outcome } from './outcome.ts'
import { toReplayLine } from './reproduce.ts'
import { escapeXml } from '../../../schemas/core/lib/xml.ts'

/**
 * JUnit XML with a suite for each operation and a case for each check. A violation is a `failure`. A check that could not
 * run and a known failure that is out of date are an `error`. A known failure that fails is `skipped`. Each case has its
 * clause, the URLs of its sources and its probable cause as properties.
 */
export function toJunit(report: Report): string {
  const causes = toCauseTitles(toCauses(report.outcomes, report.knownFailures))
  const operations = [...new Set(report.outcomes.map(({ check }) => check.operation))]
  const suites = operations.map(
    (operation) => [operation, report.outcomes.filter(({ check }) => check.operation === operation)] as const,
  )
  const stale = report.knownFailures.filter(({ state }) => state === 'passing' || state === 'unknown')
  const cases = suites.map(([operation, outcomes]) => ({
    name: operation,
    seconds: outcomes.reduce((sum, { durationMs }) => sum + durationMs, 0) / 1000,
    cases: outcomes.map((outcome) => ({ ...toCase(report, outcome), cause: causes.get(outcome.check.id) })),
  }))
  const all = [
    ...cases,
    ...(stale.length > 0 ? [{ name: 'known failures', seconds: 0, cases: stale.map(toStaleCase) }] : []),
    ...(report.reason === undefined ? [] : [{ name: 'run', seconds: 0, cases: [toRunCase(report.reason)] }]),
  ]
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: `faas-contracts ${report.api.id}`, ...total(all.flatMap((suite) => suite.cases)), time: report.run.durationMs / 1000 })}>`,
    ...all.flatMap((suite) => toSuite(report, suite)),
    '</testsuites>',
    '',
  ].join('\n')
}

interface Case {
  readonly kind: 'passed' | 'failure' | 'error' | 'skipped'
  readonly name: string
  readonly className: string
  readonly seconds: number
  readonly type?: string
  readonly message?: string
  readonly text?: string
  readonly clause?: string
  /** The probable cause. Each case of the cause has the same. */
  readonly cause?: string | undefined
}

function toCase(report: Report, outcome: Outcome): Case {
  const { check, durationMs } = outcome
  const className = `${report.api.id}.${check.operation}`
  const base = { name: check.name, className, seconds: durationMs / 1000, clause: check.clause }
  const replay = `again      ${toReplayLine(report, check.id)}`
  switch (outcome.status) {
    case 'passed':
      return { ...base, kind: 'passed' }
    case 'skipped':
      return { ...base, kind: 'skipped', message: outcome.reason }
    case 'errored':
      return { ...base, kind: 'error', type: outcome.cause, message: outcome.reason, text: replay }
    case 'failed': {
      const known = report.knownFailures.find((failure) => failure.check === check.id)
      if (known) return { ...base, kind: 'skipped', message: `known failure: ${known.reason}` }
      const { violation } = outcome
      const lines = [
        `operation  ${violation.operation}`,
        `clause     ${violation.clause}`,
        ...toClauseUrls(violation.clause, report.sources).map((url) => `source     ${url}`),
        `expected   ${violation.expected}`,
        `actual     ${violation.actual}`,
        replay,
      ]
      const message = `expected ${violation.expected}, but got ${violation.actual}`
      return { ...base, kind: 'failure', type: violation.finding ?? violation.clause, message, text: lines.join('\n') }
    }
  }
}

function toStaleCase({ check, reason, state }: Report['knownFailures'][number]): Case {
  const message = state === 'passing' ? 'this known failure passes: remove it' : 'no check has this id: remove it'
  return { kind: 'error', name: check, className: 'known failures', seconds: 0, type: state, message, text: reason }
}

function toRunCase(reason: string): Case {
  return { kind: 'error', name: 'every check has an outcome', className: 'run', seconds: 0, message: reason }
}

function total(cases: readonly Case[]) {
  const count = (kind: Case['kind']) => cases.filter((one) => one.kind === kind).length
  return { tests: cases.length, failures: count('failure'), errors: count('error'), skipped: count('skipped') }
}

function toSuite(
  report: Report,
  { name, seconds, cases }: { name: string; seconds: number; cases: readonly Case[] },
): string[] {
  const timestamp = report.run.startedAt.replace(/\.\d+Z$/, '')
  return [
    `  <testsuite${attributes({ name, ...total(cases), time: seconds, timestamp })}>`,
    ...cases.flatMap(({ kind, name, className, seconds, type, message, text, clause, cause }) => {
      const open = `    <testcase${attributes({ name, classname: className, time: seconds })}>`
      const properties = clause === undefined ? [] : toProperties(report, clause, cause)
      if (kind === 'passed') return [open, ...properties, '    </testcase>']
      const inner = `      <${kind}${attributes({ ...(type !== undefined && { type }), ...(message !== undefined && { message }) })}`
      return [
        open,
        ...properties,
        text === undefined ? `${inner}/>` : `${inner}>${escapeXml(text)}</${kind}>`,
        '    </testcase>',
      ]
    }),
    '  </testsuite>',
  ]
}

function toProperties({ sources }: Report, clause: string, cause: string | undefined): string[] {
  const properties = [{ name: 'clause', value: clause }]
  if (cause !== undefined) properties.push({ name: 'cause', value: cause })
  for (const value of toClauseUrls(clause, sources)) properties.push({ name: 'source', value })
  return [
    '      <properties>',
    ...properties.map((property) => `        <property${attributes(property)}/>`),
    '      </properties>',
  ]
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value)).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')}"`)
    .join('')
}
