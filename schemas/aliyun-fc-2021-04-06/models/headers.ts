import { z } from 'zod'

/** Source: 003 and 000 Response parameters, headers. */
export const etag = (example: string) =>
  z
    .string()
    .meta({
      'x-quirk': ['B26', 'B27'],
      description: 'ETag of the current state of the function, for If-Match of UpdateFunction.',
      examples: [example],
    })
    .optional()

/** Source: FC-DEF. */
export const etagOf = (resource: string) =>
  z
    .string()
    .meta({
      description: `ETag of the current state of the ${resource}, for If-Match.`,
      examples: ['5e547e5605e1dc17a78a6191bc18fbc5'],
    })
    .optional()

/** Source: FC-DEF. */
export const ifMatchOf = (resource: string) =>
  z
    .string()
    .meta({
      description: `ETag of the ${resource} from an earlier response, without quotes. If the ${resource} has changed since then, the request is rejected.`,
      examples: ['e19d5cd5af0378da05f63f891c7467af'],
    })
    .optional()

/** Source: 000 Request parameters. */
export const ifMatch = z
  .string()
  .meta({
    'x-quirk': ['B27'],
    description:
      'ETag of the function from an earlier response, without quotes. If the function has changed since then, the update is rejected.',
    examples: ['e19d5cd5af0378da05f63f891c7467af'],
  })
  .optional()

/** Headers of both operations. Source: 003 and 000 Request parameters. */
export const commonHeaders = {
  'X-Fc-Account-Id': z
    .string()
    .meta({
      'x-quirk': ['B15'],
      description: 'Id of the Alibaba Cloud account that owns the service.',
      examples: ['188077086902****'],
    })
    .optional(),
  'X-Fc-Code-Checksum': z
    .string()
    .meta({
      description: 'CRC-64 of the code package, as a decimal number.',
      examples: ['1506052139770049xxxx'],
    })
    .optional(),
  'X-Fc-Date': z
    .string()
    .regex(fcDate())
    .meta({
      'x-quirk': ['B12'],
      description:
        'Time of the request in GMT, such as `Wed, 11 May 2022 09:00:00 GMT`. The space after the comma is optional.',
      examples: ['Wed,11 May 2022 09:00:00 GMT', 'Wed, 11 May 2022 09:00:00 GMT'],
    })
    .optional(),
  'X-Fc-Trace-Id': z
    .string()
    .meta({ 'x-quirk': ['B13'], description: 'Id for tracing this request.', examples: ['test-trace-id'] })
    .optional(),
}

/** `EEE,d MMM yyyy HH:mm:ss GMT`, with or without a space after the comma. */
function fcDate(): RegExp {
  return /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), ?\d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/
}
