"""The configurations of the types of triggers of FC 2021-04-06, from FC-DEF."""

from validate import boolean, integer, list_of, map_of, one_of, record, text

int64 = integer(-(2**63), 2**63 - 1)


def fields(rule, *names):
    return dict.fromkeys(names, rule)


DELIVERY_MODE = one_of("event-streaming", "event-driven")
RETRIES = one_of("BACKOFF_RETRY", "EXPONENTIAL_DECAY_RETRY")

EVENT_SOURCES = record(
    {
        "sourceMNSParameters": record(
            {**fields(text, "RegionId", "QueueName"), "IsBase64Decode": boolean},
            required=("QueueName",),
        ),
        "sourceRocketMQParameters": record(
            {
                **fields(text, "RegionId", "InstanceId", "Topic", "Tag", "Offset", "GroupID", "InstanceType"),
                **fields(text, "InstanceEndpoint", "InstanceUsername", "InstancePassword", "FilterType", "FilterSql"),
                **fields(text, "AuthType", "InstanceVpcId", "InstanceVSwitchIds", "InstanceSecurityGroupId"),
                "InstanceNetwork": text,
                "Timestamp": int64,
            },
            required=("InstanceId", "Topic", "GroupID"),
        ),
        "sourceRabbitMQParameters": record(
            fields(text, "RegionId", "InstanceId", "VirtualHostName", "QueueName"),
            required=("InstanceId", "VirtualHostName", "QueueName"),
        ),
        "sourceKafkaParameters": record(
            {
                **fields(text, "RegionId", "InstanceId", "Topic", "ConsumerGroup", "Network", "VpcId", "VSwitchIds"),
                "SecurityGroupId": text,
                "OffsetReset": one_of("earliest", "latest"),
            },
            required=("InstanceId", "Topic", "ConsumerGroup"),
        ),
        "sourceMQTTParameters": record(
            fields(text, "RegionId", "InstanceId", "Topic"),
            required=("InstanceId", "Topic"),
        ),
        "sourceDTSParameters": record(
            {
                **fields(text, "RegionId", "BrokerUrl", "Topic", "Sid", "Username", "Password", "TaskId"),
                "InitCheckPoint": int64,
            },
            required=("RegionId", "BrokerUrl", "Topic", "Sid", "Username", "Password", "InitCheckPoint", "TaskId"),
        ),
    }
)

EVENTBRIDGE = record(
    {
        "triggerEnable": boolean,
        "asyncInvocationType": boolean,
        "eventRuleFilterPattern": text,
        "eventSourceConfig": record(
            {
                "eventSourceType": one_of("Default", "MNS", "RocketMQ", "RabbitMQ", "Kafka", "MQTT", "DTS"),
                "eventSourceParameters": EVENT_SOURCES,
            },
            required=("eventSourceType",),
        ),
        "eventSinkConfig": record(
            {
                "deliveryOption": record(
                    {"mode": DELIVERY_MODE, "eventSchema": one_of("CloudEvents", "RawData"), "concurrency": int64}
                )
            }
        ),
        "runOptions": record(
            {
                "batchWindow": record(fields(int64, "CountBasedWindow", "TimeBasedWindow")),
                "retryStrategy": record(
                    {"PushRetryStrategy": RETRIES, **fields(int64, "MaximumEventAgeInSeconds", "MaximumRetryAttempts")}
                ),
                "deadLetterQueue": record({"Arn": text}),
                "maximumTasks": int64,
                "errorsTolerance": one_of("NONE", "ALL"),
                "mode": DELIVERY_MODE,
            }
        ),
    },
    required=("eventRuleFilterPattern", "eventSourceConfig"),
)

RULES = {
    "oss": record(
        {"events": list_of(text), "filter": record({"key": record(fields(text, "prefix", "suffix"))})},
    ),
    "log": record(
        {
            "sourceConfig": record({"logstore": text}),
            "jobConfig": record({"maxRetryTime": integer(0, 100), "triggerInterval": int64}),
            "functionParameter": map_of(text),
            "logConfig": record(fields(text, "project", "logstore")),
            "enable": boolean,
        }
    ),
    "timer": record({"payload": text, "cronExpression": text, "enable": boolean}),
    "http": record(
        {
            "authType": one_of("anonymous", "function"),
            "methods": list_of(one_of("HEAD", "GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS")),
            "disableURLInternet": boolean,
            "authConfig": text,
        }
    ),
    "tablestore": record({}),
    "cdn_events": record(
        {**fields(text, "eventName", "eventVersion", "notes"), "filter": map_of(list_of(text))},
    ),
    "mns_topic": record(
        {
            "filterTag": text,
            "notifyContentFormat": one_of("STREAM", "JSON"),
            "notifyStrategy": RETRIES,
        }
    ),
    "eventbridge": EVENTBRIDGE,
    # The list of types in FC-DEF lacks rds, but FC-DEF has a model of its settings. Clients send it.
    "rds": record(
        {"subscriptionObjects": list_of(text), **fields(int64, "retry", "concurrency"), "eventFormat": text},
    ),
}
