import { parseArgs } from 'node:util'
import { contracts } from '../contracts/index.ts'
import { listReduced, verifyReduced } from './verify-claims/reduced.ts'

/**
 * Verifies reduced mocks: each feature alone with its prerequisites, and each single operation missing. Each of them
 * conforms to what it claims: `npm run verify:claims -- [--api id] [--only text]`. Exits with 1 if one does not.
 */
const { values } = parseArgs({ options: { api: { type: 'string' }, only: { type: 'string', default: '' } } })
let isFaulty = false
for (const { api } of contracts) {
  if (values.api !== undefined && values.api !== api.id) continue
  for (const reduced of listReduced(api.id).filter(({ name }) => name.includes(values.only))) {
    const { name, conclusion, passed, skipped, wrong, ms } = await verifyReduced(reduced)
    console.log(`${api.id} ${name}: ${conclusion}, ${passed} passed, ${skipped} skipped, ${(ms / 1000).toFixed(1)} s`)
    for (const line of wrong) console.log(`  ${line.replaceAll('\n', '\n    ')}`)
    isFaulty ||= wrong.length > 0
  }
}
process.exitCode = isFaulty ? 1 : 0
