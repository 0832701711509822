//! Exports that are known by their headers, and dates of stages. The headers are those of the systems, the rows made up.

use super::{file, options, read, rejected};
use crate::signatures::{Origin, RowsOf};
use crate::{InteractionColumns, Source, StageDate, inspect, read_interactions};

fn looked_at(header: &str, row: &str) -> Source {
    inspect(file(format!("{header}\n{row}\n")).path(), None, None).expect("looked at")
}

/// What a header is known as, and its columns: customer, event, time, channel, value, currency.
#[track_caller]
fn check(header: &str, row: &str, origin: Origin, columns: [&str; 6]) {
    let source = looked_at(header, row);
    assert_eq!(source.looks.map(|looks| looks.origin), Some(origin), "{header}");
    let InteractionColumns { customer, event, time, channel, value, currency, .. } = source.interactions;
    let found = [customer, event, time, channel, value, currency].map(Option::unwrap_or_default);
    assert_eq!(found, columns, "{header}");
}

#[test]
fn exports_of_interactions_are_known_by_their_headers() {
    check(
        "event_date,event_timestamp,event_name,user_id,user_pseudo_id,device.category,traffic_source.medium,ecommerce.purchase_revenue,event_params.currency",
        "20240101,1704164645678901,purchase,,a.1,mobile,organic,12.5,EUR",
        Origin::Ga4Events,
        [
            "user_pseudo_id",
            "event_name",
            "event_timestamp",
            "traffic_source.medium",
            "ecommerce.purchase_revenue",
            "event_params.currency",
        ],
    );
    check(
        "messageId,type,event,userId,anonymousId,timestamp,receivedAt,properties.revenue,properties.currency,context.campaign.medium",
        "m1,track,Order Completed,u1,a1,2024-01-01T10:00:00Z,2024-01-01T10:00:01Z,20,EUR,email",
        Origin::SegmentTracks,
        [
            "userId",
            "event",
            "timestamp",
            "context.campaign.medium",
            "properties.revenue",
            "properties.currency",
        ],
    );
    check(
        "user,case:concept:name,concept:name,time:timestamp,org:resource",
        "x,c1,register,2024-01-01T10:00:00Z,Pete",
        Origin::ProcessLog,
        ["case:concept:name", "concept:name", "time:timestamp", "", "", ""],
    );
    check(
        "user_id,session_id,event,timestamp,platform",
        "u1,s1,main,2024-01-01 10:00:00,web",
        Origin::RetentioneeringLog,
        ["user_id", "event", "timestamp", "platform", "", ""],
    );
    check(
        "contact_id,timestamp,_fivetran_synced,source,name,value,source_id",
        "1,2020-06-05 15:38:08.001,2020-07-09 15:20:43.786,EMAIL,lifecyclestage,lead,",
        Origin::HubspotPropertyHistory,
        ["contact_id", "name", "timestamp", "source", "", ""],
    );
    check(
        "_fivetran_start,deal_id,_fivetran_active,_fivetran_end,_fivetran_synced,date_entered,source,source_id,value",
        "2021-01-07 6:49:18,3954,TRUE,2050-01-01 00:00:00,2021-01-07 8:15:46,2021-01-07 6:49:18,CRM,x,closedwon",
        Origin::HubspotDealStages,
        ["deal_id", "value", "date_entered", "", "", ""],
    );
    check(
        "Id,OpportunityId,StageName,Amount,CloseDate,Probability,CreatedDate",
        "1,006,Prospecting,500,2024-05-01,10,2024-01-01T09:00:00Z",
        Origin::SalesforceOpportunityHistory,
        ["OpportunityId", "StageName", "CreatedDate", "", "Amount", ""],
    );
    check(
        "_fivetran_active,_fivetran_start,_fivetran_end,account_id,amount,close_date,created_date,forecast_category,id,stage_name",
        "true,2019-10-17 21:10:19,9999-12-31 23:59:59,a,100,2018-12-19,2018-12-19,x,006,Won",
        Origin::SalesforceOpportunityHistory,
        ["id", "stage_name", "_fivetran_start", "", "amount", ""],
    );
}

/// What a header is known as, what its rows are, whose they are, and the stages it has dates of.
#[track_caller]
fn check_customers(header: &str, row: &str, known: (Origin, RowsOf), key: &str, stages: &[&str]) {
    let source = looked_at(header, row);
    let looks = source.looks.map(|looks| (looks.origin, looks.rows));
    assert_eq!((looks, source.customers.key.as_deref()), (Some(known), Some(key)), "{header}");
    let found: Vec<_> = source.stages.iter().map(|each| each.stage.as_str()).collect();
    assert_eq!(found, stages, "{header}");
}

#[test]
fn exports_of_customers_are_known_by_their_headers() {
    use RowsOf::{Customers, Journeys};
    check_customers(
        "Record ID,First Name,Last Name,Email,Lifecycle Stage,Create Date,Became a Lead Date,Became a Marketing Qualified Lead Date,Became a Customer Date",
        "101,Ann,Bakker,ann@example.com,Customer,2024-01-02 09:00,2024-01-02 09:05,2024-02-01 10:00,2024-03-01 12:00",
        (Origin::HubspotContacts, Customers),
        "Record ID",
        &["Created", "Lead", "MQL", "Customer"],
    );
    check_customers(
        "_fivetran_deleted,property_email,id,property_company,property_firstname,property_lastname,property_createdate,property_hs_merged_object_ids,property_first_conversion_date",
        "FALSE,x@example.com,78,Acme,Ann,Bakker,2021-04-01 17:32:47,,2021-04-01 17:32:47",
        (Origin::HubspotContacts, Customers),
        "id",
        &["Created", "First conversion"],
    );
    check_customers(
        "deal_id,is_deleted,deal_pipeline_stage_id,property_dealname,property_amount,property_closedate,property_createdate",
        "1,false,x,Deal,,,2019-12-04 12:48:22",
        (Origin::HubspotDeals, Journeys),
        "deal_id",
        &["Created", "Closed"],
    );
    check_customers(
        "Id,FirstName,LastName,Company,Email,LeadSource,Status,CreatedDate,IsConverted,ConvertedDate",
        "00Q1,Ann,Bakker,Acme,a@example.com,Web,Open,2024-01-01T10:00:00Z,false,",
        (Origin::SalesforceLeads, Customers),
        "Id",
        &["Created", "Converted"],
    );
    check_customers(
        "id,account_id,created_date,email,first_name,last_name,mailing_country,system_modstamp",
        "003,001,2024-01-01,a@example.com,Ann,Bakker,NL,2024-01-01",
        (Origin::SalesforceContacts, Customers),
        "id",
        &["Created"],
    );
    check_customers(
        "account_id,amount,close_date,created_date,forecast_category,id,is_won,name,stage_name",
        "001,100,2018-12-19 00:00:00,2018-12-10 19:51:13,x,006,true,Deal,Won",
        (Origin::SalesforceOpportunities, Journeys),
        "account_id",
        &["Created", "Closed"],
    );
    check_customers(
        "(Do Not Modify) Contact,(Do Not Modify) Row Checksum,Full Name,Email,Created On",
        "c-1,xyz,Ann Bakker,a@example.com,2024-01-01",
        (Origin::DynamicsContacts, Customers),
        "(Do Not Modify) Contact",
        &["Created"],
    );
    check_customers(
        "contactid,fullname,emailaddress1,createdon,statecode",
        "c-1,Ann Bakker,a@example.com,2024-01-01,0",
        (Origin::DynamicsContacts, Customers),
        "contactid",
        &["Created"],
    );
}

#[test]
fn what_is_told_goes_before_what_is_known_and_others_are_not_known() {
    let text = "user_id,session_id,event,timestamp,platform\nu1,s1,main,2024-01-01 10:00:00,web\n";
    let told =
        InteractionColumns { customer: Some("session_id".to_owned()), ..InteractionColumns::default() };
    let reading = read_interactions(file(text).path(), &told, &options(), &|_| true).expect("it is read");
    assert_eq!(&reading.batch.customers[0], "s1");
    assert_eq!(looked_at("klant,gebeurtenis,datum", "a,b,2024-01-01").looks, None);
    assert_eq!(looked_at("id,createdate,closedate", "1,yes,no").stages, []);
}

const JOURNEYS: &str = "id,Create Date,Became a Lead Date,Became a Customer Date
a,2024-01-01,2024-01-05,2024-02-01
b,2024-01-01,,2024-02-01
c,2024-01-09,2024-01-05,2024-01-09
d,2024-01-01,,
e,,,
,2024-01-01,,
f,soon,2024-01-05,
";

#[test]
fn each_date_of_a_stage_is_an_interaction_and_the_ways_are_checked() {
    let source = file(JOURNEYS);
    let stages = inspect(source.path(), None, None).expect("looked at").stages;
    let named = |stage: &StageDate| format!("{}={}", stage.stage, stage.column);
    assert_eq!(
        stages.iter().map(named).collect::<Vec<_>>(),
        ["Created=Create Date", "Lead=Became a Lead Date", "Customer=Became a Customer Date"]
    );
    let columns = InteractionColumns { stages, ..InteractionColumns::default() };
    let mut reading = read_interactions(source.path(), &columns, &options(), &|_| true).expect("it is read");
    assert_eq!(reading.columns.customer.as_deref(), Some("id"));
    let mut taken = Vec::new();
    let (customers, events) = (&reading.batch.customers, &reading.batch.events);
    let see = &mut |rows: &model::InteractionRows| {
        for row in 0..rows.len() {
            let event = &events[usize::from(rows.event[row])];
            assert!(rows.date_only[row]);
            taken.push(format!("{} {event}", &customers[rows.customer[row] as usize]));
        }
    };
    reading.batch.parts.each(see).expect("the rows come back");
    assert_eq!(
        taken,
        [
            "a Created",
            "a Lead",
            "a Customer",
            "b Created",
            "b Customer",
            "c Created",
            "c Lead",
            "c Customer",
            "d Created"
        ]
    );
    let refused: Vec<_> =
        reading.rejected.first.iter().map(|row| format!("{} {}", row.line, row.reason)).collect();
    assert_eq!(refused[..2], ["6 no date of a stage is filled in", "7 the customer is empty"]);
    assert!(refused[2].starts_with("8 “soon” is not a time"), "{refused:?}");
    let checks = reading.stages.expect("there are stages");
    assert_eq!(
        (checks.rows, checks.in_order, checks.skipped, checks.reversed, checks.same_day),
        (4, 2, 1, 1, 1)
    );
    let each =
        checks.stages.iter().map(|it| (it.stage.as_str(), it.reached, it.skipped, it.reversed, it.same_day));
    assert_eq!(
        each.collect::<Vec<_>>(),
        [("Created", 4, 0, 0, 0), ("Lead", 2, 1, 1, 0), ("Customer", 3, 0, 0, 1)]
    );
}

#[test]
fn a_list_of_interactions_has_no_stages() {
    let reading = read("user,event,time\nu,e,2024-01-01\n").expect("it is read");
    assert_eq!((reading.stages.clone(), rejected(&reading).len()), (None, 0));
}
