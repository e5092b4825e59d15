import type { Api } from '../../schemas/core/api.ts'

/** The paths under which an API is served: its base path, or the first segments of templates that are complete. */
export function toServedPaths({ dialect, operations }: Api): string[] {
  if (dialect.basePath !== '') return [dialect.basePath]
  return [...new Set(Object.values(operations).map(({ path }) => `/${path.split('/')[1]}`))]
}

/** Whether a path lies at or under a served path. */
export function isUnder(path: string, served: string): boolean {
  return path.startsWith(served) && (path.length === served.length || path[served.length] === '/')
}
