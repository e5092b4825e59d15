import { expect, test } from 'vitest'
import { toLines, toSummary } from './outcome.ts'

test('an outcome is one line, and a failure is followed by the end of its output', () => {
  expect(toLines('Python: sdk 1.0', { kind: 'passed' }, 1.26)).toBe('passed  Python: sdk 1.0 (1.3 s)')
  const skipped = { kind: 'skipped', reason: 'python3 is not installed' } as const
  expect(toLines('Python: sdk', skipped, 0)).toBe('skipped Python: sdk (0.0 s): python3 is not installed')
  const details = `${Array.from({ length: 40 }, (_, i) => `line ${i}`).join('\n')}\n${'x'.repeat(2000)}\n`
  const lines = toLines('Python: sdk', { kind: 'failed', reason: 'why', details }, 0).split('\n')
  expect(lines).toHaveLength(31)
  expect(lines.slice(0, 2)).toEqual(['failed  Python: sdk (0.0 s): why', '  line 11'])
  expect(lines.at(-1)).toBe(`  ${'x'.repeat(500)}…`)
})

test('the summary counts each kind', () => {
  const passed = { kind: 'passed' } as const
  const failed = { kind: 'failed', reason: '', details: '' } as const
  expect(toSummary([passed, failed, passed, { kind: 'skipped', reason: '' }])).toBe(
    'sdks: 2 passed, 1 failed, 1 skipped',
  )
})
