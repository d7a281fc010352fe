//! The mails of a test: sent as the job would, and read out of the folder they went to.

use brobyg::{
    jobs::LETTERS,
    message::{self, Mail},
};

use super::{TestApp, browser::UNKNOWN};

impl TestApp {
    /// Sends what is queued and due, and returns all mails so far, the oldest first.
    pub async fn mails(&self) -> Vec<Mail> {
        message::deliver_due(&self.app.desk(), &self.app.post, LETTERS).await.unwrap();
        let folder = self.app.post.folder().unwrap();
        let mut mails = Vec::new();
        for name in folder.names().await.unwrap().iter().rev() {
            let mail = folder.read(name).await.unwrap().unwrap();
            assert!(
                !(mail.subject.contains(UNKNOWN) || mail.text.contains(UNKNOWN)),
                "nobody wrote a part of {mail:?}"
            );
            mails.push(mail);
        }
        mails
    }

    /// Sends what is queued and due, and returns all mails so far to one address, the oldest first.
    pub async fn mails_to(&self, email: &str) -> Vec<Mail> {
        self.mails().await.into_iter().filter(|mail| mail.to == email).collect()
    }

    /// The path of the first link of this site in a mail.
    pub fn path_in(&self, mail: &Mail) -> String {
        let (_, after) = mail.text.split_once(&self.app.config.base_url).unwrap();
        after.split_whitespace().next().unwrap().to_owned()
    }
}
