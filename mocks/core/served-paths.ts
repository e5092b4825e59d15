import type { BaseApi } from '../../schemas/core/api.ts'

/** The paths that an API serves: its base path, or the first segments of its templates if it has no base path. */
export function toServedPaths({ dialect, operations }: BaseApi): string[] {
  if (dialect.basePath !== '') return [dialect.basePath]
  return [...new Set(Object.values(operations).map(({ path }) => `/${path.split('/')[1]}`))]
}

/** Whether a path equals a served path or is below it. */
export function isUnder(path: string, served: string): boolean {
  return path.startsWith(served) && (path.length === served.length || path[served.length] === '/')
}
