//! Which column is taken for what.

use std::fmt::Write;

use super::{Read, at, file, go_on, options, read, read_split, rows};
use crate::intake::Split;
use crate::{InteractionColumns, ReadError, inspect, read_customers};

/// The columns as `customer event time channel value currency`, `-` for none.
fn named(columns: &InteractionColumns) -> String {
    let InteractionColumns { customer, event, time, channel, value, currency, every: _, stages: _ } =
        columns.clone();
    let names = [customer, event, time, channel, value, currency];
    names.map(|name| name.unwrap_or("-".to_owned())).join(" ")
}

#[test]
fn columns_are_recognised_by_their_names() {
    for (header, expected) in [
        ("user_id,event,timestamp", "user_id event timestamp - - -"),
        (
            "case:concept:name,concept:name,time:timestamp",
            "case:concept:name concept:name time:timestamp - - -",
        ),
        ("userId,anonymousId,event,timestamp,sentAt", "userId event timestamp - - -"),
        ("anonymousId,event,receivedAt,sentAt", "anonymousId event sentAt - - -"),
        (
            "event_date,event_timestamp,event_name,user_pseudo_id",
            "user_pseudo_id event_name event_timestamp - - -",
        ),
        (
            "Customer-ID,Touchpoint,Date,Channel,Revenue,Currency",
            "Customer-ID Touchpoint Date Channel Revenue Currency",
        ),
        (
            "user_id,session_id,event,timestamp,platform,acquisition_channel",
            "user_id event timestamp platform - -",
        ),
        ("contact_id,timestamp,source,name,value,activity", "contact_id activity timestamp source value -"),
        ("E-mail,Activity,Created At,Source,Medium", "E-mail Activity Created At Source - -"),
        ("id,type,when", "- - - - - -"),
        ("distinct_id,EVENT NAME,Time,amount,price", "distinct_id EVENT NAME Time - amount -"),
        ("Record ID,Interaction,Occurred at", "Record ID Interaction Occurred at - - -"),
        ("customer,user_id,event,time", "user_id event time - - -"),
        ("event,user,event,time", "user event time - - -"),
    ] {
        let source = inspect(file(header.to_owned() + "\n").path(), None, None).unwrap();
        assert_eq!(named(&source.interactions), expected, "{header}");
    }
}

#[test]
fn a_column_of_values_has_numbers() {
    for (value, expected) in [("1.5", "value"), ("", "value"), ("red", "-"), ("1,5", "value")] {
        let text = format!("user,event,time,value\nu,e,5,\"{value}\"\n");
        let source = inspect(file(&text).path(), None, None).unwrap();
        assert_eq!(source.interactions.value.as_deref().unwrap_or("-"), expected, "{value}");
        assert_eq!(rows(&read(&text).unwrap()).len(), 1);
    }
    let source = inspect(file("user,event,time,value,amount\nu,e,5,red,7\n").path(), None, None).unwrap();
    assert_eq!(source.interactions.value.as_deref(), Some("amount"));
}

fn read_with(text: &str, given: &InteractionColumns) -> Result<Read, ReadError> {
    let source = file(text);
    read_split(&at(source.path()), given, &options(), Split::default(), &go_on)
}

#[test]
fn given_columns_override_what_is_guessed() {
    let text = "event,user,time,kind,platform\nA,u,5,B,web\n";
    let given = InteractionColumns { event: Some("kind".to_owned()), ..InteractionColumns::default() };
    let reading = read_with(text, &given).unwrap();
    assert_eq!(rows(&reading), ["u B 5000 web"]);
    assert_eq!(named(&reading.columns), "user kind time platform - -");

    // What is given for one role is not guessed for another; an empty name leaves a column out.
    let given =
        InteractionColumns { customer: Some("event".to_owned()), channel: Some(String::new()), ..given };
    let reading = read_with(text, &given).unwrap();
    assert_eq!(named(&reading.columns), "event kind time - - -");

    // Two roles may be given the same column.
    let given = InteractionColumns { event: Some("platform".to_owned()), ..InteractionColumns::default() };
    let given = InteractionColumns { channel: Some("platform".to_owned()), ..given };
    assert_eq!(rows(&read_with(text, &given).unwrap()), ["u web 5000 web"]);
}

#[test]
fn missing_columns_are_told_with_those_there_are() {
    let given = InteractionColumns { event: Some("Event".to_owned()), ..InteractionColumns::default() };
    let error = read_with("user,event,time\nu,A,5\n", &given).unwrap_err();
    assert_eq!(error.to_string(), "there is no column “Event”: there are “user”, “event”, “time”");
    let error = read("user,what,time\nu,A,5\n").unwrap_err();
    assert_eq!(
        error.to_string(),
        "no column is recognised as the event: choose one of “user”, “what”, “time”"
    );
    let given = InteractionColumns { time: Some(" ".to_owned()), ..InteractionColumns::default() };
    assert!(matches!(
        read_with("user,event,time\nu,A,5\n", &given),
        Err(ReadError::MissingColumn { role: crate::Role::Time, .. })
    ));
}

#[test]
fn of_two_columns_with_one_name_the_first_is_read() {
    assert_eq!(rows(&read("user,event,event,time\nu,A,B,5\n").unwrap()), ["u A 5000"]);
}

#[test]
fn columns_without_names_get_one() {
    let source = inspect(file("user,,time,\nu,A,5,x\n").path(), None, None).unwrap();
    assert_eq!(source.columns, ["user", "column 2", "time", "column 4"]);
    let given = InteractionColumns { event: Some("column 2".to_owned()), ..InteractionColumns::default() };
    assert_eq!(rows(&read_with("user,,time,\nu,A,5,x\n", &given).unwrap()), ["u A 5000"]);
}

#[test]
fn a_look_shows_the_first_rows() {
    let mut text = "user,event,time\n".to_owned();
    for row in 0..20 {
        writeln!(text, "u{row},{},5", "é".repeat(300)).unwrap();
    }
    let source = inspect(file(&text).path(), None, None).unwrap();
    assert_eq!(source.rows.len(), 8);
    assert_eq!(source.rows[7], ["u7".to_owned(), "é".repeat(200) + "…", "5".to_owned()]);
    let wire = serde_json::to_value(&source).unwrap();
    assert_eq!(wire["encoding"], "utf8");
    assert_eq!(wire["interactions"]["customer"], "user");
}

#[test]
fn a_column_written_like_one_before_it_goes_by_another_name() {
    let source = file("user,event,time,note,note,,note (2),note\nu1,ad,5,a,b,c,d,e\n");
    let looked = inspect(source.path(), None, None).unwrap();
    let names = ["user", "event", "time", "note", "note (3)", "column 6", "note (2)", "note (4)"];
    assert_eq!(looked.columns, names);
    assert_eq!(looked.repeated, ["note (3)", "note (4)"]);
    let chosen = |channel: &str| {
        let channel = Some(channel.to_owned());
        let columns = InteractionColumns { channel, ..InteractionColumns::default() };
        let reading = read_split(&at(source.path()), &columns, &options(), Split::default(), &go_on).unwrap();
        assert_eq!(reading.repeated.len(), 2);
        assert_eq!(reading.header[7], "note", "a source is known by its columns as they are written");
        reading.batch.channels[0].clone()
    };
    assert_eq!(["note", "note (3)", "note (2)", "note (4)"].map(chosen), ["a", "b", "d", "e"]);
    let customers = read_customers(source.path(), None, &[], &options(), &go_on).unwrap();
    assert_eq!(customers.columns.attributes.len(), 7);
}
