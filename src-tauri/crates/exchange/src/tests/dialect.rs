//! How sources are written: separators, quotes, line ends, encodings, compression, and what is no table.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use tempfile::TempDir;

use model::Texts;

use super::{file, go_on, options, read, read_path, rejected, rows};
use crate::forms::Encoding;
use crate::intake::Split;
use crate::{InteractionColumns, ReadError, fingerprint, inspect, read_interactions};

#[track_caller]
fn check(bytes: impl AsRef<[u8]>, expected: &[&str]) {
    let reading = read(bytes).unwrap();
    assert_eq!(rows(&reading), expected);
    assert_eq!(rejected(&reading), [""; 0]);
}

#[test]
fn every_separator_is_found() {
    for separator in [",", ";", "\t", "|"] {
        let text = "user_id,event,time,value\nu1,ad,5,1.5\nu2,order,6,2\n".replace(',', separator);
        check(&text, &["u1 ad 5000 1.5", "u2 order 6000 2"]);
        let source = inspect(file(&text).path(), None, None).unwrap();
        assert_eq!(source.columns, ["user_id", "event", "time", "value"]);
    }
}

#[test]
fn separators_in_quotes_and_decimal_commas_do_not_mislead() {
    check("\"user;id;a;b\",event,time,user\n\"x;y;z\",ad,5,u1\n", &["u1 ad 5000"]);
    check("user;event;time;value\nu1;ad;5;1,50\nu2;ad;6;2,25\n", &["u1 ad 5000 1.5", "u2 ad 6000 2.25"]);
    check("user;event;time;amount, EUR\nu1;ad;5;1,50\n", &["u1 ad 5000"]);
    check("user|event|time\nu,1|a;d|5\n", &["u,1 a;d 5000"]);
}

#[test]
fn a_first_line_may_tell_the_separator() {
    check("sep=;\nuser;event;time\nu1;ad;5\n", &["u1 ad 5000"]);
    check("SEP=\t\r\nuser\tevent\ttime\r\nu1\tad\t5\r\n", &["u1 ad 5000"]);
    let reading = read("sep=;\nuser;event;time\n;ad;5\nu1;ad;5\n").unwrap();
    assert_eq!(rejected(&reading), ["3: the customer is empty"]);
}

#[test]
fn lines_end_in_every_way() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["user,event,time", "u1,ad,5", "", "u2,ad,6", "  ", "", ""].join(end);
        check(&text, &["u1 ad 5000", "u2 ad 6000"]);
    }
    check("user,event,time\nu1,ad,5", &["u1 ad 5000"]);
    check("\n\nuser,event,time\r\nu1,ad,5\n", &["u1 ad 5000"]);
}

#[test]
fn quotes_are_understood() {
    check("user,event,time\n\"u1\",\"a, \"\"b\"\"\",\"5\"\n", &["u1 a, \"b\" 5000"]);
    check("user,event,time\r\nu1,\"a\nb\r\nc\",5\r\nu2,x,6\r\n", &["u1 a\nb\r\nc 5000", "u2 x 6000"]);
    check("user,event,time\nu1,5\" pipe,5\nu\"2\",x,6\n", &["u1 5\" pipe 5000", "u\"2\" x 6000"]);
    check("user,event,time\n\"u\"1,\"a\"\"\"b ,5\n", &["u1 a\"b 5000"]);
    check("user,event,time,channel\nu1,ad,5,\"\"\nu2,ad,6,\"x\"", &["u1 ad 5000", "u2 ad 6000 x"]);
}

#[test]
fn space_around_fields_and_names_is_left_out() {
    check(" user , event ,time\n u1 , ad\t, 5 \n\" u1\",\"ad \",5\n", &["u1 ad 5000", "u1 ad 5000"]);
}

#[test]
fn a_mark_at_the_start_is_no_text() {
    check("\u{FEFF}user,event,time\nä,ad,5\n", &["ä ad 5000"]);
    check("\u{FEFF}\"user\",event,time\nä,ad,5\n", &["ä ad 5000"]);
}

#[test]
fn windows_1252_is_found_wherever_it_shows() {
    let reading = read(b"user,event,time\nJos\xE9,\x80 5,5\n").unwrap();
    assert_eq!(rows(&reading), ["José € 5 5000"]);
    assert_eq!(reading.forms.encoding, Some(Encoding::Windows1252));

    // Far beyond the head, and after blocks that were read as UTF-8.
    let mut bytes = b"user,event,time\n".to_vec();
    bytes.extend(b"u1,ad,5\n".repeat(100_000));
    bytes.extend(b"u\xE9,ad,5\nu\xC3\xA9,ad,5\nu\xE8,ad,5\n");
    let source = file(&bytes);
    assert_eq!(inspect(source.path(), None, None).unwrap().encoding, Some(Encoding::Utf8));
    let reading = read_path(source.path(), Split { workers: 2, block: 10_000 }).unwrap();
    assert_eq!(reading.forms.encoding, Some(Encoding::Windows1252));
    assert_eq!(reading.batch.customers, Texts::from_iter(["u1", "ué", "uÃ©", "uè"]));
    assert_eq!(reading.rows, 100_003);
}

#[test]
fn a_character_cut_by_the_end_of_the_head_is_still_utf_8() {
    let mut text = "user,event,time\n".to_owned();
    while text.len() < 300_000 {
        text += "éééééé,ad,5\n";
    }
    for shift in 0..3 {
        let source = inspect(file(" ".repeat(shift) + &text).path(), None, None).unwrap();
        assert_eq!(source.encoding, Some(Encoding::Utf8));
    }
}

#[test]
fn a_marked_file_keeps_what_is_text() {
    let reading =
        read(b"\xEF\xBB\xBFuser,event,time\n\xC3\xA4,ad,5\nu\xE9,ad,6\nu\xEF\xBF\xBD,ad,7\n").unwrap();
    assert_eq!(rows(&reading), ["ä ad 5000", "u\u{FFFD} ad 7000"]);
    assert_eq!(rejected(&reading), ["3: some bytes are not text"]);
}

fn packed(parts: &[&[u8]]) -> Vec<u8> {
    let pack = |part: &&[u8]| {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(part).unwrap();
        encoder.finish().unwrap()
    };
    parts.iter().flat_map(pack).collect()
}

#[test]
fn gzip_is_unpacked_in_all_its_members() {
    let bytes = packed(&[b"user,event,time\nu1,a", b"d,5\nu2,ad,6\n"]);
    check(&bytes, &["u1 ad 5000", "u2 ad 6000"]);
    let source = inspect(file(&bytes).path(), None, None).unwrap();
    assert_eq!(source.bytes, bytes.len() as u64);
    assert_eq!(source.rows, [["u1", "ad", "5"], ["u2", "ad", "6"]]);
    check(packed(&[b"user,event,time\nJos\xE9,ad,5\n"]), &["José ad 5000"]);
}

#[test]
fn damaged_gzip_is_told() {
    let bytes = packed(&[&b"user,event,time\nu1,ad,5\n".repeat(1000)]);
    let cut = read(&bytes[..bytes.len() / 2]);
    assert!(matches!(cut, Err(ReadError::DamagedGzip(_))), "{cut:?}");
    assert!(matches!(read([0x1F, 0x8B, 1, 2, 3]), Err(ReadError::DamagedGzip(_))));
}

#[test]
fn what_is_no_table_is_told() {
    let told = |bytes: &[u8]| {
        let failed = read(bytes).unwrap_err().to_string();
        let looked = inspect(file(bytes).path(), None, None).map(|source| source.columns);
        (failed, looked.map_err(|error| error.to_string()))
    };
    for (bytes, message) in [
        (&b""[..], "the file is empty"),
        (b"\n \r\n\n", "the file is empty"),
        (b"\xEF\xBB\xBF", "the file is empty"),
        (b"\xFF\xFEu\0", "the file is encoded as UTF-16 (\"Unicode text\"): save it as CSV UTF-8"),
        (b"\xFE\xFF\0u", "the file is encoded as UTF-16 (\"Unicode text\"): save it as CSV UTF-8"),
        (b"user,event\0,time\n", "this is not a text file: export it as CSV (UTF-8) first"),
        (
            b"\xD0\xCF\x11\xE0 and so on",
            "this is an archive, or a spreadsheet that is no XLSX or has a password: save it as XLSX or CSV (UTF-8) first",
        ),
        (
            b"PK\x03\x04 and so on",
            "the Excel workbook is damaged or incomplete: invalid Zip archive: Could not find EOCD",
        ),
    ] {
        assert_eq!(told(bytes), (message.to_owned(), Err(message.to_owned())));
    }
    let header = told(b"user,event,time\n\n").0;
    assert_eq!(header, "the file has column names but no rows");
}

#[test]
fn what_is_no_file_is_told() {
    let folder = TempDir::new().unwrap();
    let read = |path| read_interactions(path, &InteractionColumns::default(), &options(), &go_on);
    assert!(matches!(read(folder.path()), Err(ReadError::NotAFile)));
    assert!(matches!(inspect(folder.path(), None, None), Err(ReadError::NotAFile)));
    let gone = folder.path().join("gone.csv");
    assert!(matches!(read(&gone), Err(ReadError::Io(_))));
    assert!(inspect(&gone, None, None).unwrap_err().to_string().starts_with("the file cannot be read: "));
}

#[test]
fn endless_lines_are_told() {
    let long = read("user,event,time\n".to_owned() + &"x".repeat(9 << 20));
    assert!(matches!(long, Err(ReadError::LongLine { limit: 8_388_608 })), "{long:?}");
    let long = read("x,".repeat(200 << 10));
    assert!(matches!(long, Err(ReadError::LongLine { limit: 262_144 })), "{long:?}");
}

#[test]
fn the_fingerprint_is_of_the_bytes_on_disk() {
    let plain = b"user,event,time\nu1,ad,5\n";
    for bytes in [plain.to_vec(), packed(&[plain]), b"user,event,time\nJos\xE9,ad,5\n".to_vec()] {
        let source = file(&bytes);
        let reading = read_path(source.path(), Split { workers: 1, block: 7 }).unwrap();
        assert_eq!(reading.fingerprint, fingerprint(source.path(), &|_| true).unwrap());
    }
    // The XXH3 reference implementation's hash of nothing.
    let nothing = fingerprint(file("").path(), &|_| true).unwrap();
    assert_eq!(nothing, "xxh3:99aa06d3014798d86001c324468d497f");
    assert_ne!(
        fingerprint(file("a").path(), &|_| true).unwrap(),
        fingerprint(file("b").path(), &|_| true).unwrap()
    );
}
