use std::collections::HashMap;

use fc2021::apis::configuration::Configuration;
use fc2021::apis::function_api::{create_function, update_function};
use fc2021::apis::Error;
use fc2021::models::{
    AccelerationType, DiskSize, InstanceType, Runtime,
    Code, CreateFunctionInput, CustomContainerConfig, CustomDns, CustomHealthCheckConfig, CustomRuntimeConfig,
    DnsOption, InstanceLifecycleConfig, LifecycleHook, UpdateFunctionInput,
};

use crate::lines::{self, Record};
use crate::show_response;

const SERVICE: &str = "clients";
const ACCOUNT: Option<&str> = Some("123456789012");

pub async fn run() {
    let record = Record::default();
    let configure = |error: Option<&str>| {
        let base_path = lines::url("/2021-04-06");
        Configuration { base_path, client: record.client(error), ..Configuration::default() }
    };
    let at = &configure(None);
    let hook = |handler: &str, timeout| LifecycleHook { handler: Some(handler.to_owned()), timeout: Some(timeout) };
    let one = |text: &str| Some(vec![text.to_owned()]);

    let full = || CreateFunctionInput {
        code: Some(Box::new(Code { zip_file: Some(b"a zip archive".to_vec()), ..Code::default() })),
        layers: one("acs:fc:cn-hangzhou:123456789012:layers/a/versions/1"),
        description: Some("has every field".to_owned()),
        initialization_timeout: Some(30),
        initializer: Some("index.initializer".to_owned()),
        memory_size: Some(512),
        timeout: Some(60),
        ca_port: Some(9000),
        environment_variables: Some(HashMap::from([("MODE".to_owned(), "test".to_owned())])),
        instance_concurrency: Some(10),
        instance_soft_concurrency: Some(5),
        instance_type: Some(InstanceType::FcGpuTesla1),
        custom_runtime_config: Some(Box::new(CustomRuntimeConfig { command: one("node"), args: one("server.js") })),
        instance_lifecycle_config: Some(Box::new(InstanceLifecycleConfig {
            pre_freeze: Some(Box::new(hook("index.preFreeze", 10))),
            pre_stop: Some(Box::new(hook("index.preStop", 20))),
        })),
        custom_dns: Some(Box::new(CustomDns {
            name_servers: one("223.5.5.5"),
            searches: one("example.com"),
            dns_options: Some(vec![DnsOption { name: "ndots".to_owned(), value: Some("1".to_owned()) }]),
        })),
        custom_health_check_config: Some(Box::new(CustomHealthCheckConfig {
            http_get_url: "/ready".to_owned(),
            initial_delay_seconds: Some(1),
            period_seconds: Some(5),
            timeout_seconds: Some(2),
            failure_threshold: Some(4),
            success_threshold: Some(2),
        })),
        cpu: Some(0.35),
        disk_size: Some(DiskSize::MB10240),
        gpu_memory_size: Some(2048),
        ..CreateFunctionInput::new("full".to_owned(), "index.handler".to_owned(), Runtime::CustomDebian10)
    };
    show_response!(
        "create function",
        &record,
        create_function(at, SERVICE, full(), ACCOUNT, None, None, Some("trace-1"))
    );
    let tag = record.tag().unwrap();
    show_response!("create function again", &record, create_function(at, SERVICE, full(), None, None, None, None));

    let container = CreateFunctionInput {
        custom_container_config: Some(Box::new(CustomContainerConfig {
            image: Some("registry.example.com/image:1".to_owned()),
            command: Some("[\"node\"]".to_owned()),
            args: Some("[\"server.js\"]".to_owned()),
            acceleration_type: Some(AccelerationType::Default),
            instance_id: Some("cri-1".to_owned()),
            web_server_mode: Some(true),
        })),
        ..CreateFunctionInput::new("container".to_owned(), "index.handler".to_owned(), Runtime::CustomContainer)
    };
    show_response!(
        "create function in a container",
        &record,
        create_function(at, SERVICE, container, None, None, None, None)
    );

    let change = || UpdateFunctionInput {
        description: Some("changed".to_owned()),
        instance_concurrency: Some(20),
        disk_size: Some(DiskSize::MB512),
        ..UpdateFunctionInput::default()
    };
    let update = |at, tag| update_function(at, SERVICE, "full", change(), tag, ACCOUNT, None, None, None);
    show_response!("update function", &record, update(at, Some(&tag)));
    show_response!("update function with a stale tag", &record, update(at, Some(&tag)));
    for code in lines::forced_errors() {
        let forced = configure(Some(&code));
        let call = update_function(&forced, SERVICE, "full", change(), None, None, None, None, None);
        show_response!(&format!("error {code}"), &record, call);
    }
}
