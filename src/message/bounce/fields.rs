//! The fields of a report: blocks of lines, the first about the mail, one more for each receiver.

/// One block.
#[derive(Debug, Default)]
pub(super) struct Block(Vec<(String, String)>);

impl Block {
    /// A field of this name, without the type before it: of `rfc822; a@b`, what stands behind the semicolon.
    pub fn get(&self, name: &str) -> Option<&str> {
        let value =
            self.0.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())?;
        let is_typed = |kind: &str| !kind.contains(['@', ' ', '.']);
        Some(value.split_once(';').filter(|(kind, _)| is_typed(kind.trim())).map_or(value, |(_, bare)| bare).trim())
    }
}

/// Most blocks that are read: a letter of ours goes to one receiver.
const MOST: usize = 20;

/// Reads the blocks of a report. What is no field is left out.
pub(super) fn blocks(report: &[u8]) -> Vec<Block> {
    let report = String::from_utf8_lossy(report);
    let mut blocks = vec![Block::default()];
    for line in report.lines() {
        let is_more = line.starts_with([' ', '\t']);
        let is_full = blocks.len() == MOST;
        let Some(Block(fields)) = blocks.last_mut() else { break };
        match (line.trim(), line.split_once(':')) {
            ("", _) if fields.is_empty() => (),
            ("", _) if is_full => break,
            ("", _) => blocks.push(Block::default()),
            (more, _) if is_more => {
                if let Some((_, value)) = fields.last_mut() {
                    value.push(' ');
                    value.push_str(more);
                }
            }
            (_, Some((name, value))) => fields.push((name.trim().to_owned(), value.trim().to_owned())),
            (_, None) => (),
        }
    }
    blocks.retain(|Block(fields)| !fields.is_empty());
    blocks
}
