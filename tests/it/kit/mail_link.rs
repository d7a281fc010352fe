//! Links that open a mail.

use brobyg::page::mail_link;

#[test]
fn a_mail_program_reads_back_what_was_written() {
    assert_eq!(mail_link("Bager & kok?", "Hej\nÅ+1"), "mailto:?subject=Bager%20%26%20kok%3F&body=Hej%0D%0A%C3%85%2B1");
}
