import type { Client } from '../client.ts'
import { oapiCodegen } from './go.ts'
import { java } from './java.ts'
import { openapiPythonClient } from './python.ts'
import { rust } from './rust.ts'
import { heyApi, openapiFetch } from './typescript.ts'

/** All generators, in the order of the table. */
export const clients: readonly Client[] = [openapiFetch, heyApi, openapiPythonClient, oapiCodegen, java, rust]
