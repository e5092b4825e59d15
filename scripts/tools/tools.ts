import { ogen } from './go.ts'
import { generators } from './openapi-generator.ts'
import type { Tool } from './tool.ts'
import { kubb, openapiZodClient, orval, typedOpenapi } from './typescript.ts'
import { datamodelCodeGenerator, postman, schemathesis, spectral, specValidator, swaggerParser } from './validators.ts'

/** All tools, in the order of the table. */
export const tools: readonly Tool[] = [
  orval,
  kubb,
  openapiZodClient,
  typedOpenapi,
  ...generators,
  datamodelCodeGenerator,
  ogen,
  swaggerParser,
  spectral,
  specValidator,
  schemathesis,
  postman,
]
