import { toCitation } from '../../schemas/core/source.ts'
import { givenReading } from '../checks/readings.ts'
import { type JsonObject, readObject } from '../core/assertions/expect-response.ts'
import { readEntries } from '../core/assertions/find-in-list.ts'
import { expectTolerance } from '../core/assertions/tolerance.ts'
import type { Check } from '../core/check.ts'
import { expectCodeAt } from './downloads.ts'
import type { Context } from './fixtures.ts'
import { givenChange } from './given.ts'
import type { Fc } from './fc.ts'

/** A version is a copy of the whole service at the time of publication, with its own number and description. */
export function toSnapshotChecks(fc: Fc): readonly Check[] {
  const { check, tolerances } = fc
  const {
    publishVersion,
    listVersions,
    createService,
    updateService,
    getService,
    updateFunction,
    getFunction,
    getFunctionCode,
  } = fc.operations

  /** Object settings before and after a version is published. */
  const settings: readonly { readonly field: string; readonly before: JsonObject; readonly after: JsonObject }[] = [
    {
      field: 'logConfig',
      before: { project: 'demo-project', logstore: 'demo-logstore' },
      after: { project: 'other-project', logstore: 'other-logstore' },
    },
    {
      field: 'vpcConfig',
      before: { vpcId: 'vpc-demo', vSwitchIds: ['vsw-1', 'vsw-2'], securityGroupId: 'sg-demo' },
      after: { vpcId: 'vpc-other', vSwitchIds: ['vsw-3'], securityGroupId: 'sg-other' },
    },
    {
      field: 'nasConfig',
      before: toNas('10003', '/mnt/demo'),
      after: toNas('10004', '/mnt/other'),
    },
  ]

  function toNas(id: string, mountDir: string): JsonObject {
    return {
      userId: fc.toId(id),
      groupId: fc.toId(id),
      mountPoints: [{ serverAddr: 'demo.cn-hangzhou.nas.aliyuncs.com:/', mountDir }],
    }
  }

  const checks: readonly Check[] = [
    check('each-version-keeps-its-function-state', {
      operation: publishVersion,
      level: 'core',
      clause: '004 PublishVersion 200; 004 GetFunction, Path qualifier; 004 GetFunctionCode, Path qualifier',
      async run(context) {
        const path = await context.fixture.givenFunction({ timeout: 7 })
        const code = { zipFile: context.fixture.code('something else').zipFile }
        const published = []
        // The second version differs from the first in one field, the third from the second only in its code.
        for (const change of [undefined, { timeout: 11 }, { code }]) {
          if (change) await context.given(context.target.send(updateFunction, { path, body: change }))
          const qualifier = await publish(context, path.serviceName)
          published.push({ qualifier, state: toState(await givenReading(context, getFunction, { path })) })
        }
        for (const { qualifier, state } of published) {
          const read = await context.target.send(getFunction, { path: { ...path, qualifier } })
          context.expectFields(read, context.expectPresent(read), state, 'absent-fails')
        }
        const { checksum } = await givenReading(context, getFunctionCode, { path })
        const last = { ...path, qualifier: published.at(-1)?.qualifier ?? '' }
        const read = await context.target.send(getFunctionCode, { path: last })
        context.expectFields(read, context.expectPresent(read), { checksum }, 'absent-passes')
      },
    }),
    check('version-keeps-service-settings', {
      operation: publishVersion,
      level: 'extended',
      clause: `004 GetService, Path qualifier; 004 Definitions, ServiceResponse: ${settings.map(({ field }) => field).join(', ')}`,
      async run(context) {
        let compared = 0
        for (const item of settings) compared += (await keepsSetting(context, item)) ? 1 : 0
        if (compared === 0)
          context.skip(
            'the target rejects names of external resources that do not exist, or does not return the settings',
          )
      },
    }),
    check('version-descriptions-are-not-mixed-up', {
      operation: publishVersion,
      level: 'core',
      clause: '004 PublishVersion, Body: version description, optional; 004 Definitions, VersionResponse: description',
      async run(context) {
        const text = 'the description of the first'
        const { serviceName } = await context.fixture.givenVersion(undefined, text)
        await givenChange(context, serviceName, 'changed')
        const path = { serviceName }
        const sent = await context.target.send(publishVersion, { path, body: {} })
        const { versionId, description } = context.expectResponse(sent)
        const expected = 'no description of another version'
        context.expectThat(description !== text, { expected, actual: `description ${description}` }, sent)
        const list = await context.target.send(listVersions, { path })
        const items = readEntries(context.expectResponse(list), 'versions')
        const wrong = items.some((item) => item.versionId === versionId && item.description === text)
        context.expectThat(!wrong, { expected, actual: `description ${text} in the list` }, list)
      },
    }),
    check('concurrent-publishes-get-unique-ids', {
      operation: publishVersion,
      level: 'core',
      clause: '004 PublishVersion 200, 409; 004 Definitions, VersionResponse: versionId',
      async run(context) {
        const { serviceName } = await context.fixture.givenFunction()
        const texts = ['one', 'another']
        const responses = await Promise.all(
          texts.map((description) =>
            context.target.send(publishVersion, { path: { serviceName }, body: { description } }),
          ),
        )
        const taken = responses.filter((result) => expectTolerance(context, result, tolerances.concurrentVersions))
        const ids = taken.map((result) => String(readObject(result).versionId))
        const finding = { expected: 'an own number for each version', actual: `the numbers ${ids.join(' and ')}` }
        context.expectThat(new Set(ids).size === ids.length, finding, taken.at(-1))
      },
    }),
    check('code-url-returns-the-code-of-the-version', {
      operation: getFunctionCode,
      level: 'core',
      clause: `${toCitation(getFunctionCode.source)}, Path qualifier; 004 Definitions, FunctionCodeResponse: url`,
      async run(context) {
        const { bytes, zipFile } = context.fixture.code('the code that was published')
        const path = await context.fixture.givenFunction({ code: { zipFile } })
        const { versionId: qualifier } = await context.fixture.givenVersion(path.serviceName)
        const code = { zipFile: context.fixture.code('later code').zipFile }
        await context.given(context.target.send(updateFunction, { path, body: { code } }))
        const sent = await context.target.send(getFunctionCode, { path: { ...path, qualifier } })
        await expectCodeAt(context, sent, bytes)
      },
    }),
  ]

  async function publish({ target, expectResponse }: Context, serviceName: string): Promise<string> {
    return String(expectResponse(await target.send(publishVersion, { path: { serviceName }, body: {} }), 200).versionId)
  }

  /** The fields of a function that two reads must have in common. Times are excluded: a version may have its own. */
  function toState({ description, handler, memorySize, timeout, codeSize, codeChecksum }: JsonObject): JsonObject {
    const fields = { description, handler, memorySize, timeout, codeSize, codeChecksum }
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  }

  /** Returns false if the target rejects the setting or does not return it. */
  async function keepsSetting(context: Context, { field, before, after }: (typeof settings)[number]): Promise<boolean> {
    const { target, fixture, given } = context
    const body = fixture.serviceBody({ [field]: before })
    const created = await target.send(createService, { body })
    if (created.response.status === 400) return false
    const path = { serviceName: String(body.serviceName) }
    const shown = (await givenReading(context, getService, { path }))[field]
    if (shown === undefined) return false
    const { versionId: qualifier } = await fixture.givenVersion(path.serviceName)
    const changed = await target.send(updateService, { path, body: { [field]: after } })
    if (changed.response.status === 400) return false
    await given(Promise.resolve(changed))
    const read = await target.send(getService, { path: { ...path, qualifier } })
    context.expectFields(read, context.expectPresent(read), { [field]: shown }, 'absent-fails')
    return true
  }
  return checks
}
