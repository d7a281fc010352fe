//! Each preset against a stand-in that speaks as the gateway's documents say.

use brobyg::message::sms::{Handed, Meaning, PRESETS};
use sea_orm::prelude::Uuid;
use serde_json::{Value, json};

use super::{SECRET, now, through};
use crate::support::gateway::{Asked, GatewayServer, Mood};

const NUMBER: &str = "+4512345678";
const TEXT: &str = "Hej Åse, vi ses";

/// What the gateway was asked, and how that went.
async fn handed(preset: &str, (status, said): (u16, Value), text: &str) -> (Handed, Vec<Asked>, String) {
    let server = GatewayServer::open(Mood::Says(status, said)).await;
    let id = Uuid::now_v7();
    let handed = through(preset, &server).send(id, now(), NUMBER, text).await;
    (handed, server.asked(), id.simple().to_string())
}

async fn means(preset: &str, status: u16, said: Value) -> Meaning {
    handed(preset, (status, said), TEXT).await.0.meaning
}

fn accepted(id: Option<&str>, code: &str) -> Handed {
    Handed { meaning: Meaning::Accepted, id: id.map(str::to_owned), code: code.into() }
}

#[tokio::test]
async fn gatewayapi_is_handed_a_message_as_its_documents_say() {
    let said = json!({ "msg_id": "01JNN696A9E0WS89FPYGT15NBX", "recipient": 4512345678u64, "reference": "r" });
    let (handed, asked, reference) = handed("gatewayapi", (202, said), TEXT).await;

    assert_eq!(handed, accepted(Some("01JNN696A9E0WS89FPYGT15NBX"), "202"));
    assert_eq!((asked[0].line.as_str(), asked[0].head("authorization")), ("POST /send HTTP/1.1", "Token k3y"));
    assert_eq!(asked[0].head("content-type"), "application/json");
    let body = json!({ "sender": "Brobyg", "message": TEXT, "recipient": 4512345678u64, "reference": reference });
    assert_eq!(asked[0].json(), body);
}

#[tokio::test]
async fn gatewayapi_says_whose_fault_it_is() {
    let error = |code: &str| json!({ "code": code, "message": "no", "incident_uuid": "d8127429" });
    assert_eq!(means("gatewayapi", 401, error("0x0211")).await, Meaning::Stopped);
    assert_eq!(means("gatewayapi", 403, error("0x0216")).await, Meaning::Stopped);
    assert_eq!(means("gatewayapi", 403, error("0x0215")).await, Meaning::Number);
    assert_eq!(means("gatewayapi", 422, error("0x0308")).await, Meaning::Ours);
    assert_eq!(means("gatewayapi", 429, json!({})).await, Meaning::Temporary);
    assert_eq!(means("gatewayapi", 500, json!({})).await, Meaning::Unknown);
}

#[tokio::test]
async fn cpsms_is_handed_a_message_as_its_documents_say() {
    let said = json!({ "success": [{ "to": "4512345678", "cost": 1 }] });
    let (handed, asked, reference) = handed("cpsms", (200, said), TEXT).await;

    assert_eq!(handed, accepted(None, "200"));
    // brobygs-user:k3y
    assert_eq!(asked[0].head("authorization"), "Basic YnJvYnlncy11c2VyOmszeQ==");
    let receipts = format!("https://brobyg.example/sms/receipts/{SECRET}?reference={reference}");
    let body =
        json!({ "to": "4512345678", "message": TEXT, "from": "Brobyg", "reference": reference, "dlr_url": receipts });
    assert_eq!(asked[0].json(), body);
    assert_eq!(reference.len(), 32, "they take no longer one");
}

#[tokio::test]
async fn cpsms_says_whose_fault_it_is_and_is_never_given_what_it_would_cut() {
    let error = |code: u16| json!({ "error": [{ "errorCode": code, "errMsg": "no", "to": "21314181" }] });
    assert_eq!(means("cpsms", 207, error(400)).await, Meaning::Number);
    assert_eq!(means("cpsms", 400, error(400)).await, Meaning::Number);
    assert_eq!(means("cpsms", 402, error(402)).await, Meaning::Stopped);
    assert_eq!(means("cpsms", 401, error(401)).await, Meaning::Stopped);
    assert_eq!(means("cpsms", 409, error(409)).await, Meaning::Ours);
    assert_eq!(means("cpsms", 500, json!({})).await, Meaning::Unknown);

    let (handed, asked, _) = handed("cpsms", (200, json!({})), "Hej Şimşek").await;
    assert_eq!((handed.meaning, asked.len()), (Meaning::Ours, 0));
}

#[tokio::test]
async fn inmobile_is_handed_a_message_as_its_documents_say() {
    let result = |is_valid: bool| {
        let number = json!({ "countryCode": "45", "rawMsisdn": "4512345678", "isValidMsisdn": is_valid });
        json!({ "results": [{ "numberDetails": number, "messageId": "theirs", "smsCount": 1, "encoding": "ucs2" }] })
    };
    let (handed, asked, reference) = handed("inmobile", (200, result(true)), "Hej Şimşek").await;

    assert_eq!(handed, accepted(Some("theirs"), "200"));
    assert_eq!(asked[0].head("authorization"), "Basic YnJvYnlnOmszeQ==");
    let message = json!({
        "to": "4512345678", "text": "Hej Şimşek", "from": "Brobyg", "messageId": reference, "respectBlacklist": true,
        "flash": false, "encoding": "ucs2", "statusCallbackUrl": format!("https://brobyg.example/sms/receipts/{SECRET}"),
    });
    assert_eq!(asked[0].json(), json!({ "messages": [message] }));
    // Nothing but this word tells that the message goes nowhere.
    assert_eq!(means("inmobile", 200, result(false)).await, Meaning::Number);
    let error = json!({ "errorMessage": "Forbidden thing", "details": ["You shall not pass"] });
    assert_eq!(means("inmobile", 403, error.clone()).await, Meaning::Stopped);
    assert_eq!(means("inmobile", 400, error.clone()).await, Meaning::Ours);
    assert_eq!(means("inmobile", 500, error).await, Meaning::Unknown);
}

#[tokio::test]
async fn link_is_handed_a_message_as_its_documents_say() {
    let said =
        |code: u16| json!({ "messageId": "Dcshuhod0PMAAAFQ+/PbnR3x", "resultCode": code, "description": "said" });
    let (handed, asked, reference) = handed("link", (200, said(1005)), TEXT).await;

    assert_eq!(handed, accepted(Some("Dcshuhod0PMAAAFQ+/PbnR3x"), "200 1005"));
    let body = json!({
        "source": "Brobyg", "sourceTON": "ALPHANUMERIC", "destination": NUMBER, "destinationTON": "MSISDN",
        "userData": TEXT, "platformId": "COMMON_API", "platformPartnerId": "4711", "refId": reference,
        "useDeliveryReport": true, "deliveryReportGates": ["Gate1"],
    });
    assert_eq!(asked[0].json(), body);
    for (code, meaning) in
        [(2104, Meaning::Number), (3, Meaning::Temporary), (105, Meaning::Unknown), (4001, Meaning::Ours)]
    {
        assert_eq!(means("link", 200, said(code)).await, meaning, "{code}");
    }
    assert_eq!(means("link", 401, json!({})).await, Meaning::Stopped);
}

#[tokio::test]
async fn smsdk_is_handed_a_message_as_its_documents_say() {
    let report = |accepted: Value, rejected: Value| {
        let report = json!({ "accepted": accepted, "rejected": rejected });
        json!({ "status": "success", "messageCode": 5000, "result": { "batchId": "batch-abc", "report": report } })
    };
    let one = json!([{ "receiver": "4512345678", "countryCode": "DK", "creditCost": 1 }]);
    let (handed, asked, reference) = handed("smsdk", (200, report(one.clone(), json!([]))), TEXT).await;

    assert_eq!(handed, accepted(Some("batch-abc"), "200 5000"));
    assert_eq!(asked[0].head("authorization"), "Bearer k3y");
    let body = json!({
        "receiver": 4512345678u64, "senderName": "Brobyg", "message": TEXT, "format": "gsm", "encoding": "utf8",
        "userReference": reference,
        "dlrUrl": format!("https://brobyg.example/sms/receipts/{SECRET}?reference={reference}"),
    });
    assert_eq!(asked[0].json(), body);
    assert_eq!(means("smsdk", 207, report(json!([]), one)).await, Meaning::Number);
    for (code, meaning) in
        [(1015, Meaning::Number), (1017, Meaning::Stopped), (1030, Meaning::Stopped), (1004, Meaning::Ours)]
    {
        assert_eq!(means("smsdk", 409, json!({ "status": "error", "messageCode": code })).await, meaning, "{code}");
    }
}

#[tokio::test]
async fn every_preset_hands_our_id_over_and_takes_no_silence_for_a_failure() {
    for (preset, _) in PRESETS {
        let server = GatewayServer::open(Mood::HangsUp).await;
        let id = Uuid::now_v7();

        let handed = through(preset, &server).send(id, now(), NUMBER, TEXT).await;

        assert_eq!(handed.meaning, Meaning::Unknown, "{preset}");
        assert!(server.asked()[0].body.contains(&id.simple().to_string()), "{preset}");
    }
}
