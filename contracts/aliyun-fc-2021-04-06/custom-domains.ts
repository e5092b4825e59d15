import { aliyunFc20210406 } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { expectState, findEntry, givenOne, read, toOwnKey } from '../checks/sample.ts'
import { isObject } from '../core/assertions/expect-response.ts'
import { type Check, defineCheck } from '../core/check.ts'
import { customDomainSample as sample } from './account-samples.ts'

const { createCustomDomain, getCustomDomain, updateCustomDomain } = aliyunFc20210406.operations

const toCertificate = (name: string) => ({
  certName: `certificate-${name}`,
  certificate: `-----BEGIN CERTIFICATE-----\n${name}\n-----END CERTIFICATE-----\n`,
})
const privateKey = '-----BEGIN RSA PRIVATE KEY-----\nsecret\n-----END RSA PRIVATE KEY-----\n'

/** Certificates, and routes of domains. */
export const customDomainChecks: readonly Check[] = [
  defineCheck('certificate-is-stored', {
    operation: createCustomDomain,
    clause: 'FC-DEF CreateCustomDomain, Body: certConfig; FC-DEF GetCustomDomain 200: certConfig',
    level: 'core',
    async run(context) {
      for (const name of ['one', 'other']) {
        const certConfig = toCertificate(name)
        const { created, path, input } = await givenOne(context, sample, { certConfig: { ...certConfig, privateKey } })
        context.expectFields(created, context.expectResponse(created), { certConfig }, 'absent-fails')
        await expectState(context, sample, path, { certConfig })
        const { entry, page } = await findEntry(context, sample, input, toOwnKey(sample, path))
        context.expectFields(page, entry, { certConfig }, 'absent-fails')
      }
    },
  }),
  defineCheck('certificate-is-replaced', {
    operation: updateCustomDomain,
    clause: 'FC-DEF UpdateCustomDomain, Body: certConfig; FC-DEF GetCustomDomain 200: certConfig',
    level: 'core',
    async run(context) {
      const { path } = await givenOne(context, sample, { certConfig: { ...toCertificate('first'), privateKey } })
      for (const name of ['second', 'third']) {
        const certConfig = toCertificate(name)
        const body = { certConfig: { ...certConfig, privateKey } }
        const updated = await context.target.send(updateCustomDomain, { path, body })
        context.expectFields(updated, context.expectResponse(updated), { certConfig }, 'absent-fails')
        await expectState(context, sample, path, { certConfig })
      }
      // An absent field stays unchanged.
      await context.given(context.target.send(updateCustomDomain, { path, body: { protocol: 'HTTP,HTTPS' } }))
      await expectState(context, sample, path, { certConfig: toCertificate('third') })
    },
  }),
  defineCheck('private-key-is-not-returned', {
    operation: getCustomDomain,
    clause: 'observed: real servers do not return the private key of a certificate (quirk E14)',
    level: 'extended',
    quirk: 'E14',
    async run(context) {
      if (context.profile === 'documented') context.skip('the response in the source has a private key')
      const { created, path } = await givenOne(context, sample, {
        certConfig: { ...toCertificate('one'), privateKey },
      })
      const after = await read(context, sample, path)
      for (const sent of [after, created]) {
        const { certConfig } = context.expectResponse(sent)
        const isHidden = !isObject(certConfig) || certConfig.privateKey !== privateKey
        context.expectThat(isHidden, { expected: 'no private key', actual: 'the private key of the request' }, sent)
      }
    },
  }),
]
