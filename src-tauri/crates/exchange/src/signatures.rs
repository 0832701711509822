//! Exports that are known by their headers: which they are, and what each of their columns is. They are data; nothing
//! else in this crate knows any of these systems.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::guess::plain;

/// What a source is an export of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Contacts of `HubSpot`.
    HubspotContacts,
    /// Deals of `HubSpot`.
    HubspotDeals,
    /// Stages that deals of `HubSpot` entered.
    HubspotDealStages,
    /// What properties of `HubSpot`'s contacts were.
    HubspotPropertyHistory,
    /// Leads of Salesforce.
    SalesforceLeads,
    /// Contacts of Salesforce.
    SalesforceContacts,
    /// Opportunities of Salesforce.
    SalesforceOpportunities,
    /// Stages that opportunities of Salesforce went through.
    SalesforceOpportunityHistory,
    /// Contacts of Dynamics 365.
    DynamicsContacts,
    /// Events of Google Analytics 4, from `BigQuery`.
    Ga4Events,
    /// Tracked events of Segment.
    SegmentTracks,
    /// An event log in the form of XES and pm4py.
    ProcessLog,
    /// An event log of retentioneering.
    RetentioneeringLog,
}

/// What the rows of a source are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum RowsOf {
    /// Interactions.
    Interactions,
    /// Customers.
    Customers,
    /// Customers with a date for each stage that they came to.
    Journeys,
}

/// What a source looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
pub struct Looks {
    /// What it is an export of.
    pub origin: Origin,
    /// What its rows are.
    pub rows: RowsOf,
}

/// How an export is known, with names as [`plain`] has them.
pub(crate) struct Signature {
    pub looks: Looks,
    /// It is one if it has all columns of one of these lists.
    needs: &'static [&'static [&'static str]],
    /// The columns that may hold what, the surest first. What has none is left out, not guessed.
    pub customer: &'static [&'static str],
    pub event: &'static [&'static str],
    pub time: &'static [&'static str],
    pub channel: &'static [&'static str],
    pub value: &'static [&'static str],
    pub currency: &'static [&'static str],
}

const fn of(origin: Origin, rows: RowsOf, needs: &'static [&'static [&'static str]]) -> Signature {
    let looks = Looks { origin, rows };
    Signature { looks, needs, customer: &[], event: &[], time: &[], channel: &[], value: &[], currency: &[] }
}

/// Those that ask for more come first.
const SIGNATURES: &[Signature] = &[
    Signature {
        customer: &["caseconceptname"],
        event: &["conceptname"],
        time: &["timetimestamp"],
        channel: &["channel", "eventchannel"],
        ..of(
            Origin::ProcessLog,
            RowsOf::Interactions,
            &[&["caseconceptname", "conceptname", "timetimestamp"]],
        )
    },
    Signature {
        customer: &["userid", "userpseudoid"],
        event: &["eventname"],
        time: &["eventtimestamp"],
        channel: &["trafficsourcemedium", "collectedtrafficsourcemanualmedium"],
        value: &["ecommercepurchaserevenue", "eventparamsvalue", "eventvalueinusd"],
        currency: &["eventparamscurrency"],
        ..of(
            Origin::Ga4Events,
            RowsOf::Interactions,
            &[
                &["eventname", "eventtimestamp", "userpseudoid"],
                &["eventname", "eventtimestamp", "userfirsttouchtimestamp"],
            ],
        )
    },
    Signature {
        customer: &["userid", "anonymousid"],
        event: &["event", "eventtext"],
        time: &["timestamp", "originaltimestamp", "sentat", "receivedat"],
        channel: &["contextcampaignmedium", "contextcampaignsource", "channel"],
        value: &["propertiesrevenue", "propertiestotal", "propertiesvalue", "revenue"],
        currency: &["propertiescurrency", "currency"],
        ..of(
            Origin::SegmentTracks,
            RowsOf::Interactions,
            &[
                &["event", "anonymousid", "messageid"],
                &["event", "anonymousid", "receivedat"],
                &["event", "userid", "messageid"],
            ],
        )
    },
    Signature {
        customer: &["dealid"],
        event: &["value", "stage", "dealstage", "pipelinestagelabel"],
        time: &["dateentered"],
        ..of(Origin::HubspotDealStages, RowsOf::Interactions, &[&["dealid", "dateentered"]])
    },
    Signature {
        customer: &["contactid", "recordid", "vid"],
        event: &["name", "property", "propertyname"],
        time: &["timestamp", "changedate", "changedat"],
        channel: &["source", "sourcetype", "changesource"],
        ..of(
            Origin::HubspotPropertyHistory,
            RowsOf::Interactions,
            &[
                &["contactid", "timestamp", "name", "value", "source", "sourceid"],
                &["recordid", "propertyname", "changedate"],
            ],
        )
    },
    Signature {
        customer: &["associatedcontactids", "associatedcontact", "dealid", "recordid", "hsobjectid"],
        ..of(
            Origin::HubspotDeals,
            RowsOf::Journeys,
            &[
                &["dealid", "dealname"],
                &["recordid", "dealname", "dealstage"],
                &["hsobjectid", "dealname", "dealstage"],
            ],
        )
    },
    Signature {
        customer: &["recordid", "recordidcontact", "hsobjectid", "vid", "contactid", "id"],
        ..of(
            Origin::HubspotContacts,
            RowsOf::Customers,
            &[
                &["recordid", "lifecyclestage"],
                &["recordid", "becamealeaddate"],
                &["recordid", "leadstatus"],
                &["recordidcontact", "lifecyclestage"],
                &["hsobjectid", "lifecyclestage"],
                &["recordid", "firstname", "email", "createdate"],
                &["id", "email", "hsmergedobjectids"],
                &["id", "email", "firstconversiondate"],
                &["vid", "lifecyclestage"],
            ],
        )
    },
    Signature {
        customer: &["opportunityid", "id"],
        event: &["stagename", "tostage", "stage"],
        time: &["createddate", "fivetranstart", "lastmodified"],
        value: &["amount"],
        currency: &["currencyisocode", "amountcurrency"],
        ..of(
            Origin::SalesforceOpportunityHistory,
            RowsOf::Interactions,
            &[&["opportunityid", "stagename", "createddate"], &["opportunityid", "tostage", "lastmodified"]],
        )
    },
    Signature {
        customer: &["id"],
        event: &["stagename"],
        time: &["fivetranstart"],
        value: &["amount"],
        ..of(
            Origin::SalesforceOpportunityHistory,
            RowsOf::Interactions,
            &[&["fivetranstart", "fivetranend", "stagename", "forecastcategory"]],
        )
    },
    Signature {
        customer: &["contactid", "accountid", "opportunityid", "id"],
        ..of(
            Origin::SalesforceOpportunities,
            RowsOf::Journeys,
            &[
                &["stagename", "closedate", "forecastcategory"],
                &["opportunityname", "stage", "closedate"],
                &["stagename", "closedate", "iswon"],
            ],
        )
    },
    Signature {
        customer: &["leadid", "id"],
        ..of(
            Origin::SalesforceLeads,
            RowsOf::Customers,
            &[
                &["isconverted", "company"],
                &["isconverted", "leadsource"],
                &["leadid", "leadstatus"],
                &["leadid", "converteddate"],
            ],
        )
    },
    Signature {
        customer: &["contactid", "id"],
        ..of(
            Origin::SalesforceContacts,
            RowsOf::Customers,
            &[
                &["id", "accountid", "lastname", "systemmodstamp"],
                &["id", "accountid", "mailingcountry"],
                &["contactid", "accountname", "mailingcountry"],
                &["contactid", "accountname", "leadsource"],
            ],
        )
    },
    Signature {
        customer: &["contactid", "donotmodifycontact", "contact"],
        ..of(
            Origin::DynamicsContacts,
            RowsOf::Customers,
            &[
                &["contactid", "fullname", "emailaddress1"],
                &["contactid", "statecode", "createdon"],
                &["donotmodifycontact", "fullname"],
                &["donotmodifycontact", "email"],
            ],
        )
    },
    Signature {
        customer: &["userid"],
        event: &["event"],
        time: &["timestamp"],
        channel: &["channel", "platform", "source", "acquisitionchannel"],
        value: &["value", "revenue", "amount"],
        currency: &["currency"],
        ..of(
            Origin::RetentioneeringLog,
            RowsOf::Interactions,
            &[
                &["userid", "event", "timestamp", "sessionid"],
                &["userid", "event", "timestamp", "eventindex"],
                &["userid", "event", "timestamp", "eventtype"],
            ],
        )
    },
];

/// A column's name as signatures have it: what loaders of data put before the names of properties is left out.
pub(crate) fn bare(name: &str) -> String {
    let plain = plain(name);
    plain.strip_prefix("property").filter(|rest| !rest.is_empty()).map_or(plain.clone(), str::to_owned)
}

/// The signature that a header has.
pub(crate) fn of_header(header: &[String]) -> Option<&'static Signature> {
    let names: Vec<String> = header.iter().map(|name| bare(name)).collect();
    let has = |needed: &&str| names.iter().any(|name| name == needed);
    SIGNATURES.iter().find(|signature| signature.needs.iter().any(|needs| needs.iter().all(has)))
}

/// What a source with this header looks like, if its header is known.
pub fn looks_like(header: &[String]) -> Option<Looks> {
    of_header(header).map(|signature| signature.looks)
}

/// The first column that one of the names is of.
pub(crate) fn column(header: &[String], names: &[&str]) -> Option<usize> {
    let bare: Vec<String> = header.iter().map(|name| bare(name)).collect();
    names.iter().find_map(|name| bare.iter().position(|it| it == name))
}
