export { HTTPMethod } from '../../aliyun-fc/models/http-method.ts'
