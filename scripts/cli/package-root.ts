import { readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { dirname, join } from 'node:path'

/** The folder of this package, in a checkout as well as installed. */
const packageRoot = dirname(findPackageJSON(import.meta.url) ?? process.cwd())

/** The path of a generated file of an API: `generatedPath('aliyun-fc-2016-08-15', 'openapi.json')`. */
export function generatedPath(apiId: string, file = ''): string {
  return join(packageRoot, 'generated', apiId, file)
}

export function readVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string } // our own file
  return version
}
