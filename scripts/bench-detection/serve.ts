import { parseArgs } from 'node:util'
import { mutantSets } from '../../contracts/mutants/mutants.ts'
import { serveMutant } from './server.ts'

/**
 * Serves one API over HTTP, unbroken or with a mutant before it, and prints the address; on SIGTERM it prints how many
 * requests came in: `node serve.ts --api <id> [--mutant <id>] [--port <number>]`.
 */
const { values } = parseArgs({
  options: { api: { type: 'string' }, mutant: { type: 'string' }, port: { type: 'string' } },
})
const set = mutantSets.find(({ apiId }) => apiId === values.api)
const wrap = [...(set?.mutants ?? []), ...(set?.benign ?? [])].find(({ id }) => id === values.mutant)?.wrap
if (!set || (values.mutant !== undefined && !wrap)) throw new Error('--api and --mutant name what is not there')

const server = await serveMutant({ apis: [set.apiId] }, wrap, Number(values.port ?? 0))
console.log(server.url)
process.on('SIGTERM', () => {
  console.log(server.requests())
  process.exit(0)
})
