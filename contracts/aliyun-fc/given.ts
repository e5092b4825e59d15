import { isObject } from '../core/assertions/expect-response.ts'
import type { Context, Path } from './fixtures.ts'

/** Creates a service with one function, and publishes a version. */
export async function givenSnapshot({ fixture }: Context) {
  const serviceName = await fixture.givenService({ internetAccess: false })
  const path = await fixture.givenFunction({ timeout: 7 }, serviceName)
  const { versionId } = await fixture.givenVersion(serviceName)
  return { path, qualifier: versionId }
}

/** Changes every field that is compared with a version. */
export async function givenChanges({ target, given, fixture }: Context, path: Path<'serviceName' | 'functionName'>) {
  const { updateService, updateFunction } = fixture.operations
  const { serviceName } = path
  await given(target.send(updateService, { path: { serviceName }, body: { internetAccess: true } }))
  const code = { zipFile: fixture.code('something else').zipFile }
  await given(target.send(updateFunction, { path, body: { timeout: 13, code } }))
}

/** Publishes several versions, with a change before each. Returns their ids, the oldest first. */
export async function givenVersions(context: Context, serviceName: string, count: number): Promise<readonly string[]> {
  const ids: string[] = []
  for (let index = 0; index < count; index += 1) {
    await givenChange(context, serviceName, `state ${index}`)
    ids.push((await context.fixture.givenVersion(serviceName, `version ${index}`)).versionId)
  }
  return ids
}

/** Changes the service, so that a new version can be published. */
export async function givenChange(
  { target, given, fixture }: Context,
  serviceName: string,
  description: string,
): Promise<void> {
  await given(target.send(fixture.operations.updateService, { path: { serviceName }, body: { description } }))
}

/** The ids of the versions of a service, in the order of the list. */
export async function listIds({ target, fixture, expectResponse }: Context, serviceName: string, query: Path = {}) {
  return toIds(
    expectResponse(await target.send(fixture.operations.listVersions, { path: { serviceName }, query })).versions,
  )
}

/** The ids of the versions in the body of a list. */
export function toIds(versions: unknown): readonly string[] {
  return Array.isArray(versions) ? versions.filter(isObject).map(({ versionId }) => String(versionId)) : []
}
