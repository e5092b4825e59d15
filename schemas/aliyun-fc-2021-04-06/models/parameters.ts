import { z } from 'zod'
import { int32 } from '../../core/wire.ts'
import { commonHeaders } from './headers.ts'

/** Stand-in until fc-core is merged. */
export const serviceName = z.string().meta({ description: 'Name of the service.', examples: ['demo-service'] })
export const functionName = z.string().meta({ description: 'Name of the function.', examples: ['helloworld'] })
const { 'X-Fc-Code-Checksum': _, ...headers } = commonHeaders
export const requestHeaders = headers
export const limit = int32().min(1).max(100).meta({ description: 'Maximum entries per page.', examples: [20] }).default(20)
export const nextToken = z.string().meta({ description: 'nextToken of the previous page.', examples: ['8bj81uI8n'] }).optional()
export const prefix = z.string().meta({ description: 'Prefix of the names to list.', examples: ['demo'] }).optional()
export const startKey = z.string().meta({ description: 'First name of the list, inclusive.', examples: ['demo'] }).optional()
