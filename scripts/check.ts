/**
 * `npm run check [-- step ...]`: everything that must hold before a change lands. Each step runs even if an earlier step
 * failed. Exits 1 if a step failed.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'

/** The npm scripts, the fast ones first. */
const steps = [
  ['format', 'check:format'],
  ['lint', 'check:lint'],
  ['types', 'check:types'],
  ['imports', 'check:imports'],
  ['unused code', 'check:unused'],
  ['generated files', 'generate', '--', '--check'],
  ['documents', 'check:documents'],
  ['traceability', 'traceability'],
  ['tests', 'test'],
  ['sdks', 'test:sdks'],
  ['clients', 'test:clients'],
  ['tools', 'test:tools', '--', '--fast'],
  ['package', 'test:pack'],
  ['detection', 'detection', '--', '--benign', '1'],
] as const

const names = steps.map(([name]) => name)
const selected = process.argv.slice(2)
const unknown = selected.find((name) => !names.some((known) => known === name))
if (unknown !== undefined) {
  console.error(`there is no step ${JSON.stringify(unknown)}; the steps are ${names.join(', ')}`)
  process.exit(2)
}

const failed: string[] = []
for (const [name, script, ...args] of steps) {
  if (selected.length > 0 && !selected.includes(name)) continue
  console.log(`\n== ${name}`)
  const start = performance.now()
  const { status } = spawnSync('npm', ['run', '--silent', script, ...args], {
    cwd: join(import.meta.dirname, '..'),
    stdio: 'inherit',
  })
  if (status !== 0) failed.push(name)
  const seconds = Math.round((performance.now() - start) / 1000)
  console.log(`-- ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s`)
}
console.log(failed.length === 0 ? '\nall steps passed' : `\nfailed: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1
