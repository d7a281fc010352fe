//! The values of the settings as texts, from the environment over an optional TOML file.

use std::collections::BTreeMap;

use super::{
    errors::{ConfigError, ConfigErrors},
    settings::{SETTINGS, Setting},
};

/// Where a value came from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    #[default]
    Default,
    File,
    Environment,
}

/// Every value with its origin, before it is typed.
pub struct Values(BTreeMap<&'static str, (String, Origin)>);

impl Values {
    /// Reads the environment over the file that `BROBYG_CONFIG` names, if it names one.
    ///
    /// # Errors
    /// When the file cannot be read, or a name is not that of a setting: all such names at once.
    pub fn read(environment: impl Iterator<Item = (String, String)>) -> Result<Self, ConfigErrors> {
        let mut values = Self(SETTINGS.iter().map(|s| (s.key, (s.default.to_owned(), Origin::Default))).collect());
        let mut errors = Vec::new();
        let given: BTreeMap<String, String> =
            environment.filter_map(|(key, value)| Some((key.strip_prefix("BROBYG_")?.to_owned(), value))).collect();
        if let Some(path) = given.get("CONFIG") {
            match read_file(path) {
                Ok(table) => table.into_iter().for_each(|(key, value)| {
                    errors.extend(values.put(&key.to_uppercase(), value, Origin::File).err());
                }),
                Err(error) => errors.push(error),
            }
        }
        for (key, value) in given {
            // The tests' own variables tell the tests where their database and browser are.
            if key != "CONFIG" && !key.starts_with("TEST_") {
                errors.extend(values.put(&key, value, Origin::Environment).err());
            }
        }
        ConfigErrors::none_of(errors).map(|()| values)
    }

    /// Every setting with its value (secrets masked) and origin, in the order of the table.
    pub fn shown(&self) -> impl Iterator<Item = (&'static Setting, String, Origin)> {
        SETTINGS.iter().map(|setting| {
            let (value, origin) = self.0.get(setting.key).cloned().unwrap_or_default();
            let shown = if setting.secret && !value.is_empty() { "(secret)".to_owned() } else { value };
            (setting, shown, origin)
        })
    }

    /// Replaces a value, as the command line does.
    pub fn set(&mut self, key: &'static str, value: String) {
        self.0.insert(key, (value, Origin::Environment));
    }

    pub(super) fn text(&self, key: &'static str) -> &str {
        self.0.get(key).map(|(value, _)| value.trim()).unwrap_or_default()
    }

    fn put(&mut self, key: &str, value: String, origin: Origin) -> Result<(), ConfigError> {
        let setting = SETTINGS.iter().find(|setting| setting.key == key);
        let setting = setting.ok_or_else(|| ConfigError::Unknown(key.to_owned()))?;
        self.0.insert(setting.key, (value, origin));
        Ok(())
    }
}

fn read_file(path: &str) -> Result<BTreeMap<String, String>, ConfigError> {
    let failed = |error: String| ConfigError::File(path.to_owned(), error);
    let text = std::fs::read_to_string(path).map_err(|error| failed(error.to_string()))?;
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| failed(error.message().to_owned()))?;
    Ok(table
        .into_iter()
        .map(|(key, value)| match value {
            toml::Value::String(text) => (key, text),
            other => (key, other.to_string()),
        })
        .collect())
}
