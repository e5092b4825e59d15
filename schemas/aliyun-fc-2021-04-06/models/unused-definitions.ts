import { z } from 'zod'

const list = (item: string, description: string, example: string) =>
  z.array(z.string().meta({ description: item, examples: [example] })).meta({ description })

/** FC-DEF has only titles for the fields. Source: FC-DEF JWTAuthConfig. */
export const JWTAuthConfig = z
  .object({
    jwks: z.string().meta({ description: 'JSON Web Key Set, as text.' }).optional(),
    tokenLookup: list('A place of the token.', 'Where requests have the token.', 'header:auth').optional(),
    claimPassBy: list(
      'A claim, and the place in which the function gets the claim.',
      'How claims are passed to the function.',
      'header:userID:userIDToFunction',
    ).optional(),
    whiteList: list('A path.', 'Paths that need no token.', '/public/*').optional(),
    blackList: z
      .string()
      .meta({ description: 'Paths that need a token, as text.', examples: ['/userInfo/*'] })
      .optional(),
  })
  .meta({
    description: 'Authentication with JSON Web Tokens. No operation uses this definition.',
    'x-quirk': ['D12'],
  })

/** Source: FC-DEF ErrorInfo. */
export const ErrorInfo = z
  .object({
    errorMessage: z.string().meta({ description: 'Error message.' }).optional(),
    stackTrace: z.string().meta({ description: 'Stack trace.' }).optional(),
  })
  .meta({
    description: 'An error while a provisioned instance starts. No operation uses this definition.',
    'x-quirk': ['D12'],
  })
