import { expect, test } from 'vitest'
import { aliyunFc20160815 as api } from '../../../schemas/aliyun-fc-2016-08-15/api.ts'
import { toLinkedSources } from '../../../schemas/core/clause-links.ts'
import type { Outcome } from './outcome.ts'
import { renderOutcome, renderVerdict } from './terminal.ts'
import { toVerdict } from './verdict.ts'
import { renderReport } from './write.ts'

const specification = 'https://help.aliyun.com/document_detail/52877.html'
const created = `${specification}#createservice`
const read = `${specification}#getservice`
const clause = '004 CreateService 409; 004 GetService 200'
const ended = { durationMs: 1, observations: [], exchanges: 1, leftBehind: [], traffic: [] }
const check = (name: string, text: string) => ({
  id: `CreateService › ${name}`,
  name,
  operation: 'CreateService',
  clause: text,
  level: 'core' as const,
})
const failed: Outcome = {
  ...ended,
  check: check('fails', clause),
  status: 'failed',
  violation: { check: 'CreateService › fails', operation: 'CreateService', clause, expected: 'a', actual: 'b' },
}
const passed: Outcome = { ...ended, check: check('passes', '004 Definitions, Service: role'), status: 'passed' }
const observed: Outcome = { ...ended, check: check('signs', 'observed: <signing>'), status: 'passed' }

const run = { api: api.id, baseUrl: 'http://a', runId: 'r', seed: 's', durationMs: 1 }
const sources = toLinkedSources(api)
const verdict = toVerdict({ ...run, sources }, [failed, passed, observed])
const files = renderReport(
  verdict,
  {
    api,
    resources: [],
    toolVersion: '1.0.0',
    startedAt: new Date(0),
    profile: 'observed',
    authentication: 'none',
    unsupported: [],
    flags: [],
    secrets: [],
  },
  { path: 'x.yaml', lines: new Map() },
)
const file = (name: string) => files.get(name) ?? ''

test('the terminal shows the URL of each cited source on a line of its own, without escape codes', () => {
  const lines = `  clause    ${clause}\n  source    ${created}\n            ${read}\n`
  expect(renderVerdict(verdict)).toContain(lines)
  expect(renderOutcome(failed, sources)).toContain(`source    ${created}\n          ${read}\n`)
  expect(renderVerdict(toVerdict({ ...run, sources: [] }, [failed]))).not.toContain('source ')
})

test('report.html links every clause, of violations and of passed checks, and lists the sources', () => {
  const html = file('report.html')
  const link = (url: string, text: string) => `<a href="${url}" rel="noreferrer">${text}</a>`
  expect(html).toContain(`<dd>${link(created, '004 CreateService')} 409; ${link(read, '004 GetService')} 200</dd>`)
  expect(html).toContain(`<td>${link(`${specification}#service`, '004 Definitions, Service')}: role</td>`)
  expect(html).toContain(link(specification, 'Function Compute 2016-08-15, API specification'))
  expect(html).toContain('<td>observed: &#60;signing&#62;</td>')
})

test('JUnit has the clause and the URLs as properties of every case, and in the text of a failure', () => {
  const junit = file('junit.xml')
  const property = (name: string, value: string) => `<property name="${name}" value="${value}"/>`
  for (const url of [created, read, `${specification}#service`]) expect(junit).toContain(property('source', url))
  expect(junit).toContain(property('clause', clause))
  expect(junit).toContain(property('clause', 'observed: &#60;signing&#62;'))
  expect(junit).toContain(`clause     ${clause}\nsource     ${created}\nsource     ${read}\n`)
})

test('SARIF links the rule and the result to the sources', () => {
  const { tool, results } = JSON.parse(file('results.sarif')).runs[0]
  expect(tool.driver.rules).toMatchObject([
    {
      helpUri: created,
      help: {
        text: `Stated in ${clause}.\n${created}\n${read}`,
        markdown: `Stated in [004 CreateService](${created}) 409; [004 GetService](${read}) 200.`,
      },
    },
  ])
  expect(results[0].relatedLocations).toMatchObject([
    { physicalLocation: { artifactLocation: { uri: created } } },
    { physicalLocation: { artifactLocation: { uri: read } } },
  ])
})

test('summary.md links the clause of each violation', () => {
  expect(file('summary.md')).toContain(`([004 CreateService](${created}) 409; [004 GetService](${read}) 200)`)
})

test('report.json has the sources, so that every other file can be made from it', () => {
  const report = JSON.parse(file('report.json'))
  expect(report.sources).toEqual(sources)
  expect(report.sources[0].anchors.CreateService).toBe(created)
})
