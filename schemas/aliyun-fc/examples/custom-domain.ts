const routeConfig = {
  routes: [
    {
      functionName: 'f1',
      methods: ['GET' as const],
      path: '/login',
      qualifier: 'prod',
      serviceName: 's1',
      rewriteConfig: {
        equalRules: [{ match: '/old', replacement: '/new' }],
        wildcardRules: [{ match: '/api/*', replacement: '/$1' }],
        regexRules: [{ match: '^/js/(.*?)$', replacement: '/public/javascripts/$1' }],
      },
    },
  ],
}

const certificate = '-----BEGIN CERTIFICATE----- xxxxx -----END CERTIFICATE-----'

const certConfig = {
  certName: 'my-cert',
  certificate,
  privateKey: '-----BEGIN RSA PRIVATE KEY----- xxxxx -----END RSA PRIVATE KEY-----',
}

const tlsConfig = {
  minVersion: 'TLSv1.0' as const,
  cipherSuites: ['TLS_RSA_WITH_RC4_128_SHA'],
  maxVersion: 'TLSv1.3' as const,
}

const wafConfig = { enableWAF: true }

/** From the sample of FC-DEF CreateCustomDomain. */
export const createDomainRequest = {
  summary: 'A domain with a route to a function',
  value: { domainName: 'example.com', protocol: 'HTTP' as const, routeConfig, wafConfig },
}

/** From the sample of FC-DEF CreateCustomDomain. */
export const createSecureDomainRequest = {
  summary: 'A domain with HTTPS',
  value: { domainName: 'example.com', protocol: 'HTTP,HTTPS' as const, routeConfig, certConfig, tlsConfig },
}

/** From the sample of FC-DEF UpdateCustomDomain. */
export const updateDomainRequest = {
  summary: 'HTTPS with a certificate',
  value: { protocol: 'HTTPS' as const, certConfig, tlsConfig },
}

/** The sample of FC-DEF GetCustomDomain without tabs (E12) and without the private key (E14). */
export const domain = {
  summary: 'A domain with every setting',
  value: {
    domainName: 'example.com',
    accountId: '1986114123434305',
    protocol: 'HTTP' as const,
    apiVersion: '2016-08-15',
    createdTime: '2020-07-27T08:02:19Z',
    lastModifiedTime: '2020-07-27T08:02:19Z',
    certConfig: { certName: 'my-cert', certificate },
    tlsConfig,
    routeConfig,
    wafConfig,
  },
}

export const updatedDomain = {
  summary: 'The domain after the update',
  value: { ...domain.value, protocol: updateDomainRequest.value.protocol },
}

export const domains = {
  summary: 'A page of domains, with a token for the next page',
  value: { nextToken: 'example.com', customDomains: [domain.value] },
}
