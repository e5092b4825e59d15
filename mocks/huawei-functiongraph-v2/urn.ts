/** A function's URN, taken apart. Source: observed; 001 and 002 show it only in examples. */
export interface FunctionUrn {
  readonly region: string
  readonly projectId: string
  /** The group that the user put the function in. */
  readonly package: string
  readonly name: string
  /** A version or an alias, where one is named. */
  readonly qualifier: string | undefined
}

/** For error messages. */
export const urnForm = 'urn:fss:{region}:{project_id}:function:{package}:{name}'

/** The parts of a URN, or nothing where the text has another form. */
export function readUrn(text: string): FunctionUrn | undefined {
  const [, region, projectId, group, name, qualifier] = form.exec(text) ?? []
  if (!region || !projectId || !group || !name) return undefined
  return { region, projectId, package: group, name, qualifier }
}

/** The URN of the function itself, whatever version is named. */
export function toUrnText(urn: Omit<FunctionUrn, 'qualifier'>): string {
  return `urn:fss:${urn.region}:${urn.projectId}:function:${urn.package}:${urn.name}`
}

const form = /^urn:fss:([^:]+):([^:]+):function:([^:]+):([^:]+)(?::([^:]+))?$/
