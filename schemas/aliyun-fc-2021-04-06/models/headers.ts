import { z } from 'zod'

/** Source: 003 and 000 Response parameters, headers. */
export const etag = (example: string) =>
  z
    .string()
    .meta({
      'x-quirk': ['B26', 'B27'],
      description: 'Tag of this state of the function. UpdateFunction takes it in If-Match.',
      examples: [example],
    })
    .optional()

/** Source: 000 Request parameters. */
export const ifMatch = z
  .string()
  .meta({
    'x-quirk': ['B27'],
    description:
      'ETag of the state that the update is meant for, without quotes. With another state stored, nothing is changed.',
    examples: ['e19d5cd5af0378da05f63f891c7467af'],
  })
  .optional()

/** Headers that both operations take. Source: 003 and 000 Request parameters. */
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
      description: "CRC-64 of the code package's bytes, as a decimal number.",
      examples: ['1506052139770049xxxx'],
    })
    .optional(),
  'X-Fc-Date': z
    .string()
    .regex(fcDate())
    .meta({
      'x-quirk': ['B12'],
      description:
        'When the request was made, in GMT: day of the week, day, month, year, time. The blank after the comma may be left out.',
      examples: ['Wed,11 May 2022 09:00:00 GMT', 'Wed, 11 May 2022 09:00:00 GMT'],
    })
    .optional(),
  'X-Fc-Trace-Id': z
    .string()
    .meta({ 'x-quirk': ['B13'], description: 'Id by which this request is traced.', examples: ['test-trace-id'] })
    .optional(),
}

/** `EEE,d MMM yyyy HH:mm:ss GMT`, with or without a blank after the comma. */
function fcDate(): RegExp {
  return /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), ?\d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/
}
