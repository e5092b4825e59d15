import { z } from 'zod'
import { HTTPMethod } from './http-method.ts'

const toRule = (description: string, match: string, replacement: string) =>
  z
    .object({
      match: z
        .string()
        .meta({ description: 'What the path must match.', examples: [match] })
        .optional(),
      replacement: z
        .string()
        .meta({ description: 'The new path.', examples: [replacement] })
        .optional(),
    })
    .meta({ description })

export const EqualRule = toRule('A rule for a path that equals a text.', '/old', '/new')

export const WildcardRule = toRule('A rule for a path that matches a pattern with wildcards.', '/api/*', '/$1')

export const RegexRule = toRule(
  'A rule for a path that matches a regular expression.',
  '^/js/(.*?)$',
  '/public/javascripts/$1',
)

/** Source: FC-DEF RewriteConfig. */
export const RewriteConfig = z
  .object({
    equalRules: z.array(EqualRule).meta({ description: 'Rules for exact paths.' }).optional(),
    wildcardRules: z.array(WildcardRule).meta({ description: 'Rules with wildcards.' }).optional(),
    regexRules: z.array(RegexRule).meta({ description: 'Rules with regular expressions.' }).optional(),
  })
  .meta({ description: 'Rules that rewrite the path of a request.' })

/** OPTIONS is only among the titles for consoles. Source: FC-DEF PathConfig, methods. */
const routeMethod = HTTPMethod.meta({
  'x-quirk': ['E13'],
  'x-enum-provenance': { OPTIONS: 'observed' },
  description: 'HTTP method.',
  examples: ['GET'],
})

/** Source: FC-DEF PathConfig. */
export const PathConfig = z
  .object({
    functionName: z
      .string()
      .meta({ 'x-quirk': ['E17'], description: 'Name of the function.', examples: ['f1'] })
      .optional(),
    methods: z
      .array(routeMethod)
      .meta({ description: 'Methods of the route. If absent, the route applies to every method.' })
      .optional(),
    path: z
      .string()
      .meta({ description: 'Path of the requests.', examples: ['/login'] })
      .optional(),
    qualifier: z
      .string()
      .meta({ description: 'Version or alias of the service.', examples: ['prod'] })
      .optional(),
    serviceName: z
      .string()
      .meta({ 'x-quirk': ['E17'], description: 'Name of the service.', examples: ['s1'] })
      .optional(),
    rewriteConfig: RewriteConfig.meta({ description: 'Rules that rewrite the path.' }).optional(),
  })
  .meta({ description: 'A route: the function for a path and its methods.' })

/** Source: FC-DEF RouteConfig. */
export const RouteConfig = z
  .object({ routes: z.array(PathConfig).meta({ description: 'Routes, in order.' }).optional() })
  .meta({ description: 'Routes from paths to functions.' })
