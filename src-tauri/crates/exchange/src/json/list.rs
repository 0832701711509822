//! Makes lines of a list of objects, as its bytes come.

/// How far a list was gone through.
#[derive(Debug, Default)]
pub(super) struct List {
    /// How many brackets and braces are open within the list.
    depth: u64,
    /// Whether it is within a string.
    quoted: bool,
    /// Whether the byte before was a backslash in a string.
    escaped: bool,
    /// Whether the list is open.
    open: bool,
}

impl List {
    /// Leaves out of the next bytes what is around the objects, puts a line feed for what is between them, and gives how
    /// many bytes are kept, at the beginning.
    pub fn keep(&mut self, bytes: &mut [u8]) -> usize {
        let mut kept = 0;
        for at in 0..bytes.len() {
            if let Some(byte) = self.pass(bytes[at]) {
                bytes[kept] = byte;
                kept += 1;
            }
        }
        kept
    }

    fn pass(&mut self, byte: u8) -> Option<u8> {
        if self.quoted {
            self.quoted = self.escaped || byte != b'"';
            self.escaped = !self.escaped && byte == b'\\';
            return Some(byte);
        }
        match byte {
            b'[' if !self.open => {
                self.open = true;
                return None;
            }
            b',' | b']' if self.depth == 0 => return Some(b'\n'),
            b'[' | b'{' => self.depth += 1,
            b']' | b'}' => self.depth = self.depth.saturating_sub(1),
            b'"' => self.quoted = true,
            b'\n' | b'\r' => return None,
            _ => {}
        }
        Some(byte)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// However its bytes come.
    #[track_caller]
    fn check(list: &str, lines: &str) {
        for size in 1..=list.len() {
            let mut state = List::default();
            let mut kept = Vec::new();
            for chunk in list.as_bytes().chunks(size) {
                let mut chunk = chunk.to_vec();
                let length = state.keep(&mut chunk);
                kept.extend_from_slice(&chunk[..length]);
            }
            assert_eq!(String::from_utf8(kept).unwrap(), lines, "in pieces of {size}");
        }
    }

    #[test]
    fn each_object_of_a_list_becomes_a_line() {
        check("[{\"a\":1},{\"a\":2}]", "{\"a\":1}\n{\"a\":2}\n");
        check("[\n  {\n\"a\": [1, {}],\r\n\"b\": 2}\n]\n", "  {\"a\": [1, {}],\"b\": 2}\n");
        check("[{\"a\":\"],\\\"}\\\\\"},[1,2]]", "{\"a\":\"],\\\"}\\\\\"}\n[1,2]\n");
        check("[{\"a\":1", "{\"a\":1");
        check("[]", "\n");
    }
}
