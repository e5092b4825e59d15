export { OpenReservedCapacity, ListReservedCapacitiesOutput } from '../../aliyun-fc/models/reserved-capacity.ts'
