//! Text, dates and numbers as people's programs write them.

use model::Texts;

use super::{Read, at, file, options, read, read_split, rejected, rows, shown};
use crate::forms::{DateOrder, DecimalMark, Encoding, Forms};
use crate::intake::Split;
use crate::{InteractionColumns, ReadError, ReadOptions, inspect, read_customers};

fn read_told(bytes: impl AsRef<[u8]>, forms: Forms) -> Result<Read, ReadError> {
    let options = ReadOptions { forms, ..options() };
    // Small blocks, so that what one shows decides over others.
    let split = Split { workers: 2, block: 64 };
    let file = file(bytes);
    read_split(&at(file.path()), &InteractionColumns::default(), &options, split, &|_| true)
}

fn ordered(date_order: DateOrder) -> Forms {
    Forms { date_order: Some(date_order), ..Forms::default() }
}

fn days(reading: &Read) -> Vec<String> {
    reading.batch.rows.at.iter().map(|&at| shown(at)).collect()
}

#[test]
fn one_bad_byte_costs_its_row_and_not_the_file() {
    let mut bytes = "user,event,time\nJosé,ad,5\nZoë,ad,6\nRenée,ad,7\n".as_bytes().to_vec();
    bytes.extend(b"Ren\xE9,ad,8\nAnn,ad,9\n");
    let reading = read(&bytes).unwrap();
    assert_eq!(rows(&reading), ["José ad 5000", "Zoë ad 6000", "Renée ad 7000", "Ann ad 9000"]);
    assert_eq!(rejected(&reading), ["5: some bytes are not text"]);
    assert_eq!(reading.forms.encoding, Some(Encoding::Utf8));
}

#[test]
fn a_file_cut_inside_a_character_keeps_all_rows_before() {
    let text = "user,event,time,channel\nAnn,ad,5,web\nBob,ad,6,café";
    let reading = read(&text.as_bytes()[..text.len() - 1]).unwrap();
    assert_eq!(rows(&reading), ["Ann ad 5000 web"]);
    assert_eq!(rejected(&reading), ["3: some bytes are not text"]);
}

#[test]
fn an_encoding_that_is_told_is_obeyed() {
    let forms = Forms { encoding: Some(Encoding::Windows1252), ..Forms::default() };
    let reading = read_told("user,event,time\nJosé,ad,5\n", forms).unwrap();
    assert_eq!(rows(&reading), ["JosÃ© ad 5000"]);
    let source = file("user,event,time\nJosé,ad,5\n");
    assert_eq!(inspect(source.path(), forms.encoding, None).unwrap().rows[0][0], "JosÃ©");
    let customers = read_customers(
        file(b"id,name\n1,Jos\xE9\n").path(),
        None,
        &[],
        &ReadOptions { forms, ..options() },
        &|_| true,
    );
    assert_eq!(customers.unwrap().batch.blocks[0].rows().next().unwrap()[1], "José");
}

#[test]
fn a_large_quoted_field_of_windows_1252_is_closed() {
    let mut bytes = b"user,event,time,note\nu1,ad,5,\"".to_vec();
    // As UTF-8 it would reach further than a quote may.
    bytes.extend(b"\xE9".repeat(900_000));
    bytes.extend(b"\"\nu2,ad,6,x\n");
    let reading = read(&bytes).unwrap();
    assert_eq!(rejected(&reading), Vec::<String>::new());
    assert_eq!(reading.batch.customers, Texts::from_iter(["u1", "u2"]));
}

#[test]
fn white_space_of_every_kind_is_left_out_around_names() {
    let reading =
        read("user,event,time\nu1,\u{a0},5\n\u{a0}u2\u{2003},\u{3000}ad\u{a0},5\n\u{a0},ad,5\n").unwrap();
    assert_eq!(rows(&reading), ["u2 ad 5000"]);
    assert_eq!(rejected(&reading), ["2: the event is empty", "4: the customer is empty"]);
    let latin = read(b"user,event,time\nJos\xE9\xA0,\xA0ad,5\nu,\xA0,5\n").unwrap();
    assert_eq!(rows(&latin), ["José ad 5000"]);
    assert_eq!(rejected(&latin), ["3: the event is empty"]);
}

#[test]
fn one_date_decides_the_order_of_all() {
    let many = "u,ad,03/04/2024 14:05\n".repeat(200);
    let dutch = read_told(format!("user,event,time\n{many}u,ad,31/03/2024\n"), Forms::default()).unwrap();
    assert_eq!(dutch.forms.date_order, Some(DateOrder::Dmy));
    assert_eq!(dutch.rows, 201);
    assert_eq!(days(&dutch)[0], "2024-04-03T14:05:00Z");
    assert_eq!(days(&dutch)[200], "2024-03-31T00:00:00Z");
    let american =
        read_told(format!("user,event,time\n{many}u,ad,3/31/2024 2:05 PM\n"), Forms::default()).unwrap();
    assert_eq!(american.forms.date_order, Some(DateOrder::Mdy));
    assert_eq!(days(&american)[0], "2024-03-04T14:05:00Z");
    assert_eq!(days(&american)[200], "2024-03-31T14:05:00Z");
}

#[test]
fn dates_are_separated_by_slashes_dashes_or_points() {
    let text = "user,event,time\na,e,31-12-2024 14:05\nb,e,1.2.2024 9:05:07\nc,e,01/02/2024\nd,e,1/2-2024\n";
    let reading = read_told(text, Forms::default()).unwrap();
    assert_eq!(days(&reading), ["2024-12-31T14:05:00Z", "2024-02-01T09:05:07Z", "2024-02-01T00:00:00Z"]);
    assert_eq!(reading.batch.rows.date_only, [false, false, true]);
    assert_eq!(reading.rejected.total, 1);
}

#[test]
fn an_order_that_stays_open_is_asked_for() {
    let open = "user,event,time\nu,ad,03/04/2024\nu,ad,05/04/2024\n";
    let refused = read_told(open, Forms::default());
    assert!(
        matches!(&refused, Err(ReadError::OpenDates { example }) if example == "03/04/2024"),
        "{refused:?}"
    );
    assert_eq!(days(&read_told(open, ordered(DateOrder::Dmy)).unwrap())[0], "2024-04-03T00:00:00Z");
    assert_eq!(days(&read_told(open, ordered(DateOrder::Mdy)).unwrap())[0], "2024-03-04T00:00:00Z");
    // Beside times that leave nothing to guess, a few that do are mistakes.
    let few = "user,event,time\nu,ad,2024-04-03\nu,ad,2024-04-04\nu,ad,03/04/2024\n";
    assert_eq!(read_told(few, Forms::default()).unwrap().rejected.total, 1);
}

#[test]
fn orders_that_contradict_each_other_are_refused() {
    let mixed = "user,event,time\nu,ad,31/03/2024\nu,ad,03/31/2024\n";
    assert!(matches!(read_told(mixed, Forms::default()), Err(ReadError::MixedDates)));
    let told = read_told(mixed, ordered(DateOrder::Dmy)).unwrap();
    assert_eq!((days(&told), told.rejected.total), (vec!["2024-03-31T00:00:00Z".to_owned()], 1));
}

#[test]
fn amounts_are_read_as_dutch_and_american_programs_write_them() {
    let values = |text: &str| read_told(text, Forms::default()).map(|reading| reading.batch.rows.value);
    let dutch = "Klantnummer;Gebeurtenis;Datum;Bedrag\n1;koop;31-12-2024 14:05;1.234,50\n1;koop;1-1-2024;€ 12,50\n1;koop;1-2-2024;1.234\n";
    assert_eq!(values(dutch).unwrap(), [1234.5, 12.5, 1234.0]);
    let american = "user,event,time,amount\n1,buy,5,\"$1,234.50\"\n1,buy,6,\"1,234\"\n";
    assert_eq!(values(american).unwrap(), [1234.5, 1234.0]);
    let open = "user;event;time;amount\n1;buy;5;1.234\n1;buy;6;12\n";
    assert!(matches!(values(open), Err(ReadError::OpenNumbers { example }) if example == "1.234"));
    for (decimal, expected) in [(DecimalMark::Comma, 1234.0), (DecimalMark::Point, 1.234)] {
        let forms = Forms { decimal: Some(decimal), ..Forms::default() };
        assert_eq!(read_told(open, forms).unwrap().batch.rows.value, [expected, 12.0]);
    }
}

#[test]
fn a_value_column_that_has_no_numbers_is_told_of() {
    let text = "user,event,time,price\nu,ad,5,cheap\nu,ad,6,dear\n";
    let reading = read(text).unwrap();
    assert_eq!(reading.unread_value.as_deref(), Some("price"));
    assert_eq!(inspect(file(text).path(), None, None).unwrap().unread_value.as_deref(), Some("price"));
    assert_eq!(read("user,event,time,price\nu,ad,5,7\n").unwrap().unread_value, None);
}

#[test]
fn dutch_headers_are_known() {
    for (header, columns) in [
        ("Klantnummer;Gebeurtenis;Datum", ["Klantnummer", "Gebeurtenis", "Datum"]),
        ("Klant-ID;Activiteit;Tijdstip", ["Klant-ID", "Activiteit", "Tijdstip"]),
        ("Relatienummer;Contactmoment;Datum en tijd", ["Relatienummer", "Contactmoment", "Datum en tijd"]),
        ("Gebruiker;Actie;Aangemaakt op", ["Gebruiker", "Actie", "Aangemaakt op"]),
    ] {
        let found =
            inspect(file(format!("{header};Kanaal;Bedrag;Valuta\nx;y;z;k;5;EUR\n")).path(), None, None)
                .unwrap()
                .interactions;
        let named = [found.customer, found.event, found.time].map(Option::unwrap_or_default);
        assert_eq!(named, columns);
        assert_eq!(found.channel.as_deref(), Some("Kanaal"));
        assert_eq!(found.value.as_deref(), Some("Bedrag"));
        assert_eq!(found.currency.as_deref(), Some("Valuta"));
    }
}
