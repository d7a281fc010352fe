//! How the refusals of a use case come back to a form, said in a line.

/// `PauseError { leaves Db; gone NotFound; overtaken Ended; "until_on" EndsFirst | TooLong; else "from_on"; }`: what leaves
/// the form with its own error, what is not there, what somebody else did meanwhile, and the field beside which each of
/// the others is told, by the sentence of its own.
macro_rules! refusals {
    ($($error:ident {
        leaves $($leaving:ident),+ ;
        $(gone $gone:ident ;)?
        $(overtaken $overtaken:ident ;)?
        $($field:literal $($refused:ident)|+ ;)*
        $(else $rest:literal ;)?
    })+) => { $(
        impl From<$error> for $crate::form::FormError {
            fn from(error: $error) -> Self {
                let field = match error {
                    $($error::$leaving(error) => return $crate::error::AppError::from(error).into(),)+
                    $($error::$gone => return $crate::error::AppError::NotFound.into(),)?
                    $($error::$overtaken => return $crate::error::AppError::ChangedMeanwhile.into(),)?
                    $($($error::$refused)|+ => $field,)*
                    $(_ => $rest,)?
                };
                $crate::form::FieldErrors::on(field, error).into()
            }
        }
    )+ };
}
pub(crate) use refusals;
