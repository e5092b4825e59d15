"""
Creates, reads, lists, updates and deletes triggers of FC 2021 through alibabacloud-fc-open20210406.

The settings of a trigger are the text of a JSON object.
"""

import json
import re

from alibabacloud_fc_open20210406 import models
from fc_open_client import client, once, provide_version, rejected, remove_version
from scenario import ACCOUNT, column, equal, holds, pages

TIMER = {"payload": "tick", "cronExpression": "@every 4m", "enable": True}
OSS = {"events": ["oss:ObjectCreated:*"], "filter": {"key": {"prefix": "in/", "suffix": ".zip"}}}
HTTP = {"authType": "anonymous", "methods": ["GET", "POST"], "disableURLInternet": False}


def live_through_triggers():
    provide_version("triggers", "f")
    timer()
    oss()
    http()
    lists()
    deletions()
    remove_version("triggers", "f")


def create(name, kind, settings, **fields):
    text = settings if isinstance(settings, str) else json.dumps(settings)
    request = models.CreateTriggerRequest(trigger_name=name, trigger_type=kind, trigger_config=text, **fields)
    return client.create_trigger("triggers", "f", request)


def read(name):
    return client.get_trigger("triggers", "f", name)


def timer():
    created = create("timer", "timer", TIMER, description="ticks")
    holds(created, status_code=200)
    holds(created.body, trigger_name="timer", trigger_type="timer", description="ticks", url_internet=None)
    equal(json.loads(created.body.trigger_config), TIMER)
    equal(read("timer").body.trigger_id, created.body.trigger_id)
    rejected("TriggerAlreadyExists", 409, lambda: create("timer", "timer", TIMER))
    rejected("InvalidArgument", 400, lambda: create("new", "timer", {"enable": "true"}))
    rejected("InvalidArgument", 400, lambda: create("new", "timer", "{"))

    headers = models.UpdateTriggerHeaders(if_match=created.headers["etag"])
    change = models.UpdateTriggerRequest(trigger_config=json.dumps({"cronExpression": "@every 9m"}))
    update = lambda: client.update_trigger_with_options("triggers", "f", "timer", change, headers, once)
    equal(json.loads(update().body.trigger_config), {**TIMER, "cronExpression": "@every 9m"})
    rejected("PreconditionFailed", 412, update)


def oss():
    source, role = f"acs:oss:cn-hangzhou:{ACCOUNT}:bucket", f"acs:ram::{ACCOUNT}:role/fc"
    created = create("oss", "oss", OSS, source_arn=source, invocation_role=role, qualifier="prod").body
    holds(created, source_arn=source, invocation_role=role, qualifier="prod", url_internet=None)
    equal(json.loads(created.trigger_config), OSS)
    rejected("InvalidArgument", 400, lambda: create("new", "oss", OSS))
    change = models.UpdateTriggerRequest(description="an archive", qualifier="1")
    updated = client.update_trigger("triggers", "f", "oss", change).body
    holds(updated, description="an archive", qualifier="1", trigger_config=created.trigger_config)
    # Of all responses, the package reads the target only from this one.
    equal(updated.target_arn, f"acs:fc:cn-hangzhou:{ACCOUNT}:services/triggers.1/functions/f")
    wrong = models.UpdateTriggerRequest(trigger_config='{"events":7}')
    rejected("InvalidArgument", 400, lambda: client.update_trigger("triggers", "f", "oss", wrong))
    equal(json.loads(read("oss").body.trigger_config), OSS)


def http():
    created = create("http", "http", HTTP).body
    equal(json.loads(created.trigger_config), HTTP)
    found = read("http").body
    assert re.fullmatch(r"https://triggers-f-\w{8}\.cn-hangzhou\.fcapp\.run", found.url_internet), found.url_internet
    equal(found.url_intranet, found.url_internet.replace("cn-hangzhou", "cn-hangzhou-vpc"))
    equal([created.domain_name, created.url_internet], [found.domain_name, found.url_internet])
    rejected("InvalidArgument", 400, lambda: create("new", "http", {"authType": "none"}))


def lists():
    def fetch(token=None, **fields):
        return client.list_triggers("triggers", "f", models.ListTriggersRequest(next_token=token, **fields)).body

    equal(pages(lambda token: fetch(token, limit=2), "triggers", "trigger_name"), [["http", "oss"], ["timer"]])
    equal(column(fetch(prefix="t"), "triggers", "trigger_type"), ["timer"])
    equal(json.loads(fetch(start_key="oss", limit=1).triggers[0].trigger_config), OSS)


def deletions():
    rejected("FunctionNotEmpty", 409, lambda: client.delete_function("triggers", "f"))
    stale = models.DeleteTriggerHeaders(if_match="0" * 32)
    rejected("PreconditionFailed", 412, lambda: client.delete_trigger_with_options("triggers", "f", "oss", stale, once))
    for name in ["http", "oss", "timer"]:
        holds(client.delete_trigger("triggers", "f", name), status_code=204)
    rejected("TriggerNotFound", 404, lambda: read("oss"))
