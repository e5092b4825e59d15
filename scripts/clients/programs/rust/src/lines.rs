//! Prints the result of each step as a JSON line that the runner reads.

use std::sync::{Arc, Mutex};

use reqwest::header::{HeaderMap, HeaderValue};
use reqwest_middleware::{ClientBuilder, ClientWithMiddleware, Middleware, Next};
use serde_json::{Map, Value, json};

pub fn url(path: &str) -> String {
    format!("{}{path}", setting("MOCK_URL"))
}

/// The error codes that the program forces.
pub fn forced_errors() -> Vec<String> {
    setting("FORCED_ERRORS").split(',').map(str::to_owned).collect()
}

fn setting(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set"))
}

/// Records status and ETag of a response. The methods of the client return only the body.
#[derive(Clone, Default)]
pub struct Record(Arc<Mutex<(u16, Option<String>)>>);

impl Record {
    pub fn status(&self) -> u16 {
        self.0.lock().unwrap().0
    }

    pub fn tag(&self) -> Option<String> {
        self.0.lock().unwrap().1.clone()
    }

    /// A client that records each response and forces an error if one is given.
    pub fn client(&self, error: Option<&str>) -> ClientWithMiddleware {
        let mut headers = HeaderMap::new();
        if let Some(code) = error {
            let value = HeaderValue::from_str(&format!("error={code}")).unwrap();
            headers.insert("Prefer", value);
        }
        let client = reqwest::Client::builder().default_headers(headers).build().unwrap();
        ClientBuilder::new(client).with(self.clone()).build()
    }
}

#[async_trait::async_trait]
impl Middleware for Record {
    async fn handle(
        &self,
        request: reqwest::Request,
        extensions: &mut http::Extensions,
        next: Next<'_>,
    ) -> reqwest_middleware::Result<reqwest::Response> {
        let response = next.run(request, extensions).await?;
        let tag = response.headers().get("etag").map(|tag| tag.to_str().unwrap().to_owned());
        *self.0.lock().unwrap() = (response.status().as_u16(), tag);
        Ok(response)
    }
}

pub fn show(step: &str, parts: Value) {
    let mut line = Map::new();
    line.insert("step".to_owned(), json!(step));
    // The runner expects the step first, but serde_json sorts keys by name.
    let rest = parts.to_string();
    println!("{},{}", Value::Object(line).to_string().trim_end_matches('}'), &rest[1..]);
}

pub fn show_success(step: &str, record: &Record, body: Value) {
    let status = record.status();
    match record.tag() {
        _ if status == 204 => show(step, json!({ "status": status })),
        Some(tag) => show(step, json!({ "status": status, "etag": tag, "body": body })),
        None => show(step, json!({ "status": status, "body": body })),
    }
}

/// Prints the result of a client method: a body, or an error that was decoded into the type of its operation.
#[macro_export]
macro_rules! show_response {
    ($step:expr, $record:expr, $call:expr) => {
        match $call.await {
            Ok(body) => $crate::lines::show_success($step, $record, serde_json::to_value(&body).unwrap()),
            Err(Error::ResponseError(content)) => {
                let entity = content.entity.unwrap_or_else(|| panic!("{}: not decoded: {}", $step, content.content));
                let error = serde_json::to_value(&entity).unwrap();
                $crate::lines::show($step, serde_json::json!({ "status": content.status.as_u16(), "error": error }))
            }
            Err(other) => panic!("{}: {other}", $step),
        }
    };
}
