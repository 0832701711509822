//! Guesses from the names of columns what they are.
//!
//! Names are compared without case, spaces and punctuation, so `User ID`, `user_id` and `userId` are one.
//! Each list has the surest name first; the surest name of all roles chooses first and no column is chosen
//! twice.

use crate::cell::Cell;
use crate::columns::{Attribute, CustomerColumns, InteractionColumns};
use crate::forms::{DecimalMark, Evidence};
use crate::signatures::{self, RowsOf, Signature};

const CUSTOMER: &[&str] = &[
    "customerkey",
    "userid",
    "customerid",
    "caseconceptname",
    "clientid",
    "customer",
    "user",
    "contactid",
    "personid",
    "distinctid",
    "userpseudoid",
    "anonymousid",
    "visitorid",
    "profileid",
    "subscriberid",
    "memberid",
    "leadid",
    "accountid",
    "caseid",
    "recordid",
    "recordidcontact",
    "client",
    "contact",
    "person",
    "visitor",
    "member",
    "useremail",
    "customeremail",
    "email",
    "emailaddress",
    "klantnummer",
    "klantid",
    "klantnr",
    "klantcode",
    "klant",
    "relatienummer",
    "relatieid",
    "debiteurnummer",
    "debiteurnr",
    "gebruikerid",
    "gebruikersid",
    "gebruiker",
    "contactpersoonid",
    "contactnummer",
    "lidnummer",
    "abonneenummer",
    "customernumber",
    "customerno",
    "usernumber",
    "clientnumber",
    "emailadres",
    "mailadres",
];

/// A column named `id` is the customer's only in a list of customers.
const KEY: &[&str] = &["id", "key"];

const EVENT: &[&str] = &[
    "event",
    "eventname",
    "conceptname",
    "activity",
    "activityname",
    "touchpoint",
    "interaction",
    "eventtype",
    "action",
    "actionname",
    "interactiontype",
    "activitytype",
    "gebeurtenis",
    "gebeurtenisnaam",
    "activiteit",
    "actie",
    "contactmoment",
    "handeling",
    "interactie",
    "eventnaam",
    "eventlabel",
    "pagina",
    "soortgebeurtenis",
    "eventcategory",
];

const TIME: &[&str] = &[
    "timestamp",
    "timetimestamp",
    "eventtimestamp",
    "eventtime",
    "time",
    "datetime",
    "occurredat",
    "instant",
    "eventdatetime",
    "sentat",
    "receivedat",
    "createdat",
    "starttimestamp",
    "starttime",
    "eventdate",
    "date",
    "ts",
    "createddate",
    "createdate",
    "createdon",
    "at",
    "tijdstip",
    "datumtijd",
    "datumentijd",
    "tijdstempel",
    "datum",
    "tijd",
    "aangemaaktop",
    "aanmaakdatum",
    "gebeurtenisdatum",
    "besteldatum",
    "orderdatum",
    "moment",
    "dateandtime",
    "eventdatetimeutc",
    "orderdate",
    "visittime",
];

const CHANNEL: &[&str] = &[
    "channel",
    "channelname",
    "platform",
    "touchpointchannel",
    "source",
    "medium",
    "utmsource",
    "utmmedium",
    "trafficsource",
    "acquisitionchannel",
    "leadsource",
    "originalsource",
    "kanaal",
    "kanaalnaam",
    "bron",
    "verkeersbron",
    "herkomst",
];

const VALUE: &[&str] = &[
    "value",
    "revenue",
    "amount",
    "price",
    "eventvalue",
    "ordervalue",
    "purchaserevenue",
    "dollarvalue",
    "total",
    "waarde",
    "bedrag",
    "omzet",
    "prijs",
    "orderwaarde",
    "bestelwaarde",
    "totaal",
    "totaalbedrag",
    "orderbedrag",
    "ordertotal",
    "totalamount",
    "sales",
    "score",
    "rating",
    "npsscore",
    "csatscore",
    "cesscore",
    "cijfer",
    "beoordeling",
];

const CURRENCY: &[&str] =
    &["currency", "currencycode", "valuecurrency", "valuta", "munteenheid", "valutacode"];

const NAME: &[&str] = &[
    "name",
    "fullname",
    "customername",
    "displayname",
    "contactname",
    "username",
    "naam",
    "volledigenaam",
    "klantnaam",
    "weergavenaam",
];
const FIRST_NAME: &[&str] = &["firstname", "givenname", "propertyfirstname", "voornaam"];
const LAST_NAME: &[&str] =
    &["lastname", "familyname", "surname", "propertylastname", "achternaam", "familienaam"];

/// A column's name as names are compared.
pub(crate) fn plain(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Chooses at most one column for each list of names. `taken` are the columns that may not be chosen.
fn choose(header: &[String], lists: &[&[&str]], taken: &[usize]) -> Vec<Option<usize>> {
    let mut taken = taken.to_vec();
    let mut chosen = vec![None; lists.len()];
    let plain: Vec<_> = header.iter().map(|name| plain(name)).collect();
    let ranks = lists.iter().map(|list| list.len()).max().unwrap_or(0);
    for rank in 0..ranks {
        for (list, choice) in lists.iter().zip(&mut chosen) {
            let Some(&wanted) = list.get(rank).filter(|_| choice.is_none()) else { continue };
            let found = plain.iter().position(|name| name == wanted);
            if let Some(at) = found.filter(|at| !taken.contains(at)) {
                taken.push(at);
                *choice = Some(at);
            }
        }
    }
    chosen
}

/// Fills in the columns of interactions that were not given, as far as they are recognised. A column of
/// values is recognised only if what the first rows have there are mostly numbers.
pub(crate) fn interactions(
    header: &[String],
    sample: &[Vec<Cell<String>>],
    given: &InteractionColumns,
) -> InteractionColumns {
    let mut columns = given.clone();
    if !given.stages.is_empty() {
        return of_journeys(header, columns);
    }
    if let Some(signature) = signatures::of_header(header).filter(|it| it.looks.rows == RowsOf::Interactions)
    {
        by_signature(header, sample, signature, &mut columns);
    }
    let event = if given.every.is_some() { &[] } else { EVENT };
    let asked = [
        (&mut columns.customer, CUSTOMER),
        (&mut columns.event, event),
        (&mut columns.time, TIME),
        (&mut columns.channel, CHANNEL),
        (&mut columns.value, VALUE),
        (&mut columns.currency, CURRENCY),
    ];
    let named =
        |name: &Option<String>| name.as_ref().and_then(|name| header.iter().position(|it| it == name));
    let mut taken: Vec<_> = asked.iter().filter_map(|(name, _)| named(name)).collect();
    taken.extend((0..header.len()).filter(|&at| is_value(&header[at]) && !numeric(sample, at)));
    let (slots, lists): (Vec<_>, Vec<_>) = asked.into_iter().filter(|(name, _)| name.is_none()).unzip();
    for (slot, at) in slots.into_iter().zip(choose(header, &lists, &taken)) {
        *slot = at.map(|at| header[at].clone());
    }
    columns
}

/// Of rows with dates of stages only whose they are is asked.
fn of_journeys(header: &[String], mut columns: InteractionColumns) -> InteractionColumns {
    columns.customer = columns.customer.or_else(|| customers(header, None).key);
    columns
}

/// Fills in what a known export says that its columns are, and leaves out what it says that there is none of.
fn by_signature(
    header: &[String],
    sample: &[Vec<Cell<String>>],
    signature: &Signature,
    columns: &mut InteractionColumns,
) {
    let asked = [
        (&mut columns.customer, signature.customer),
        (&mut columns.event, signature.event),
        (&mut columns.time, signature.time),
        (&mut columns.channel, signature.channel),
        (&mut columns.value, signature.value),
        (&mut columns.currency, signature.currency),
    ];
    for (which, (slot, names)) in asked.into_iter().enumerate() {
        let filled = |at: &usize| names.len() == 1 || sample.is_empty() || any_in(sample, *at);
        let of_value = which == 4;
        let found = names.iter().filter_map(|name| signatures::column(header, &[name]));
        let found = found.filter(|at| !of_value || numeric(sample, *at)).find(filled);
        // What is needed is guessed where the export has it elsewhere.
        if slot.is_none() && (found.is_some() || which > 2) {
            *slot = Some(found.map_or(String::new(), |at| header[at].clone()));
        }
    }
}

/// Whether the first rows have anything in a column.
fn any_in(sample: &[Vec<Cell<String>>], at: usize) -> bool {
    sample.iter().filter_map(|row| row.get(at)).any(|cell| !cell.lent().is_empty())
}

fn is_value(name: &str) -> bool {
    VALUE.contains(&plain(name).as_str())
}

/// The column that is named like a value, if the columns that were given and guessed have none because what it has
/// are mostly no numbers.
pub(crate) fn unread_value(
    header: &[String],
    sample: &[Vec<Cell<String>>],
    given: &InteractionColumns,
) -> Option<String> {
    if interactions(header, sample, given).value.is_some() {
        return None;
    }
    (0..header.len()).find(|&at| is_value(&header[at]) && !numeric(sample, at)).map(|at| header[at].clone())
}

/// Whether at least half of what the first rows have in a column are numbers.
fn numeric(sample: &[Vec<Cell<String>>], at: usize) -> bool {
    let cells = sample.iter().filter_map(|row| row.get(at)).map(Cell::lent).filter(|cell| !cell.is_empty());
    let is_number = |cell: &Cell<&[u8]>| cell.number(DecimalMark::Point, &mut Evidence::default()).is_some();
    let (numbers, others): (Vec<_>, Vec<_>) = cells.partition(is_number);
    numbers.len() >= others.len()
}

/// Guesses what the columns of a list of customers are: everything that is neither key nor name is an
/// attribute.
pub(crate) fn customers(header: &[String], key: Option<usize>) -> CustomerColumns {
    let keys: Vec<&str> = [CUSTOMER, KEY].concat();
    // An address of mail is the key only if nothing better is: `id` before `email`.
    let (mails, ids): (Vec<_>, Vec<_>) = keys.into_iter().partition(|name| name.contains("mail"));
    let known = signatures::of_header(header).map(|signature| signature.customer);
    let key = key.or_else(|| signatures::column(header, known?));
    let key = key.or_else(|| choose(header, &[&[ids, mails].concat()], &[])[0]);
    let taken: Vec<_> = key.into_iter().collect();
    let [whole, first, last] = choose(header, &[NAME, FIRST_NAME, LAST_NAME], &taken)[..] else {
        return CustomerColumns::default();
    };
    let name: Vec<_> = match whole {
        Some(whole) => vec![whole],
        None => first.into_iter().chain(last).collect(),
    };
    let used = |at: usize| Some(at) == key || name.contains(&at);
    let attributes = (0..header.len()).filter(|&at| !used(at));
    CustomerColumns {
        key: key.map(|at| header[at].clone()),
        attributes: attributes
            .map(|at| Attribute { field: header[at].clone(), column: header[at].clone() })
            .collect(),
        name: name.iter().map(|&at| header[at].clone()).collect(),
    }
}
