import { expect, test } from 'vitest'
import { toPeerTable } from './peer-table.ts'

const row = {
  version: '',
  configuration: '',
  notes: 'an empty server',
  command: 'npm run it',
  detected: [{ id: 'S01-a', by: ['x'] }],
  missed: ['T01-b'],
  falseAlarms: [{ operation: 'GET /a', what: 'b' }],
  benignAlarms: [],
  requests: 12,
  seconds: 3,
}

test('the table has a row for each tool, names the sample and counts interrupted runs', () => {
  const peer = {
    ...row,
    peer: 'Tool',
    version: '1.2.3',
    configuration: 'default',
    command: 'tool run',
    cut: 2,
    runs: 9,
  }
  const extent = {
    seed: 'a seed',
    sampleSize: 2,
    boundSeconds: 20,
    sample: ['S01-a', 'T01-b'],
    population: 300,
    benign: ['G05-c'],
    benignTag: 'Service',
  }
  const text = toPeerTable({ ...extent, rows: [{ ...row, peer: 'this suite' }, peer] })
  expect(text).toContain('| this suite | an empty server | 1 of 2 | 1 | 0 | 12 | 3 |')
  expect(text).toContain('| Tool 1.2.3, default | an empty server | 1 of 2 | 1 | 0 | 12 | 3 |')
  expect(text).toContain('The sample has 2 of the 300 mutants')
  expect(text).toContain('`S01-a`, `T01-b`')
  expect(text).toContain('interrupted 20 seconds after its first request')
  expect(text).toContain('(Tool 1.2.3, default: 2 of 9)')
  expect(text).toContain('Not run: Dredd, best effort;')
  expect(text).toContain('- Tool 1.2.3, default: `tool run`')
})
