//! The letters about a sign-in: invitation, forgotten password, changed password.

use entity::{User, links::LinkPurpose, users};
use sea_orm::{DbErr, EntityTrait, prelude::Uuid};

use super::link;
use crate::message::{Addressee, Desk, Letter, Writing, letters};

letters! {
    INVITATION = "invitation", "/admin/people", invitation
        when "an administrator invites somebody, or invites them again",
        so that "they choose a password and can sign in",
        says {
            Mail to [User]: "account-letter-invitation-subject", "account-letter-invitation-text",
                "account-letter-invitation-link", "account-letter-invitation-after";
        },
        as SignIn, unsubscribe Never,
        quiet AtOnce, useless after Days(14), if unknown Again;
    PASSWORD_RESET = "password_reset", "/admin/people", password_reset
        when "somebody says that they have forgotten the password",
        so that "they can choose a new one",
        says {
            Mail to [User]: "account-letter-reset-subject", "account-letter-reset-text", "account-letter-reset-link",
                "account-letter-reset-after";
        },
        as SignIn, unsubscribe Never,
        quiet AtOnce, useless after Hours(2), if unknown Again;
    PASSWORD_CHANGED = "password_changed", "/admin/people", password_changed
        when "the password was changed",
        so that "they notice when it was somebody else",
        says {
            Mail to [User]: "account-letter-changed-subject", "account-letter-changed-text", "account-letter-changed-link";
        },
        as SignIn, unsubscribe Never,
        quiet AtOnce, useless after Never, if unknown Again;
}

/// A link to choose the first password; not wanted once there is one.
async fn invitation(desk: Desk, user_id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(user) = enabled(&desk, user_id).await?.filter(|user| user.password_hash.is_none()) else {
        return Ok(None);
    };
    let url = issue(&desk, LinkPurpose::Invitation, user.id, "/invitations").await?;
    let letter = Writing::to(&desk, Addressee::user(user.id), &user.email, &user.language)
        .about_no_case()
        .subject("account-letter-invitation-subject")
        .greet(&user.name)
        .say("account-letter-invitation-text")
        .link("account-letter-invitation-link", url)
        .say("account-letter-invitation-after");
    Ok(Some(letter.finish()?))
}

/// A link to choose a new password.
async fn password_reset(desk: Desk, user_id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(user) = enabled(&desk, user_id).await? else { return Ok(None) };
    let url = issue(&desk, LinkPurpose::PasswordReset, user.id, "/password").await?;
    let letter = Writing::to(&desk, Addressee::user(user.id), &user.email, &user.language)
        .about_no_case()
        .subject("account-letter-reset-subject")
        .greet(&user.name)
        .say("account-letter-reset-text")
        .link("account-letter-reset-link", url)
        .say("account-letter-reset-after");
    Ok(Some(letter.finish()?))
}

/// Tells a person that the password was changed, in case it was somebody else.
async fn password_changed(desk: Desk, user_id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(user) = enabled(&desk, user_id).await? else { return Ok(None) };
    let letter = Writing::to(&desk, Addressee::user(user.id), &user.email, &user.language)
        .about_no_case()
        .subject("account-letter-changed-subject")
        .greet(&user.name)
        .say("account-letter-changed-text")
        .link("account-letter-changed-link", desk.url("/password"));
    Ok(Some(letter.finish()?))
}

async fn enabled(desk: &Desk, user_id: Uuid) -> Result<Option<User>, DbErr> {
    let user = users::Entity::find_by_id(user_id).one(&desk.db).await?;
    Ok(user.filter(|user| user.disabled_at.is_none()))
}

async fn issue(desk: &Desk, purpose: LinkPurpose, user_id: Uuid, path: &str) -> Result<String, DbErr> {
    let token = link::issue_in(desk, purpose, user_id).await?;
    Ok(desk.url(format!("{path}/{token}")))
}
