//! Nothing is sent: the app and the command line in a network of their own, in which each packet is counted.

use std::path::Path;
use std::process::Command;

use tests::e2e::{Desk, Keyboard, program};

/// Sets a network up in which whatever is sent is counted, runs what it is given, and says how many packets there were
/// before, after that, and after one that is sent on purpose. All ways lead to a neighbour who never answers.
const COUNTED: &str = r#"
    for all in /proc/sys/net/ipv6/conf/*/disable_ipv6; do echo 1 > "$all"; done
    ip link set lo up
    ip link add out0 type veth peer name nobody0 || exit 3
    for all in /proc/sys/net/ipv6/conf/*/disable_ipv6; do echo 1 > "$all"; done
    ip addr add 192.0.2.1/24 dev out0
    ip link set nobody0 up
    ip link set out0 up
    ip route add default via 192.0.2.2 || exit 3
    sent() { awk -F: 'NR > 2 { split($2, of, " "); sum += of[10] } END { print "sent", sum }' /proc/net/dev; }
    sent
    "$@" >&2
    echo "code $?"
    sent
    echo x > /dev/udp/198.51.100.9/53
    sleep 0.2
    sent
"#;

/// What a program sends in such a network, with its exit code; nothing where this system has no such networks.
fn sent_by(desk: &Desk, program: &Path, arguments: &[&str], before: &[&str]) -> Option<(u64, i32)> {
    let mut command = Command::new("unshare");
    desk.dress(&mut command).args(["-rn", "bash", "-c", COUNTED, "bash"]);
    let output = command.args(before).arg(program).args(arguments).output().expect("util-linux is there");
    let told = String::from_utf8_lossy(&output.stdout);
    let numbers: Vec<i64> = told.lines().filter_map(|line| line.split(' ').nth(1)?.parse().ok()).collect();
    let &[start, code, end, control] = numbers.as_slice() else {
        eprintln!("no network of one's own here: {told} {}", String::from_utf8_lossy(&output.stderr));
        return None;
    };
    assert!(control > end, "what is sent on purpose is counted: {told}");
    Some((u64::try_from(end - start).expect("counters grow"), i32::try_from(code).expect("a code")))
}

/// Begins a workshop in the app's window, writes a note, ends the workshop and the app.
fn hold_workshop(desk: &Desk) {
    let keyboard = Keyboard::of(desk, "Touchline");
    keyboard.press("shift+m");
    let before = keyboard.rests();
    keyboard.press("m");
    keyboard.changes(&before);
    // The first letters may come before there is a place for them.
    keyboard.write("... and nothing of it is sent");
    keyboard.press("Return");
    keyboard.rests();
    keyboard.press("shift+m");
    keyboard.rests();
    keyboard.press("ctrl+q");
}

#[test]
fn neither_the_window_nor_the_command_line_sends_anything() {
    let desk = Desk::set();
    let sample = desk.sample();
    let named = sample.to_string_lossy().into_owned();
    let log = desk.document("log.csv");
    std::fs::write(&log, "customer,event,timestamp\nann,ad,2024-03-01 09:00\n").expect("written");
    let (log, picture) = (log.to_string_lossy().into_owned(), desk.document("map.png"));
    let touchline = program("touchline");
    let mut counts = true;
    for arguments in [
        ["import", "interactions", &named, &log].as_slice(),
        ["maps", &named].as_slice(),
        ["export", &named, "--map", "Shop journey", "--out", &picture.to_string_lossy()].as_slice(),
    ] {
        let sent = sent_by(&desk, &touchline, arguments, &[]);
        assert!(sent.is_none_or(|sent| sent == (0, 0)), "{arguments:?}: {sent:?}");
        counts &= sent.is_some();
    }
    // Until it is told to end, as a user tells it after a workshop, or as a session that ends would.
    let desktop = program("touchline-desktop");
    let ending = ["timeout", "--preserve-status", "-k", "5", "120"];
    let sent = std::thread::scope(|scope| {
        let app = scope.spawn(|| sent_by(&desk, &desktop, &[&named], &ending));
        if counts {
            hold_workshop(&desk);
        }
        app.join().expect("the app ends")
    });
    assert!(sent.is_none_or(|(sent, _)| sent == 0), "{sent:?}");
    assert_eq!(sent.is_some(), counts);
    let out = desk.document("out").to_string_lossy().into_owned();
    desk.touchline(["export-data", &named, "--to", &out, "--what", "maps", "--format", "json"]);
    let maps = std::fs::read_to_string(desk.document("out/maps.json")).expect("written");
    assert_eq!(maps.contains("nothing of it is sent"), counts, "the workshop was held");
    let backups = desk.document("Sample.touchline-backups");
    let opened = std::fs::read_dir(backups).expect("the import was backed up").flatten();
    let opened = opened.filter(|each| each.file_name().to_string_lossy().contains("-opened-")).count();
    assert!(sent.is_none() || opened == 1, "the window was open long enough to back the workspace up");
}
