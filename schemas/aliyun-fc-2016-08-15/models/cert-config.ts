export { CertConfig } from '../../aliyun-fc/models/cert-config.ts'
