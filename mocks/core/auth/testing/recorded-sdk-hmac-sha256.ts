import { type RecordedRequest, secret, toBytes } from './recorded-request.ts'

export const recordedSdkHmacSha256: readonly RecordedRequest[] = [
  {
    client: '@huaweicloud/huaweicloud-sdk-functiongraph 3.1.211',
    call: 'updateFunctionConfig',
    api: 'huawei-functiongraph-v2',
    sentAt: '2026-11-21T21:34:56Z',
    credential: { id: 'HWfixture', secret },
    request: {
      method: 'PUT',
      path: '/v2/0123456789abcdef0123456789abcdef/fgs/functions/urn:fss:cn-north-4:0123456789abcdef0123456789abcdef:function:default:print/config',
      query: '',
      headers: {
        'content-type': 'application/json',
        'x-project-id': '0123456789abcdef0123456789abcdef',
        'x-sdk-date': '20261121T213456Z',
        host: '127.0.0.1:41075',
        authorization:
          'SDK-HMAC-SHA256 Access=HWfixture, SignedHeaders=content-type;host;x-project-id;x-sdk-date, Signature=5961807ef8c61ceab53cc4426bf01560d1c80373a250858f02268f794c0b5ec9',
      },
      body: toBytes(
        '{"func_name":"print","runtime":"Node.js12.13","timeout":3,"handler":"index.handler","memory_size":128,"description":"für März"}',
      ),
      host: '127.0.0.1:41075',
    },
  },
  {
    client: '@huaweicloud/huaweicloud-sdk-functiongraph 3.1.211',
    call: 'updateFunctionCode',
    api: 'huawei-functiongraph-v2',
    sentAt: '2026-11-21T21:34:56Z',
    credential: { id: 'HWfixture', secret, securityToken: 'fixture/token+==' },
    request: {
      method: 'PUT',
      path: '/v2/0123456789abcdef0123456789abcdef/fgs/functions/urn:fss:cn-north-4:0123456789abcdef0123456789abcdef:function:default:print:latest/code',
      query: '',
      headers: {
        'content-type': 'application/json',
        'x-security-token': 'fixture/token+==',
        'x-project-id': '0123456789abcdef0123456789abcdef',
        'x-sdk-date': '20261121T213456Z',
        host: '127.0.0.1:41075',
        authorization:
          'SDK-HMAC-SHA256 Access=HWfixture, SignedHeaders=content-type;host;x-project-id;x-sdk-date;x-security-token, Signature=50f121692174ee7779f7aa76dce46c2644d3d58d8bea3a2ef607ccbe074ee48a',
      },
      body: toBytes('{"code_type":"inline","func_code":{"file":"UEsDBA=="}}'),
      host: '127.0.0.1:41075',
    },
  },
  {
    client: '@huaweicloud/huaweicloud-sdk-functiongraph 3.1.211',
    call: 'listFunctions',
    api: 'huawei-functiongraph-v2',
    sentAt: '2026-11-21T21:34:56Z',
    credential: { id: 'HWfixture', secret },
    request: {
      method: 'GET',
      path: '/v2/0123456789abcdef0123456789abcdef/fgs/functions',
      query: "marker=0&maxitems=2&func_name=a%20b*~'(%C3%BC)%26c",
      headers: {
        'content-type': 'application/json',
        'x-project-id': '0123456789abcdef0123456789abcdef',
        'x-sdk-date': '20261121T213456Z',
        host: '127.0.0.1:41075',
        authorization:
          'SDK-HMAC-SHA256 Access=HWfixture, SignedHeaders=content-type;host;x-project-id;x-sdk-date, Signature=c11e367f1090cdaf672c35bcd375154f04ae7f4d3945dc096f77bc091b48189d',
      },
      body: undefined,
      host: '127.0.0.1:41075',
    },
  },
  {
    client: 'huaweicloudsdkfunctiongraph 3.1.219 (Python)',
    call: 'update_function_config',
    api: 'huawei-functiongraph-v2',
    sentAt: '2026-11-21T21:38:58Z',
    credential: { id: 'HWfixture', secret },
    request: {
      method: 'PUT',
      path: '/v2/0123456789abcdef0123456789abcdef/fgs/functions/urn%3Afss%3Acn-north-4%3A0123456789abcdef0123456789abcdef%3Afunction%3Adefault%3Aprint/config',
      query: '',
      headers: {
        'user-agent': 'huaweicloud-usdk-python/3.0; fixture',
        'content-type': 'application/json',
        'x-project-id': '0123456789abcdef0123456789abcdef',
        'x-sdk-date': '20261121T213858Z',
        host: '127.0.0.1:40109',
        authorization:
          'SDK-HMAC-SHA256 Access=HWfixture, SignedHeaders=content-type;host;user-agent;x-project-id;x-sdk-date, Signature=11a5ca016667670b7c3cf881b5504043455b93dc3690ec15ab9a39ffe3ef5f70',
      },
      body: toBytes(
        '{"func_name": "print", "runtime": "Node.js12.13", "timeout": 3, "handler": "index.handler", "memory_size": 128, "description": "f\\u00fcr M\\u00e4rz"}',
      ),
      host: '127.0.0.1:40109',
    },
  },
  {
    client: 'huaweicloudsdkfunctiongraph 3.1.219 (Python)',
    call: 'list_functions',
    api: 'huawei-functiongraph-v2',
    sentAt: '2026-11-21T21:38:58Z',
    credential: { id: 'HWfixture', secret },
    request: {
      method: 'GET',
      path: '/v2/0123456789abcdef0123456789abcdef/fgs/functions',
      query: 'func_name=a%20b%2A~%27%28%C3%BC%29%26c&marker=0&maxitems=2',
      headers: {
        'user-agent': 'huaweicloud-usdk-python/3.0; fixture',
        'content-type': 'application/json',
        'x-project-id': '0123456789abcdef0123456789abcdef',
        'x-sdk-date': '20261121T213858Z',
        host: '127.0.0.1:40109',
        authorization:
          'SDK-HMAC-SHA256 Access=HWfixture, SignedHeaders=content-type;host;user-agent;x-project-id;x-sdk-date, Signature=097a5d3e75f8a5d7a9d7c176eee9675e9b0ea1ad298b78237df355866103b021',
      },
      body: undefined,
      host: '127.0.0.1:40109',
    },
  },
  {
    client: 'huaweicloudsdkfunctiongraph 3.1.219 (Python)',
    call: 'show_function_config',
    api: 'huawei-functiongraph-v2',
    sentAt: '2026-11-21T21:38:58Z',
    credential: { id: 'HWfixture', secret },
    request: {
      method: 'GET',
      path: '/v2/0123456789abcdef0123456789abcdef/fgs/functions/a%20b%2A~%2B%C3%BC%3Ac/config',
      query: '',
      headers: {
        'user-agent': 'huaweicloud-usdk-python/3.0; fixture',
        'content-type': 'application/json',
        'x-project-id': '0123456789abcdef0123456789abcdef',
        'x-sdk-date': '20261121T213858Z',
        host: '127.0.0.1:40109',
        authorization:
          'SDK-HMAC-SHA256 Access=HWfixture, SignedHeaders=content-type;host;user-agent;x-project-id;x-sdk-date, Signature=85ec1c54e6b7f665d8d6814843772a458610bdeddae6480ac9e54d302f33e873',
      },
      body: undefined,
      host: '127.0.0.1:40109',
    },
  },
]
