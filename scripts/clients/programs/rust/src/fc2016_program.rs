use std::collections::HashMap;

use base64::Engine;
use fc2016::apis::alias_api::{create_alias, delete_alias};
use fc2016::apis::configuration::Configuration;
use fc2016::apis::function_api::{
    create_function, delete_function, get_function, get_function_by_qualifier, invoke_function_by_qualifier,
    list_functions, update_function,
};
use fc2016::apis::service_api::{create_service, delete_service, get_service, update_service};
use fc2016::apis::trigger_api::{create_trigger, delete_trigger, get_trigger};
use fc2016::apis::version_api::{delete_version, publish_version};
use fc2016::apis::Error;
use fc2016::models::{Runtime, 
    Alias, Code, Function, FunctionUpdateFields, LogConfig, MountPoint, NasConfig, NasConfigGroupId, NasConfigUserId,
    PublishVersionFields, Service, ServiceUpdateFields, Trigger, VpcConfig,
};
use serde_json::json;

use crate::lines::{self, Record};
use crate::show_response;

const NAME: &str = "clients";

pub async fn run() {
    let record = Record::default();
    let configure = |error: Option<&str>| {
        let base_path = lines::url("/2016-08-15");
        Configuration { base_path, client: record.client(error), ..Configuration::default() }
    };
    let at = &configure(None);
    let code = || Code { zip_file: Some(b"a zip archive".to_vec()), ..Code::default() };

    let service = || Service {
        description: Some("made by a generated client".to_owned()),
        internet_access: Some(true),
        log_config: Some(Box::new(LogConfig {
            project: Some("project-1".to_owned()),
            logstore: Some("logstore-1".to_owned()),
            enable_request_metrics: Some(true),
            enable_instance_metrics: Some(false),
            log_begin_rule: Some("DefaultRegex".to_owned()),
        })),
        role: Some("acs:ram::123456789012:role/fc".to_owned()),
        vpc_config: Some(Box::new(VpcConfig::new(
            "sg-1".to_owned(),
            vec!["vsw-1".to_owned(), "vsw-2".to_owned()],
            "vpc-1".to_owned(),
        ))),
        tracing_config: Some(HashMap::from([
            ("type".to_owned(), json!("Jaeger")),
            ("params".to_owned(), json!({ "endpoint": "http://tracing.example.com" })),
        ])),
        nas_config: Some(Box::new(NasConfig::new(
            NasConfigUserId::IdNumber(10003),
            NasConfigGroupId::IdText("10003".to_owned()),
            vec![MountPoint::new("nas.example.com:/".to_owned(), "/mnt/a".to_owned())],
        ))),
        ..Service::new(NAME.to_owned())
    };
    show_response!("create service", &record, create_service(at, service()));
    show_response!("get service", &record, get_service(at, NAME));
    show_response!("create service again", &record, create_service(at, service()));

    let least = |name: &str, runtime| Function::new(code(), name.to_owned(), "index.handler".to_owned(), runtime);
    let full = Function {
        description: Some("has every field".to_owned()),
        memory_size: Some(512),
        timeout: Some(60),
        initializer: Some("index.initializer".to_owned()),
        initialization_timeout: Some(30),
        environment_variables: Some(HashMap::from([
            ("MODE".to_owned(), "test".to_owned()),
            ("EMPTY".to_owned(), String::new()),
        ])),
        instance_concurrency: Some(5),
        ca_port: Some(9000),
        custom_container_config: Some(HashMap::from([
            ("image".to_owned(), json!("registry.example.com/image:1")),
            ("command".to_owned(), json!("[\"node\"]")),
        ])),
        layers: Some(vec!["acs:fc:cn-hangzhou:123456789012:layers/a/versions/1".to_owned()]),
        instance_type: Some("c1".to_owned()),
        ..least("full", Runtime::Nodejs44)
    };
    show_response!("create function", &record, create_function(at, NAME, full));
    show_response!("get function", &record, get_function(at, NAME, "full"));
    let tag = record.tag().unwrap();

    for number in 1..=5 {
        create_function(at, NAME, least(&format!("list-{number}"), Runtime::Python3)).await.unwrap();
    }
    let mut pages = Vec::new();
    let mut next_token: Option<String> = None;
    loop {
        let page = list_functions(at, NAME, Some(2), next_token.as_deref(), Some("list-"), None).await.unwrap();
        let names = page.functions.unwrap().into_iter().map(|listed| listed.function_name);
        pages.push(names.collect::<Vec<_>>());
        next_token = page.next_token;
        if next_token.is_none() {
            break;
        }
    }
    lines::show("list functions", json!({ "pages": pages }));

    let change = || FunctionUpdateFields {
        description: Some("changed".to_owned()),
        memory_size: Some(1024),
        environment_variables: Some(HashMap::new()),
        ..FunctionUpdateFields::default()
    };
    let update = |at, tag| update_function(at, NAME, "full", change(), tag);
    show_response!("update function", &record, update(at, Some(&tag)));
    show_response!("update function with a stale tag", &record, update(at, Some(&tag)));
    for code in lines::forced_errors() {
        let forced = configure(Some(&code));
        let call = update_function(&forced, NAME, "full", change(), None);
        show_response!(&format!("error {code}"), &record, call);
    }

    let trigger = Trigger {
        invocation_role: Some("acs:ram::123456789012:role/oss".to_owned()),
        source_arn: Some("acs:oss:cn-hangzhou:123456789012:bucket".to_owned()),
        qualifier: Some("LATEST".to_owned()),
        description: Some("runs for each upload".to_owned()),
        ..Trigger::new(
            HashMap::from([
                ("events".to_owned(), json!(["oss:ObjectCreated:*"])),
                ("filter".to_owned(), json!({ "key": { "prefix": "in/" } })),
            ]),
            "uploads".to_owned(),
            "oss".to_owned(),
        )
    };
    show_response!("create trigger", &record, create_trigger(at, NAME, "full", trigger));
    show_response!("get trigger", &record, get_trigger(at, NAME, "full", "uploads"));

    let first = PublishVersionFields { description: Some("first".to_owned()), ..PublishVersionFields::default() };
    show_response!("publish version", &record, publish_version(at, NAME, None, Some(first)));
    let words = ServiceUpdateFields { description: Some("changed".to_owned()), ..ServiceUpdateFields::default() };
    update_service(at, NAME, words, None).await.unwrap();
    publish_version(at, NAME, None, None).await.unwrap();
    let alias = Alias {
        version_id: Some("1".to_owned()),
        description: Some("both".to_owned()),
        additional_version_weight: Some(HashMap::from([("2".to_owned(), 0.25)])),
        ..Alias::new("stable".to_owned())
    };
    show_response!("create alias", &record, create_alias(at, NAME, alias));

    show_response!("get function by qualifier", &record, get_function_by_qualifier(at, NAME, "1", "full"));
    let event = std::env::temp_dir().join("event");
    std::fs::write(&event, [0, 255, 10]).unwrap();
    let invoked = invoke_function_by_qualifier(at, NAME, "1", "full", None, None, Some(event)).await.unwrap();
    let status = invoked.status().as_u16();
    let bytes = base64::prelude::BASE64_STANDARD.encode(invoked.bytes().await.unwrap());
    lines::show("invoke function by qualifier", json!({ "status": status, "bytes": bytes }));

    let everything = list_functions(at, NAME, None, None, None, None).await.unwrap();
    show_response!("delete service with functions", &record, delete_service(at, NAME, None));
    show_response!("delete trigger", &record, delete_trigger(at, NAME, "full", "uploads", None));
    show_response!("delete alias", &record, delete_alias(at, NAME, "stable", None));
    for id in ["1", "2"] {
        show_response!(&format!("delete version {id}"), &record, delete_version(at, NAME, id));
    }
    for listed in everything.functions.unwrap() {
        let name = listed.function_name.unwrap();
        show_response!(&format!("delete function {name}"), &record, delete_function(at, NAME, &name, None));
    }
    show_response!("delete service", &record, delete_service(at, NAME, None));
    show_response!("get deleted service", &record, get_service(at, NAME));
}
