/** The parts of a function's URN. Source: observed; 001 and 002 show it only in examples. */
export interface FunctionUrn {
  readonly region: string
  readonly projectId: string
  /** The group of the function. */
  readonly package: string
  readonly name: string
  /** A version or an alias, if the URN contains one. */
  readonly qualifier: string | undefined
}

/** For error messages. */
export const urnForm = 'urn:fss:{region}:{project_id}:function:{package}:{name}'

/** Parses a URN. Returns `undefined` for any other text. */
export function readUrn(text: string): FunctionUrn | undefined {
  const [, region, projectId, group, name, qualifier] = form.exec(text) ?? []
  if (!region || !projectId || !group || !name) return undefined
  return { region, projectId, package: group, name, qualifier }
}

/** The URN of the function without a version. */
export function toUrnText(urn: Omit<FunctionUrn, 'qualifier'>): string {
  return `urn:fss:${urn.region}:${urn.projectId}:function:${urn.package}:${urn.name}`
}

const form = /^urn:fss:([^:]+):([^:]+):function:([^:]+):([^:]+)(?::([^:]+))?$/
