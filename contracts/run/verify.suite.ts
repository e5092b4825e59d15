import { inject } from 'vitest'
import './vitest-context.ts'
import { describeContract } from './suite.ts'

/** The file that vitest runs for `verify`. Its settings come from run.ts, its outcomes go back as task meta. */
const { apiId, baseUrl, ...settings } = inject('faasContracts')

describeContract(apiId, { ...settings, target: baseUrl })
